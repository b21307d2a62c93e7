/** FundPublication: publicity before a decision takes effect, and the public notice of what came out (公示与公告). */
import { Field, ID, Int, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { FundPublicationKind, FundPublicationLevel } from "./fund-publication.enums.js";

/** A publication. What it is about is resolved from the codes that the schema does not show. */
@ObjectType({ description: "Publicity of, or a public notice about, public money (资金公示公告)." })
export class FundPublication {
  @Field(() => ID, { description: "Id (公示公告编号)." })
  id: string;

  @Field(() => FundPublicationKind, { description: "Publicity or public notice (类型)." })
  kind: FundPublicationKind;

  @Field(() => FundPublicationLevel, { description: "Level at which it is posted (层级)." })
  level: FundPublicationLevel;

  @Field(() => String, { description: "Title (标题)." })
  title: string;

  @Field(() => DateScalar, { description: "First day (发布日期)." })
  publishedOn: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day, where it ends (截止日期)." })
  endsOn?: string;

  @Field(() => String, { description: "Where it is posted (发布渠道)." })
  channel: string;

  @Field(() => Int, { description: "Objections raised so far; their text is not published (异议数量)." })
  objectionsCount: number;

  @Field(() => String, {
    nullable: true,
    description: "Village, twelve digits, where it is a village's (村级区划代码).",
  })
  villageCode?: string;

  @Field(() => ID, { nullable: true, description: "Batch whose roster it shows (批次号)." })
  batchNo?: string;

  /** Amount as it was posted; who may still be told is for the service. */
  postedAmount?: bigint;
  decidedOn?: string;
  policyCode: string;
  allotmentNo?: string;
  projectCode?: string;
  divisionCode: string;
}

/** A page of publications. */
export const FundPublicationConnection = createConnectionType("FundPublication", () => FundPublication, "资金公示公告");
