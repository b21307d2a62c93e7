/** CreditEvaluation: the composite level of a body; never public (公共信用综合评价). */
import { Closed, Field, Int, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar } from "../../../platform/graphql/index.js";
import { CatalogueClass } from "../catalogue-class/catalogue-class.enums.js";
import { EvaluationLevel } from "./evaluation.enums.js";
import { EVALUATION_CLOSURE } from "./evaluation.policy.js";

/** An evaluation; there is an object for every organisation, so that its presence says nothing. */
@OwnedRecord({ subject: "subject", agency: "authorityUscc", division: "divisionCode" })
@ObjectType({
  description:
    "The composite evaluation of a body: for its agent, the evaluating agency, agencies with an agreement and supervisors (公共信用综合评价).",
})
export class CreditEvaluation {
  @Field(() => CatalogueClass, { description: "Its class in the national catalogue (全国公共信用信息基础目录类别)." })
  catalogueClass: CatalogueClass;

  @Closed(EVALUATION_CLOSURE)
  @Field(() => EvaluationLevel, { nullable: true, description: "Level (评价等级)." })
  level?: EvaluationLevel;

  @Closed(EVALUATION_CLOSURE)
  @Field(() => Int, { nullable: true, description: "Points out of 100 (评价得分)." })
  score?: number;

  @Closed(EVALUATION_CLOSURE)
  @Field(() => String, { nullable: true, description: "Version of the model (模型版本)." })
  modelVersion?: string;

  @Closed(EVALUATION_CLOSURE)
  @Field(() => DateScalar, { nullable: true, description: "Day of the evaluation (评价日期)." })
  asOf?: string;

  subject?: string;
  authorityUscc?: string;
  divisionCode?: string;
}
