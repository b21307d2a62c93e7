/** Root field, links and computed amounts of allocations. */
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Open,
  Query,
  Resolver,
  Root,
} from "../../../platform/graphql/classes/index.js";
import { Cached, MoneyScalar, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import { BudgetAllotment } from "../budget-allotment/budget-allotment.type.js";
import type { FundsContext } from "../context.js";
import { Division } from "../division/division.type.js";
import type { FundProject } from "../fund-project/fund-project.type.js";
import { Payment, PaymentConnection } from "../payment/payment.type.js";
import type { Organization } from "../organization/organization.type.js";
import { FundAllocation, Recipient } from "./fund-allocation.type.js";

@Resolver(() => FundAllocation)
export class FundAllocationResolver {
  @Cached(60)
  @Query(() => FundAllocation, { nullable: true, description: "An allocation by id (按编号查资金分配)." })
  fundAllocation(
    @Ctx() { services }: FundsContext,
    @Arg("id", () => ID, { description: "Id (分配编号)." }) id: string,
  ): Promise<FundAllocation | undefined> {
    return services.fundAllocations.find(id);
  }

  @FieldResolver(() => BudgetAllotment, { nullable: true, description: "Allotment it belongs to (所属指标)." })
  allotment(
    @Root() { allotmentNo }: FundAllocation,
    @Ctx() { services }: FundsContext,
  ): Promise<BudgetAllotment | undefined> {
    return services.budgetAllotments.find(allotmentNo);
  }

  @FieldResolver(() => FundAllocation, {
    nullable: true,
    description: "Allocation out of which it was made; absent at the source (上级分配).",
  })
  parent(
    @Root() { parentId }: FundAllocation,
    @Ctx() { services }: FundsContext,
  ): Promise<FundAllocation | undefined> | undefined {
    return parentId === undefined ? undefined : services.fundAllocations.find(parentId);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Division that gives; absent for the central government (下达区划).",
  })
  from(@Root() { fromDivisionCode }: FundAllocation): Division | undefined {
    return fromDivisionCode === undefined ? undefined : { code: fromDivisionCode };
  }

  @Open({ reviewed: "2026-11-24", by: "funds: recipients are divisions, bodies and projects, never persons" })
  @FieldResolver(() => Recipient, { nullable: true, description: "Who receives (接收方)." })
  recipient(
    @Root() { toDivisionCode, toOrganizationId, toProjectCode }: FundAllocation,
    @Ctx() { services }: FundsContext,
  ): Division | Organization | Promise<FundProject | undefined> | undefined {
    if (toProjectCode !== undefined) return services.fundProjects.find(toProjectCode);
    if (toDivisionCode !== undefined) return { code: toDivisionCode };
    return toOrganizationId === undefined ? undefined : { id: toOrganizationId };
  }

  @FieldResolver(() => MoneyScalar, {
    description: "Paid by the recipient itself up to the day of the request, returns taken off (已支付).",
  })
  async paid(@Root() { id }: FundAllocation, @Ctx() { services }: FundsContext): Promise<bigint> {
    return (await services.fundAllocations.ledger(id)).paid;
  }

  @FieldResolver(() => PaymentConnection, { description: "Payments out of it, latest first (支付明细)." })
  async payments(
    @Root() { id }: FundAllocation,
    @Ctx() { services }: FundsContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Payment>> {
    return toConnection(await services.payments.listOfAllocation(id, page));
  }

  @FieldResolver(() => MoneyScalar, { description: "Passed on by the recipient, without what came back (已转下级)." })
  async passedOn(@Root() { id }: FundAllocation, @Ctx() { services }: FundsContext): Promise<bigint> {
    return (await services.fundAllocations.ledger(id)).passedOn;
  }

  @FieldResolver(() => MoneyScalar, { description: "Still held by the recipient (结余)." })
  async balance(@Root() { id }: FundAllocation, @Ctx() { services }: FundsContext): Promise<bigint> {
    return (await services.fundAllocations.ledger(id)).balance;
  }
}
