/** CreditCommitment: what a person or body promised and whether it was kept (信用承诺); RequiredCommitment: what a matter asks for. */
import {
  Closed,
  Directive,
  Field,
  ID,
  Int,
  ObjectType,
  Open,
  OwnedRecord,
} from "../../../platform/graphql/classes/index.js";
import { DateScalar, Deadline, createConnectionType } from "../../../platform/graphql/index.js";
import { CommitmentType } from "./commitment.enums.js";
import { Fulfilment } from "./commitment.machine.js";

/** A commitment. */
@Directive('@key(fields: "id")')
@OwnedRecord({ subject: "subject", agency: "authorityUscc", division: "divisionCode" })
@ObjectType({ description: "A credit commitment and whether it was kept (信用承诺及履行情况)." })
export class CreditCommitment {
  @Field(() => ID, { description: "Id (承诺编号)." })
  id: string;

  @Field(() => CommitmentType, { description: "Type (承诺类型)." })
  type: CommitmentType;

  @Field(() => String, { description: "What is promised (承诺内容)." })
  text: string;

  @Open({ reviewed: "2026-11-25", by: "credit: names of bodies alone, persons are in signerName" })
  @Field(() => String, {
    nullable: true,
    description: "Name of the body that promised; null for natural persons (承诺主体名称).",
  })
  counterpartyName?: string;

  @Closed({
    tier: ["MASKED", "OWNER", "AGENCY", "SUPERVISOR"],
    reason: "PERSONAL_PRIVACY",
    basis: "OGI-2019-15",
    mask: "NAME",
  })
  @Field(() => String, {
    nullable: true,
    description: "Natural person who signed; the public sees the surname alone (签署人).",
  })
  signerName?: string;

  @Field(() => DateScalar, { description: "Day of signing (承诺日期)." })
  signedOn: string;

  @Field(() => DateScalar, { nullable: true, description: "Day by which it is to be kept (履行期限)." })
  dueOn?: string;

  @Field(() => Deadline, {
    nullable: true,
    description: "That day as a limit; null where there is none (履行时限).",
  })
  deadline?: Deadline;

  @Field(() => Fulfilment, { description: "Whether it was kept (履行状态)." })
  fulfilment: Fulfilment;

  @Field(() => DateScalar, { nullable: true, description: "Day on which that was verified (核实日期)." })
  verifiedOn?: string;

  subject?: string;
  authorityId: string;
  authorityUscc: string;
  divisionCode: string;
  counterpartyId?: string;
  verifiedById?: string;
  matterId?: string;
  caseNo?: string;
}

/** A page of commitments. */
export const CreditCommitmentConnection = createConnectionType("CreditCommitment", () => CreditCommitment, "信用承诺");

/** A commitment that a matter asks for. */
@ObjectType({ description: "A commitment that a matter asks for or accepts (事项所需信用承诺)." })
export class RequiredCommitment {
  @Field(() => CommitmentType, { description: "Type (承诺类型)." })
  type: CommitmentType;

  @Field(() => String, { description: "Text to be signed (承诺书内容)." })
  text: string;

  @Field(() => Int, { nullable: true, description: "Natural days in which it is to be kept (履行天数)." })
  withinDays?: number;
}
