/** Root fields and links of rosters, lines and figures. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { Deadline, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { FundsContext } from "../context.js";
import { Division } from "../division/division.type.js";
import { FundPolicy } from "../fund-policy/fund-policy.type.js";
import { Organization } from "../organization/organization.type.js";
import { Payment } from "../payment/payment.type.js";
import { SubsidyFigure } from "./subsidy-figure.type.js";
import { SubsidyPayment, SubsidyPaymentConnection } from "./subsidy-payment.type.js";
import { RosterLine, RosterLineConnection, VillageRoster } from "./village-roster.type.js";

@Resolver(() => VillageRoster)
export class VillageRosterResolver {
  @Query(() => VillageRoster, {
    nullable: true,
    description: "The roster of a batch in its village, while it is posted; nothing before and after (村级公示花名册).",
  })
  villageRoster(
    @Ctx() { services }: FundsContext,
    @Arg("policyCode", () => ID, { description: "Policy (政策编码)." }) policyCode: string,
    @Arg("villageCode", () => ID, { description: "Village, twelve digits (村级区划代码)." }) villageCode: string,
    @Arg("batchNo", () => ID, { description: "Batch (批次号)." }) batchNo: string,
  ): Promise<VillageRoster | undefined> {
    return services.subsidies.roster(policyCode, villageCode, batchNo);
  }

  @FieldResolver(() => FundPolicy, { nullable: true, description: "Policy that pays (资金政策)." })
  policy(@Root() { policyCode }: VillageRoster, @Ctx() { services }: FundsContext): Promise<FundPolicy | undefined> {
    return services.fundPolicies.find(policyCode);
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Agency in charge of the scheme (主管部门)." })
  agency(@Root() { agencyId }: VillageRoster): Organization {
    return { id: agencyId };
  }

  @FieldResolver(() => Division, { nullable: true, description: "Township of the village (所属乡镇)." })
  township(@Root() { villageCode }: VillageRoster): Division {
    return { code: villageCode.slice(0, 9) };
  }

  @FieldResolver(() => Deadline, { description: "Until when it must be posted at least (公示期限, L21)." })
  deadline(@Root() roster: VillageRoster, @Ctx() { services }: FundsContext): Deadline {
    return services.subsidies.rosterDeadline(roster);
  }

  @FieldResolver(() => RosterLineConnection, { description: "Lines in order (公示明细)." })
  async lines(
    @Root() { batchNo }: VillageRoster,
    @Ctx() { services }: FundsContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<RosterLine>> {
    return toConnection(await services.subsidies.rosterLines(batchNo, page));
  }
}

@Resolver(() => SubsidyPayment)
export class SubsidyPaymentResolver {
  @Query(() => SubsidyPaymentConnection, {
    nullable: true,
    description: "Subsidies to the viewer itself, latest first (我的补贴).",
  })
  async mySubsidies(
    @Ctx() { services }: FundsContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<SubsidyPayment>> {
    return toConnection(await services.subsidies.own(page));
  }

  @Query(() => SubsidyPaymentConnection, {
    nullable: true,
    description:
      "Lines for their recipient, the scheme's agency and supervisors; empty for everyone else (补贴发放明细).",
  })
  async subsidyPayments(
    @Ctx() { services }: FundsContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("policyCode", () => ID, { nullable: true, description: "Under this policy (政策编码)." }) policyCode?: string,
    @Arg("villageCode", () => ID, { nullable: true, description: "Of this village (村级区划代码)." })
    villageCode?: string,
    @Arg("batchNo", () => ID, { nullable: true, description: "Of this batch (批次号)." }) batchNo?: string,
  ): Promise<ConnectionShape<SubsidyPayment>> {
    return toConnection(await services.subsidies.list({ policyCode, villageCode, batchNo }, page));
  }

  @FieldResolver(() => FundPolicy, { nullable: true, description: "Policy that pays (资金政策)." })
  policy(@Root() { policyCode }: SubsidyPayment, @Ctx() { services }: FundsContext): Promise<FundPolicy | undefined> {
    return services.fundPolicies.find(policyCode);
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Agency in charge of the scheme (主管部门)." })
  agency(@Root() { agencyId }: SubsidyPayment): Organization {
    return { id: agencyId };
  }

  @FieldResolver(() => Payment, {
    nullable: true,
    description: "Payment of the batch, where the viewer may know of it (批次支付).",
  })
  payment(
    @Root() { paymentNo }: SubsidyPayment,
    @Ctx() { services }: FundsContext,
  ): Promise<Payment | undefined> | undefined {
    return paymentNo === undefined ? undefined : services.payments.find(paymentNo);
  }

  @FieldResolver(() => Payment, { nullable: true, description: "Payment after the bank sent it back (重新支付)." })
  repayment(
    @Root() { repaidPaymentNo }: SubsidyPayment,
    @Ctx() { services }: FundsContext,
  ): Promise<Payment | undefined> | undefined {
    return repaidPaymentNo === undefined ? undefined : services.payments.find(repaidPaymentNo);
  }
}

@Resolver(() => SubsidyFigure)
export class SubsidyFigureResolver {
  @FieldResolver(() => Division, { nullable: true, description: "Division (行政区划)." })
  division(@Root() { divisionCode }: SubsidyFigure): Division {
    return { code: divisionCode };
  }
}
