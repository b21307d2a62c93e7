/** PolicyEvaluation: what others found that a policy brought about, and what its body says to it (政策评估). */
import { Directive, Field, ID, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { EvaluationState, EvaluatorKind } from "./policy-evaluation.enums.js";

/** An evaluation. Public from its publication on. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "What others found that a policy brought about (政策评估)." })
export class PolicyEvaluation {
  @Field(() => ID, { description: "Id (评估编号)." })
  id: string;

  @Field(() => EvaluatorKind, { nullable: true, description: "Who evaluates, by kind (评估方式)." })
  evaluatorKind: EvaluatorKind;

  @Field(() => String, { nullable: true, description: "Institution that evaluates; no private person (评估机构)." })
  evaluator: string;

  @Field(() => String, { nullable: true, description: "How facts were gathered (评估方法)." })
  method: string;

  @Field(() => Int, { nullable: true, description: "How many were asked or looked at (样本量)." })
  sampleSize?: number;

  @Field(() => String, { nullable: true, description: "What was asked, word for word (问题原文)." })
  questionText?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which it was given out (委托日期)." })
  commissionedOn: string;

  @Field(() => DateScalar, { nullable: true, description: "First day on which facts were gathered (实施日期)." })
  fieldFrom?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of the report (报告日期)." })
  reportedOn?: string;

  @Field(() => String, { nullable: true, description: "What was found (评估结论)." })
  conclusions?: string;

  @Field(() => String, {
    nullable: true,
    description: "Score of 100, as a decimal number; absent where none was given (得分).",
  })
  score?: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of the answer to it (回应日期)." })
  respondedOn?: string;

  @Field(() => String, { nullable: true, description: "What the body does about it (回应与改进)." })
  response?: string;

  @Field(() => EvaluationState, { nullable: true, description: "How far it has come (评估状态)." })
  state: EvaluationState;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of publication; absent while its body and supervisors alone know of it (公开日期).",
  })
  publishedOn?: string;

  indexNo: string;
  organId: string;
  organUscc: string;
  divisionCode: string;
}

/** A page of evaluations. */
export const PolicyEvaluationConnection = createConnectionType("PolicyEvaluation", () => PolicyEvaluation, "政策评估");
