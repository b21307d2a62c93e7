/** ElectronicLicence: a licence in the shared store, which its holder can show instead of paper (电子证照, up_lic_*). */
import {
  Closed,
  Directive,
  Field,
  ID,
  ObjectType,
  Open,
  OwnedRecord,
  Personal,
} from "../../../platform/graphql/classes/index.js";
import { DateScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { ElectronicLicenceState } from "./electronic-licence.enums.js";
import type * as domain from "./electronic-licence.js";

/** Closes a field to holder, agency and supervisor. */
export const LicenceFile = (): PropertyDecorator & MethodDecorator =>
  Closed({ tier: ["OWNER", "AGENCY", "SUPERVISOR"], reason: "PERSONAL_PRIVACY", basis: "OGI-2019-15" });

/** An electronic licence. Links are in its resolver. */
@Directive('@key(fields: "certificateNumber")')
@OwnedRecord({ subject: "subject", agency: "deptUscc", division: "divisionCode" })
@Personal("IDENTITY")
@ObjectType({ description: "A licence in the shared store of electronic licences (电子证照)." })
export class ElectronicLicence implements domain.ElectronicLicence {
  @Open({ reviewed: "2026-11-25", by: "matters: a number without its licence says nothing" })
  @Field(() => ID, { description: "Number of the certificate (证照编号)." })
  certificateNumber: string;

  @LicenceFile()
  @Field(() => String, { nullable: true, description: "Name (证照名称)." })
  name: string;

  @LicenceFile()
  @Field(() => String, { nullable: true, description: "Type, as materials name it (证照类型, licenceTypeCode)." })
  licenceType: string;

  @LicenceFile()
  @Field(() => String, { nullable: true, description: "Holder (持证主体)." })
  holderName: string;

  @LicenceFile()
  @Field(() => DateScalar, { nullable: true, description: "Day of issue (颁发日期)." })
  issuedOn: string;

  @LicenceFile()
  @Field(() => DateScalar, {
    nullable: true,
    description: "Last day of validity; none for an unlimited one (有效期至).",
  })
  validTo?: string;

  @LicenceFile()
  @Field(() => DateScalar, { nullable: true, description: "Day of revocation (吊销或注销日期)." })
  revokedOn?: string;

  @LicenceFile()
  @Field(() => ElectronicLicenceState, {
    nullable: true,
    description: "State on the day of the request (电子证照状态).",
  })
  state: ElectronicLicenceState;

  caseNo: string;
  matterId: string;
  deptId: string;
  holderOrgId?: string;
  subject: string;
  deptUscc: string;
  divisionCode: string;
}

/** A page of licences. */
export const ElectronicLicenceConnection = createConnectionType(
  "ElectronicLicence",
  () => ElectronicLicence,
  "电子证照",
);
