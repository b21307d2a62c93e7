/** Organization: its shape, codes and disclosure (机构/主体). */
import {
  Closed,
  Directive,
  Field,
  ID,
  ObjectType,
  Open,
  OwnedRecord,
  SameForAll,
  Tag,
} from "../../../platform/graphql/classes/index.js";
import { DateScalar, UsccScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { IdentifierScheme, OrgKind, OrgStatus } from "./organization.enums.js";
import type * as domain from "./organization.js";

/** An identifier by which an organisation is known. */
@SameForAll()
@Tag("partner")
@ObjectType({ description: "An identifier by which an organisation is known (机构标识)." })
export class OrgIdentifier implements domain.OrgIdentifier {
  @Field(() => IdentifierScheme, { description: "Scheme of the identifier (标识类型)." })
  scheme: IdentifierScheme;

  @Field(() => String, { description: "The identifier as its source writes it (标识值)." })
  value: string;

  @Field(() => Boolean, { description: "True if the identifier passes its scheme's check (是否有效)." })
  valid: boolean;

  @Field(() => String, { nullable: true, description: "System that gave it (来源)." })
  source?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "First day on which it was this body's, where known (启用日期).",
  })
  validFrom?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Last day on which it was this body's; null while it is (停用日期).",
  })
  validTo?: string;
}

/** A name and when it was in use. */
@SameForAll()
@Tag("partner")
@ObjectType({ description: "A name and when it was in use (曾用名)." })
export class NamedPeriod implements domain.NamedPeriod {
  @Open({ reviewed: "2026-11-24", by: "reference: names of bodies are public" })
  @Field(() => String, { description: "The name (名称)." })
  name: string;

  @Field(() => DateScalar, { nullable: true, description: "First day of use (启用日期)." })
  from?: string;

  @Field(() => DateScalar, { nullable: true, description: "Last day of use (停用日期)." })
  to?: string;
}

/** An organisation. Links to divisions are resolved from `divisionCode`, `registeredAtCode`. */
@Directive('@key(fields: "id")')
@Directive('@key(fields: "uscc")')
@OwnedRecord({ subject: "uscc", agency: "uscc", division: "divisionCode" })
@SameForAll()
@Tag("partner")
@ObjectType({ description: "An organisation: agency, institution, enterprise and so on (机构/主体)." })
export class Organization implements domain.Organization {
  @Field(() => ID, { description: "Id that never changes: CN-USCC-…, CN-ORG-… or CN-LOCAL-… (机构编号)." })
  id: string;

  @Field(() => UsccScalar, { nullable: true, description: "Unified social credit code (统一社会信用代码)." })
  uscc?: string;

  @Field(() => String, { nullable: true, description: "Registered name (机构名称, deptName)." })
  name: string;

  @Field(() => String, { nullable: true, description: "Customary short name (简称)." })
  shortName?: string;

  @Open({ reviewed: "2026-11-29", by: "reference: names of organisations are public, those before too" })
  @Field(() => [NamedPeriod], { nullable: true, description: "Names it had before (曾用名)." })
  formerNames: NamedPeriod[];

  @Field(() => OrgKind, { nullable: true, description: "Kind of organisation (机构类型)." })
  kind: OrgKind;

  @Field(() => [OrgIdentifier], { nullable: true, description: "All identifiers by which it is known (机构标识)." })
  identifiers: OrgIdentifier[];

  @Field(() => OrgStatus, { nullable: true, description: "Standing in its register (登记状态)." })
  status: OrgStatus;

  @Field(() => DateScalar, { nullable: true, description: "Day on which it was founded, where known (成立日期)." })
  establishedOn?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "First day of its present standing, such as the day of deregistration (状态起始日期).",
  })
  statusSince?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day on which it was merged into another body (合并日期).",
  })
  mergedOn?: string;

  @Open({ reviewed: "2026-11-24", by: "reference: legal representatives of bodies are on the public register" })
  @Field(() => String, { nullable: true, description: "Legal representative of a body (法定代表人)." })
  legalRepName?: string;

  @Closed({ tier: ["AGENCY", "SUPERVISOR"], reason: "INTERNAL_AFFAIRS", basis: "OGI-2019-16" })
  @Field(() => String, { nullable: true, description: "Internal contact of the organisation (联系方式)." })
  contact?: string;

  divisionCode?: string;
  registeredAtCode?: string;
  parentId?: string;
  mergedIntoId?: string;
}

/** A page of organisations. */
export const OrganizationConnection = createConnectionType("Organization", () => Organization, "机构");
