/** What funds adds to cases. */
import { Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { ListSize } from "../../../platform/graphql/index.js";
import type { FundsContext } from "../context.js";
import { Payment } from "../payment/payment.type.js";
import { ServiceCase } from "./service-case.type.js";

@Resolver(() => ServiceCase)
export class ServiceCaseResolver {
  @ListSize(100)
  @FieldResolver(() => [Payment], {
    nullable: "itemsAndList",
    description:
      "Payments to the viewer that followed from the case, at most 100; empty for everyone else (办件资金支付).",
  })
  resultingPayments(@Root() { caseNo }: ServiceCase, @Ctx() { services }: FundsContext): Promise<Payment[]> {
    return services.payments.ownOfCase(caseNo);
  }
}
