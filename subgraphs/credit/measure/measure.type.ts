/** Measure: what a listing brings with it, from the national catalogue (失信惩戒措施基础清单). */
import { Field, ID, ObjectType } from "../../../platform/graphql/classes/index.js";
import { createConnectionType, describeEnum } from "../../../platform/graphql/index.js";

/** Class of measure. */
export enum MeasureCategory {
  INCENTIVE = "INCENTIVE",
  RESTRICTION = "RESTRICTION",
  MANAGEMENT = "MANAGEMENT",
  MARKET = "MARKET",
}

describeEnum(MeasureCategory, "MeasureCategory", "Class of measure (措施类别).", {
  INCENTIVE: "Incentive for the trustworthy (守信激励).",
  RESTRICTION: "Diminishes rights or adds duties; only by law (减损权益或增加义务的措施).",
  MANAGEMENT: "Management by an agency within its duties (履职所需的管理措施).",
  MARKET: "Taken by others of their own accord (公共管理机构以外的组织自主实施).",
});

/** A measure. */
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
