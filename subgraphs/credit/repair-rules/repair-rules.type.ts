/** RepairRules: the measures by which a penalty is repaired (信用修复适用规定). */
import { Field, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar } from "../../../platform/graphql/index.js";

/** A document. */
@ObjectType({ description: "The measures by which a record is repaired (信用修复适用规定)." })
export class RepairRules {
  @Field(() => String, { description: "Title (名称)." })
  title: string;

  @Field(() => String, { nullable: true, description: "Number of the document; null where it is not known (文号)." })
  number?: string;

  @Field(() => String, { description: "Who issued it (制定机关)." })
  issuer: string;

  @Field(() => DateScalar, { description: "In force since (施行日期)." })
  since: string;

  @Field(() => Boolean, {
    description: "False where title, number or day could not be confirmed from a primary text (是否已核实).",
  })
  verified: boolean;
}
