/** Payment (支付): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { PaymentResolver } from "./payment.resolver.js";
import { createPaymentService } from "./payment.service.js";

const services = { payments: createPaymentService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const payment: Noun<FundsServices> = {
  owns: ["Payment"],
  resolvers: [PaymentResolver],
  references: {
    Payment: ({ paymentNo }, { payments }) => payments.find(String(paymentNo)),
  },
  changes: [
    {
      kind: "PAYMENT",
      type: "Payment",
      description: "Payment to a body or to five households or more, by number (支付).",
    },
  ],
  services,
};
