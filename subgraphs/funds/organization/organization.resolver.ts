/** What funds adds to organisations. */
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import { BudgetDisclosure, BudgetDisclosureConnection } from "../budget-disclosure/budget-disclosure.type.js";
import type { FundsContext } from "../context.js";
import { Payment, PaymentConnection } from "../payment/payment.type.js";
import { FundsReceived, Organization } from "./organization.type.js";

@Resolver(() => Organization)
export class OrganizationResolver {
  @FieldResolver(() => FundsReceived, {
    nullable: true,
    description: "Public money it received out of a fiscal year (获得资金).",
  })
  async fundsReceived(
    @Root() { id }: Organization,
    @Ctx() { services }: FundsContext,
    @Arg("year", () => Int, { description: "Fiscal year (预算年度)." }) year: number,
  ): Promise<FundsReceived> {
    const { total, payments, allocations } = await services.payments.receipts(id, year);
    return { year, totalAmount: total, paymentCount: payments, allocations, organizationId: id };
  }

  @FieldResolver(() => BudgetDisclosureConnection, {
    nullable: true,
    description: "Budgets and final accounts that it published, latest year first (预决算公开).",
  })
  async budgetDisclosures(
    @Root() { id }: Organization,
    @Ctx() { services }: FundsContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<BudgetDisclosure>> {
    return toConnection(await services.budgetDisclosures.listOfUnit(id, page));
  }
}

@Resolver(() => FundsReceived)
export class FundsReceivedResolver {
  @FieldResolver(() => PaymentConnection, { description: "The payments one by one, latest first (支付明细)." })
  async payments(
    @Root() { organizationId, year }: FundsReceived,
    @Ctx() { services }: FundsContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Payment>> {
    return toConnection(await services.payments.listOfOrganization(organizationId, year, page));
  }
}
