/** MatterComparison: what one agency promises for a catalogue item, in figures that can be laid side by side (事项横向比较). */
import { Field, Float, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { createConnectionType } from "../../../platform/graphql/index.js";
import { ServiceMatter } from "../matter/matter.type.js";

/** One agency's implementation in figures. */
@ObjectType({ description: "One agency's implementation of a catalogue item in figures (事项比较项)." })
export class MatterComparison {
  @Field(() => ServiceMatter, { description: "The matter (事项)." })
  matter: ServiceMatter;

  @Field(() => Float, {
    nullable: true,
    description: "Promised limit in days, 0 for on the spot; hours as parts of a day (承诺办结时限, 日).",
  })
  promisedDays?: number;

  @Field(() => Float, { nullable: true, description: "Limit of the law in days (法定办结时限, 日)." })
  statutoryDays?: number;

  @Field(() => Int, { nullable: true, description: "Visits needed (到办事现场次数)." })
  visits?: number;

  @Field(() => Int, { description: "Number of fees (收费项目数)." })
  feeCount: number;

  @Field(() => Int, { description: "Number of materials (申请材料数)." })
  materialCount: number;

  @Field(() => Int, { description: "Number of materials that must be handed in (必要材料数)." })
  requiredMaterialCount: number;
}

/** A page of entries. */
export const MatterComparisonConnection = createConnectionType("MatterComparison", () => MatterComparison, "事项比较");
