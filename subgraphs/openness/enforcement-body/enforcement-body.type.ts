/** EnforcementBody: what a body publishes before it enforces, and the certificates of its staff (执法事前公开). */
import {
  Closed,
  Directive,
  Field,
  ID,
  ObjectType,
  Open,
  OwnedRecord,
} from "../../../platform/graphql/classes/index.js";
import { DateScalar, ListSize, createConnectionType } from "../../../platform/graphql/index.js";

/** What a body publishes of its enforcement (国办发〔2018〕118号, before the event). */
@ObjectType({ description: "What a body publishes before it enforces (行政执法主体事前公开)." })
export class EnforcementBody {
  @ListSize(50)
  @Field(() => [String], { description: "What it is there for, at most 50 (执法职责)." })
  duties: string[];

  @ListSize(50)
  @Field(() => [String], { description: "How it proceeds, step by step, at most 50 (执法程序)." })
  procedure: string[];

  @Field(() => String, { description: "How and where somebody contests what it decides (救济渠道)." })
  remedy: string;

  @Open({ reviewed: "2026-11-30", by: "openness: it is the body's own number, published for complaints" })
  @Field(() => String, { description: "Telephone for complaints (监督举报电话)." })
  hotline: string;

  organId: string;
  organUscc: string;
  divisionCode: string;
  basisIds: string[];
  benchmarksOf?: string;
}

/** A certificate: number, body and validity are public, so that anybody can check it; who holds it is told by the body on the spot. */
@Directive('@key(fields: "number")')
@OwnedRecord({ agency: "organUscc", division: "divisionCode" })
@ObjectType({ description: "A certificate of somebody who enforces (行政执法证件)." })
export class StaffCertificate {
  @Field(() => ID, { description: "Number (证件编号)." })
  number: string;

  @Open({ reviewed: "2026-11-30", by: "openness: it is the name of a body" })
  @Field(() => String, { description: "Name of the body, as the certificate has it (执法单位名称)." })
  organName: string;

  @Closed({ tier: ["AGENCY", "SUPERVISOR"], reason: "PERSONAL_PRIVACY", basis: "OGI-2019-15" })
  @Field(() => String, {
    nullable: true,
    description:
      "Name of the holder, for the body and its supervisors; others read it on the certificate (持证人姓名).",
  })
  holderName: string;

  @Field(() => DateScalar, { description: "First day of its validity (有效期起)." })
  validFrom: string;

  @Field(() => DateScalar, { description: "Last day of its validity (有效期止)." })
  validUntil: string;

  @Field(() => DateScalar, { nullable: true, description: "Day on which it was revoked (注销日期)." })
  revokedOn?: string;

  organId: string;
  organUscc: string;
  divisionCode: string;
}

/** A page of certificates. */
export const StaffCertificateConnection = createConnectionType(
  "StaffCertificate",
  () => StaffCertificate,
  "行政执法证件",
);
