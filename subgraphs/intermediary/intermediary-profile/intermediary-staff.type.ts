/** IntermediaryStaff: a qualified person of an intermediary; the public sees name and number in part (从业人员). */
import { Closed, Field, ObjectType, Open, OwnedRecord, Personal } from "../../../platform/graphql/classes/index.js";
import { createConnectionType } from "../../../platform/graphql/index.js";

/** A qualified person. */
@Personal("NAME")
@OwnedRecord({ subject: "firmUscc", division: "divisionCode" })
@ObjectType({ description: "A qualified person of an intermediary (从业人员)." })
export class IntermediaryStaff {
  @Closed({
    tier: ["MASKED", "OWNER", "SUPERVISOR"],
    reason: "PERSONAL_PRIVACY",
    basis: "OGI-2019-15",
    mask: "NAME",
  })
  @Field(() => String, { nullable: true, description: "Name; the public sees the surname alone (姓名)." })
  name?: string;

  @Closed({
    tier: ["MASKED", "OWNER", "SUPERVISOR"],
    reason: "PERSONAL_PRIVACY",
    basis: "OGI-2019-15",
    mask: "ACCOUNT",
  })
  @Field(() => String, {
    nullable: true,
    description: "Number of the certificate; the public sees the last four characters (执业证号, certNo).",
  })
  certNo?: string;

  @Open({
    reviewed: "2026-11-25",
    by: "intermediary: professions of an intermediary's staff are part of its qualification",
  })
  @Field(() => String, { description: "Profession (执业资格)." })
  profession: string;

  intermediaryId: string;
  firmUscc?: string;
  divisionCode: string;
  position: number;
}

/** A page of staff. */
export const IntermediaryStaffConnection = createConnectionType(
  "IntermediaryStaff",
  () => IntermediaryStaff,
  "从业人员",
);
