/** Texts of rules in the reader's language, and links to what breaks them. */
import { Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { FundPublication } from "../publication/fund-publication.type.js";
import { BudgetAllotment } from "../budget-allotment/budget-allotment.type.js";
import type { FundsContext } from "../context.js";
import { FundAllocation } from "../fund-allocation/fund-allocation.type.js";
import { FundProject } from "../fund-project/fund-project.type.js";
import { Payment } from "../payment/payment.type.js";
import { VillageRoster } from "../subsidy/village-roster.type.js";
import { ReconciliationRule } from "./rule-result.enums.js";
import { RuleOffender, RuleResult } from "./rule-result.type.js";
import { offenderText, ruleText } from "./rule-texts.js";

@Resolver(() => RuleResult)
export class RuleResultResolver {
  @FieldResolver(() => ReconciliationRule, { description: "The rule (规则)." })
  rule(@Root() { id }: RuleResult): ReconciliationRule {
    return id;
  }

  @FieldResolver(() => String, {
    description: "The outcome in words, Chinese or English as the reader's Accept-Language says (说明).",
  })
  description(@Root() result: RuleResult, @Ctx() { language }: FundsContext): string {
    return ruleText(result, language);
  }
}

@Resolver(() => RuleOffender)
export class RuleOffenderResolver {
  @FieldResolver(() => String, {
    description: "What is wrong in words, Chinese or English as the reader's Accept-Language says (说明).",
  })
  description(@Root() offender: RuleOffender, @Ctx() { language }: FundsContext): string {
    return offenderText(offender, language);
  }

  @FieldResolver(() => FundAllocation, { nullable: true, description: "Allocation (资金分配)." })
  allocation(
    @Root() { allocationId }: RuleOffender,
    @Ctx() { services }: FundsContext,
  ): Promise<FundAllocation | undefined> | undefined {
    return allocationId === undefined ? undefined : services.fundAllocations.find(allocationId);
  }

  @FieldResolver(() => BudgetAllotment, { nullable: true, description: "Allotment (指标)." })
  allotment(
    @Root() { allotmentNo }: RuleOffender,
    @Ctx() { services }: FundsContext,
  ): Promise<BudgetAllotment | undefined> | undefined {
    return allotmentNo === undefined ? undefined : services.budgetAllotments.find(allotmentNo);
  }

  @FieldResolver(() => FundProject, { nullable: true, description: "Project (项目)." })
  project(
    @Root() { projectCode }: RuleOffender,
    @Ctx() { services }: FundsContext,
  ): Promise<FundProject | undefined> | undefined {
    return projectCode === undefined ? undefined : services.fundProjects.find(projectCode);
  }

  @FieldResolver(() => Payment, { nullable: true, description: "Payment, where the reader may know of it (支付)." })
  payment(
    @Root() { paymentNo }: RuleOffender,
    @Ctx() { services }: FundsContext,
  ): Promise<Payment | undefined> | undefined {
    return paymentNo === undefined ? undefined : services.payments.find(paymentNo);
  }

  @FieldResolver(() => FundPublication, { nullable: true, description: "Publicity or public notice (公示公告)." })
  publication(
    @Root() { publicationId }: RuleOffender,
    @Ctx() { services }: FundsContext,
  ): Promise<FundPublication | undefined> | undefined {
    return publicationId === undefined ? undefined : services.publications.find(publicationId);
  }

  @FieldResolver(() => VillageRoster, {
    nullable: true,
    description: "Roster of the batch, while it is posted (公示花名册).",
  })
  roster(
    @Root() { batchNo }: RuleOffender,
    @Ctx() { services }: FundsContext,
  ): Promise<VillageRoster | undefined> | undefined {
    return batchNo === undefined ? undefined : services.subsidies.rosterOfBatch(batchNo);
  }
}
