/** OpennessOffice: where an agency takes requests for information (政府信息公开工作机构). */
import { Field, Int, ObjectType, Open } from "../../../platform/graphql/classes/index.js";
import { createConnectionType } from "../../../platform/graphql/index.js";

/** An office, as the guide to the agency's information has to name it (政府信息公开条例 第十二条). */
@ObjectType({ description: "Office of an agency that takes requests for information (政府信息公开工作机构)." })
export class OpennessOffice {
  @Field(() => String, { description: "Name (机构名称)." })
  name: string;

  @Open({ reviewed: "2026-11-30", by: "openness: it is an office's own, published by article 12 of the regulation" })
  @Field(() => String, { description: "Address (办公地址)." })
  address: string;

  @Open({ reviewed: "2026-11-30", by: "openness: it is an office's own, published by article 12 of the regulation" })
  @Field(() => String, { description: "Telephone of the office (联系电话)." })
  phone: string;

  @Field(() => String, { nullable: true, description: "Post of whoever leads it, and no name (负责人职务)." })
  leaderPost?: string;

  @Field(() => Int, { nullable: true, description: "How many work in it (工作人员数)." })
  staffCount?: number;

  agencyId: string;
  agencyUscc: string;
  divisionCode: string;
}

/** A page of offices. */
export const OpennessOfficeConnection = createConnectionType(
  "OpennessOffice",
  () => OpennessOffice,
  "政府信息公开工作机构",
);
