/** Measure: what a listing brings with it, from the national catalogue (失信惩戒措施基础清单). */
import { Field, ID, ObjectType, SameForAll } from "../../../platform/graphql/classes/index.js";
import { createConnectionType } from "../../../platform/graphql/index.js";
import { MeasureCategory } from "./measure.enums.js";

/** A measure. */
@SameForAll()
@ObjectType({ description: "A measure of the catalogue (惩戒或激励措施)." })
export class Measure {
  @Field(() => ID, { description: "Code in the catalogue (措施编码)." })
  code: string;

  @Field(() => String, { description: "Name (措施名称)." })
  name: string;

  @Field(() => MeasureCategory, { description: "Class (措施类别)." })
  category: MeasureCategory;

  @Field(() => String, { description: "Law or document on which it rests (依据)." })
  basisLaw: string;
}

/** A page of measures. */
export const MeasureConnection = createConnectionType("Measure", () => Measure, "措施");
