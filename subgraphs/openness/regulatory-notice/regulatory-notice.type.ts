/** RegulatoryNotice: what a regulator tells of an area or of an enterprise in it (监管信息). */
import { Directive, Field, ID, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { RegulatoryArea } from "./regulatory-area.js";

/** A notice. Public from its publication on. */
@Directive('@key(fields: "id")')
@OwnedRecord({ agency: "organUscc", division: "divisionCode" })
@ObjectType({ description: "What a regulator tells of an area, or of an enterprise in it (监管信息)." })
export class RegulatoryNotice {
  @Field(() => ID, { description: "Id (信息编号)." })
  id: string;

  @Field(() => RegulatoryArea, { description: "Area (监管领域)." })
  area: RegulatoryArea;

  @Field(() => String, { description: "Title (标题)." })
  title: string;

  @Field(() => String, { description: "Text (正文)." })
  body: string;

  @Field(() => DateScalar, { description: "Day on which it was issued (发布日期)." })
  issuedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of publication; absent while its body and supervisors alone know of it (公开日期).",
  })
  publishedOn?: string;

  organId: string;
  organUscc: string;
  divisionCode: string;
  aboutId?: string;
  aboutUscc?: string;
}

/** A page of notices. */
export const RegulatoryNoticeConnection = createConnectionType("RegulatoryNotice", () => RegulatoryNotice, "监管信息");
