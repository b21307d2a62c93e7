/** Columns of organisations and of their identifiers, once: row, select list and mapping come from here. */
import { day, defineTable, json, searchWords, text, type RowOf } from "../../../platform/database/index.js";
import type { IdentifierScheme, OrgKind, OrgStatus } from "./organization.enums.js";
import type { StoredIdentifierV1, StoredNamedPeriodV1 } from "./organization.stored.js";

/** Organisations, those that are no more included (机构/主体). */
export const ORGANIZATIONS = defineTable("organizations", {
  id: text("id"),
  uscc: text("uscc").nullable(),
  name: text("name"),
  shortName: text("short_name").nullable(),
  formerNames: json("former_names").of<readonly StoredNamedPeriodV1[]>().byDefault(),
  kind: text("kind").of<OrgKind>(),
  identifiers: json("identifiers").of<readonly StoredIdentifierV1[]>().byDefault(),
  status: text("status").of<OrgStatus>(),
  legalRepName: text("legal_rep_name").nullable(),
  contact: text("contact").nullable(),
  divisionCode: text("division_code").nullable(),
  registeredAtCode: text("registered_at_code").nullable(),
  parentId: text("parent_id").nullable(),
  search: searchWords("search"),
  establishedOn: day("established_on").nullable(),
  statusSince: day("status_since").nullable(),
  mergedIntoId: text("merged_into_id").nullable(),
  mergedOn: day("merged_on").nullable(),
});

/** A row of organisations. */
export type OrganizationRow = RowOf<typeof ORGANIZATIONS>;

/** Who holds and held an identifier; local codes with their source in front (机构标识). */
export const ORGANIZATION_IDENTIFIERS = defineTable("organization_identifiers", {
  scheme: text("scheme").of<IdentifierScheme>(),
  value: text("value"),
  organizationId: text("organization_id"),
  validFrom: day("valid_from").nullable(),
  validTo: day("valid_to").nullable(),
});

/** A row of organization_identifiers. */
export type OrganizationIdentifierRow = RowOf<typeof ORGANIZATION_IDENTIFIERS>;
