/** Payment order (支付申请): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { createPaymentOrders } from "./migrations/20261130121000_create_payment_orders.js";
import { PaymentOrderResolver } from "./payment-order.resolver.js";
import { createPaymentOrderService } from "./payment-order.service.js";
import { TOLD_ORDER } from "./payment-order.notices.js";

const services = { paymentOrders: createPaymentOrderService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const paymentOrder: Noun<FundsServices> = {
  resolvers: [PaymentOrderResolver],
  services,
  notices: [TOLD_ORDER],
  migrations: [createPaymentOrders],
};
