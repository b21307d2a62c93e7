/** Performance of public money: targets with weights, evaluations with scores and bands (绩效目标与评价). */
import { Directive, Field, ID, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, createConnectionType, describeEnum } from "../../../platform/graphql/index.js";
import { PerformanceBand } from "./performance.status.js";
import { PerformanceDimension, PerformanceEvaluator } from "./performance.enums.js";

describeEnum(PerformanceBand, "PerformanceBand", "Band of a score (评价等级).", {
  EXCELLENT: "90 and more (优).",
  GOOD: "80 to 89 (良).",
  FAIR: "60 to 79 (中).",
  POOR: "Below 60 (差).",
});

/** A target. */
@ObjectType({ description: "A performance target; the weights of all targets make 100 (绩效指标)." })
export class PerformanceTarget {
  @Field(() => ID, { description: "Id (指标编号)." })
  id: string;

  @Field(() => PerformanceDimension, { description: "What it measures (指标类别)." })
  dimension: PerformanceDimension;

  @Field(() => String, { description: "Name (指标名称)." })
  name: string;

  @Field(() => String, { description: "Value to be reached (指标值)." })
  targetValue: string;

  @Field(() => Int, { description: "Weight out of 100 (权重)." })
  weight: number;
}

/** The score of one target. */
@ObjectType({ description: "Score of one target (指标得分)." })
export class PerformanceScore {
  @Field(() => PerformanceTarget, { description: "The target (绩效指标)." })
  target: PerformanceTarget;

  @Field(() => String, { nullable: true, description: "Value that was reached (完成值)." })
  actualValue?: string;

  @Field(() => Int, { description: "Score, at most the weight (得分)." })
  score: number;
}

/** An evaluation. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "An evaluation of how money was used (绩效评价)." })
export class PerformanceEvaluation {
  @Field(() => ID, { description: "Id (评价编号)." })
  id: string;

  @Field(() => PerformanceEvaluator, { description: "Who evaluated (评价主体)." })
  evaluator: PerformanceEvaluator;

  @Field(() => DateScalar, { description: "Day of the evaluation (评价日期)." })
  evaluatedOn: string;

  @Field(() => [PerformanceScore], { description: "Scores by target (指标得分)." })
  scores: PerformanceScore[];

  @Field(() => Int, { description: "Sum of the scores, at most 100 (总分)." })
  score: number;

  @Field(() => PerformanceBand, { description: "Band of the score (评价等级)." })
  band: PerformanceBand;

  @Field(() => String, { nullable: true, description: "What follows for the next budget (结果应用)." })
  budgetConsequence?: string;

  evaluatorId?: string;
  allotmentNo?: string;
  projectCode?: string;
}

/** A page of evaluations. */
export const PerformanceEvaluationConnection = createConnectionType(
  "PerformanceEvaluation",
  () => PerformanceEvaluation,
  "绩效评价",
);
