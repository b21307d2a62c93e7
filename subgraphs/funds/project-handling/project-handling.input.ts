/** Inputs of the verbs of projects, but that which enters one. */
import { Field, ID, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { DateScalar, Max, MaxLength, Min, MoneyScalar, UsccScalar } from "../../../platform/graphql/index.js";
import { ChangeInput } from "../../../platform/write/classes/index.js";
import { PerformanceEvaluator } from "../performance/performance.enums.js";

/** A step that needs no more than the project. */
@InputType({ description: "A step of a project (项目操作)." })
export class FundProjectStepInput extends ChangeInput {
  @Field(() => ID, { description: "Code (项目编码)." })
  projectCode: string;
}

/** A step that states something. */
@InputType({ description: "A step of a project with what is stated of it (项目操作意见)." })
export class StatedProjectInput extends FundProjectStepInput {
  @MaxLength(2_000)
  @Field(() => String, {
    description:
      "What is stated: the review of feasibility and benefit mechanism, the finding of the acceptance, or the result (审查意见、验收结论或者实施结果).",
  })
  statement: string;
}

/** Publicity. */
@InputType({ description: "Publicity of a project before it begins, from today on (项目公示)." })
export class PubliciseProjectInput extends FundProjectStepInput {
  @Field(() => DateScalar, { description: "Last day of publicity, at most 60 days from today (公示截止日期)." })
  endsOn: string;
}

/** The contract with which work begins. */
@InputType({ description: "The contract with which a project begins (项目合同)." })
export class StartProjectInput extends FundProjectStepInput {
  @MaxLength(100)
  @Field(() => String, { description: "Number of the contract (合同编号)." })
  contractNo: string;

  @Field(() => MoneyScalar, { description: "Contract amount; no more is paid (合同金额)." })
  contractAmount: bigint;

  @Field(() => DateScalar, { description: "Day of the contract, not after today (签订日期)." })
  contractedOn: string;

  @Field(() => UsccScalar, { description: "Contractor (施工或供货单位)." })
  contractor: string;

  @MaxLength(50)
  @Field(() => String, { description: "How the contractor was found (采购方式)." })
  procurementMethod: string;
}

/** A score. */
@InputType({ description: "Score of a performance target (绩效指标得分)." })
export class TargetScoreInput {
  @Field(() => ID, { description: "Target (绩效指标编号)." })
  targetId: string;

  @Min(0)
  @Max(100)
  @Field(() => Int, { description: "Score, at most the weight of the target (得分)." })
  score: number;

  @MaxLength(200)
  @Field(() => String, { nullable: true, description: "What was reached (实际完成值)." })
  actualValue?: string;
}

/** The unit's own evaluation. */
@InputType({ description: "Evaluation of a project by the unit that carried it out (单位自评)." })
export class SelfEvaluateProjectInput extends FundProjectStepInput {
  @Field(() => [TargetScoreInput], { description: "One score for each target of the project (各指标得分)." })
  scores: TargetScoreInput[];
}

/** The review of it. */
@InputType({ description: "Review of a project's performance (项目绩效评价)." })
export class EvaluateProjectInput extends SelfEvaluateProjectInput {
  @Field(() => PerformanceEvaluator, { description: "Who reviewed: DEPARTMENT or THIRD_PARTY (评价主体)." })
  evaluator: PerformanceEvaluator;

  @Field(() => UsccScalar, {
    nullable: true,
    description:
      "Body that reviewed, where a third party did: neither unit, contractor nor department (第三方评价机构).",
  })
  reviewer?: string;

  @MaxLength(500)
  @Field(() => String, { nullable: true, description: "What follows for the budget (结果应用)." })
  budgetConsequence?: string;
}
