/** RuleResult: the outcome of one rule of conservation, and what breaks it, with links (规则结果). */
import { Field, ID, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, ListSize, MoneyScalar } from "../../../platform/graphql/index.js";
import { ReconciliationRule, RuleOutcome, NotShownReason, RuleBreach } from "./rule-result.enums.js";

/** What breaks a rule; links are resolved from ids that the schema does not show. */
@ObjectType({ description: "Something that breaks a rule, with a link to it (不符对象)." })
export class RuleOffender {
  @Field(() => RuleBreach, { description: "What is wrong (不符情形)." })
  breach: RuleBreach;

  @Field(() => MoneyScalar, { nullable: true, description: "What it should be (应有金额)." })
  expected?: bigint;

  @Field(() => MoneyScalar, { nullable: true, description: "What it is (实有金额)." })
  actual?: bigint;

  @Field(() => MoneyScalar, { description: "Amount by which it breaks the rule (差额)." })
  difference: bigint;

  @Field(() => Int, { nullable: true, description: "Persons it is about, where it is about persons (涉及人数)." })
  persons?: number;

  @Field(() => ID, { nullable: true, description: "Batch (批次号)." })
  batchNo?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of payment (发放日期)." })
  paidOn?: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day of publicity (公示截止日期)." })
  publicityEndsOn?: string;

  @Field(() => Int, { nullable: true, description: "Days on the way (在途天数)." })
  days?: number;

  @Field(() => Int, { nullable: true, description: "Year of the table of codes (科目年度)." })
  year?: number;

  @Field(() => [String], { nullable: true, description: "Codes that the table does not have (无效编码)." })
  codes?: string[];

  allocationId?: string;
  allotmentNo?: string;
  projectCode?: string;
  paymentNo?: string;
  publicationId?: string;
}

/** Outcome of one rule for the reader. */
@ObjectType({ description: "Outcome of one rule, as far as the reader may be told (规则结果)." })
export class RuleResult {
  @Field(() => ReconciliationRule, {
    description: "The rule (规则).",
    deprecationReason:
      "Results of other reconciliations have the same, and a cache would take them for one: ask for rule, since 2026-11-30, gone from 2027-11-30.",
  })
  id: ReconciliationRule;

  @Field(() => String, { nullable: true, description: "Law, article or standard, where one says it (依据)." })
  basis?: string;

  @Field(() => RuleOutcome, { description: "Whether it is kept (核对结论)." })
  outcome: RuleOutcome;

  @Field(() => Boolean, {
    nullable: true,
    description: "True if the money keeps the rule, null where that is not shown (是否符合).",
  })
  ok?: boolean;

  @Field(() => Int, { description: "How much was compared of what the reader may know of (核对数量)." })
  checked: number;

  @Field(() => MoneyScalar, {
    nullable: true,
    description: "Amount by which what is shown breaks the rule, null where that is not shown (差额).",
  })
  difference?: bigint;

  @Field(() => Int, { description: "Number of offenders that are shown (不符数量)." })
  offenderCount: number;

  @ListSize(20)
  @Field(() => [RuleOffender], { description: "What breaks it, as far as it is shown, at most 20 (不符对象)." })
  offenders: RuleOffender[];

  @Field(() => NotShownReason, {
    nullable: true,
    description: "Why a part of what the rule checks is not shown to the reader (不予显示的原因).",
  })
  notShown?: NotShownReason;
}
