/** SeverityRule: how long penalties of a severity stay public, by regulator (失信严重程度认定规则). */
import { Field, ID, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { Organization } from "../organization/organization.type.js";

/** A rule. */
@ObjectType({
  description:
    "How long penalties of a severity stay public: the national rule, or a regulator's own within it (公示期限规则, L23).",
})
export class SeverityRule {
  @Field(() => ID, { description: "Id (规则编号)." })
  id: string;

  @Field(() => Organization, { nullable: true, description: "Regulator; null for the national rule (制定机关)." })
  regulator?: Organization;

  @Field(() => Int, { description: "Months before repair may be applied for (最短公示月数)." })
  minMonths: number;

  @Field(() => Int, { description: "Months after which publicity ends of itself; 0 for none (最长公示月数)." })
  maxMonths: number;

  @Field(() => String, { description: "Document on which it rests (依据)." })
  basis: string;
}
