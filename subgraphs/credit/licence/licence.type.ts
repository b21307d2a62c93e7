/** AdministrativeLicence: a licensing decision in publicity (行政许可公示, XK_*). */
import { Closed, Directive, Field, ID, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { PublishedRecord } from "../counterparty/counterparty.type.js";
import { LicenceCategory, RecordState } from "./licence.enums.js";
import { LicencePublicity } from "./licence.machine.js";

/** A licence. */
@Directive('@key(fields: "id")')
@OwnedRecord({ subject: "subject", agency: "authorityUscc", division: "divisionCode" })
@ObjectType({ description: "An administrative licence in publicity (行政许可公示)." })
export class AdministrativeLicence extends PublishedRecord {
  @Field(() => String, { nullable: true, description: "Name of the decision (许可文书名称, XK_XKWS)." })
  docName?: string;

  @Field(() => LicenceCategory, { description: "Category (许可类别, XK_XKLB)." })
  category: LicenceCategory;

  @Field(() => String, { nullable: true, description: "Name of the certificate (许可证书名称, XK_XKZS)." })
  certName?: string;

  @Field(() => String, { nullable: true, description: "Number of the certificate (许可编号, XK_XKBH)." })
  licenceNo?: string;

  @Field(() => String, { description: "What is licensed (许可内容, XK_NR)." })
  content: string;

  @Field(() => DateScalar, { nullable: true, description: "First day of validity (有效期自, XK_YXQZ)." })
  validFrom?: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day of validity (有效期至, XK_YXQZI)." })
  validTo?: string;

  @Field(() => RecordState, { description: "Whether it is valid on the day of the request (当前状态)." })
  state: RecordState;

  @Field(() => LicencePublicity, { description: "Where publicity stands on the day of the request (公示状态)." })
  publicityState: LicencePublicity;

  @Field(() => String, { nullable: true, description: "Why it was withdrawn (撤回原因)." })
  withdrawReason?: string;

  @Closed({ tier: ["AGENCY", "SUPERVISOR"], reason: "PERSONAL_PRIVACY", basis: "OGI-2019-15" })
  @Field(() => ID, { nullable: true, description: "Case in which it was granted (办件编号)." })
  caseNo?: string;

  matterId?: string;
}

/** A page of licences. */
export const AdministrativeLicenceConnection = createConnectionType(
  "AdministrativeLicence",
  () => AdministrativeLicence,
  "行政许可",
);
