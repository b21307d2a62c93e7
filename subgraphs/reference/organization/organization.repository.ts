/** SQL of organisations; rows become domain objects here. */
import type { Knex } from "knex";
import { whereNameMatches } from "../../../platform/database/index.js";
import { divisionPrefix } from "../../../platform/auth/index.js";
import { readPage, type CursorCodec, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import { OrganizationOrder } from "./organization.input.js";
import type { OrganizationQuery } from "./organization.service.js";
import type { NamedPeriod, OrgIdentifier, OrgKind, OrgStatus, Organization } from "./organization.type.js";

interface OrganizationRow {
  id: string;
  uscc: string | null;
  name: string;
  short_name: string | null;
  former_names: NamedPeriod[];
  kind: OrgKind;
  identifiers: OrgIdentifier[];
  status: OrgStatus;
  legal_rep_name: string | null;
  contact: string | null;
  division_code: string | null;
  registered_at_code: string | null;
  parent_id: string | null;
}

const COLUMNS = [
  "id",
  "uscc",
  "name",
  "short_name",
  "former_names",
  "kind",
  "identifiers",
  "status",
  "legal_rep_name",
  "contact",
  "division_code",
  "registered_at_code",
  "parent_id",
];

const toOrganization = (row: OrganizationRow): Organization => ({
  id: row.id,
  uscc: row.uscc ?? undefined,
  name: row.name,
  shortName: row.short_name ?? undefined,
  formerNames: row.former_names,
  kind: row.kind,
  identifiers: row.identifiers,
  status: row.status,
  legalRepName: row.legal_rep_name ?? undefined,
  contact: row.contact ?? undefined,
  divisionCode: row.division_code ?? undefined,
  registeredAtCode: row.registered_at_code ?? undefined,
  parentId: row.parent_id ?? undefined,
});

/** Organisations whose id or credit code is among the keys, in no order. */
export const findOrganizations = async (
  db: Knex,
  column: "id" | "uscc",
  keys: readonly string[],
): Promise<Organization[]> =>
  (
    (await db("organizations")
      .select(COLUMNS)
      .whereIn(column, [...keys])) as OrganizationRow[]
  ).map(toOrganization);

/** A page of organisations. */
export const listOrganizations = async (
  db: Knex,
  { search, filter, orderBy }: OrganizationQuery,
  page: PageArgs,
  cursors: CursorCodec,
): Promise<Page<Organization>> => {
  const query = db("organizations").select(COLUMNS);
  if (search != null) whereNameMatches(query, search, "uscc");
  if (filter?.kinds) query.whereIn("kind", filter.kinds);
  if (filter?.division) query.whereLike("division_code", `${divisionPrefix(filter.division)}%`);
  return readPage<OrganizationRow, Organization>({
    query,
    orderBy:
      orderBy === OrganizationOrder.NAME
        ? [
            { column: "name", direction: "asc" },
            { column: "id", direction: "asc" },
          ]
        : [{ column: "id", direction: "asc" }],
    ordering: `organizations:${orderBy}`,
    filter: { search, filter },
    page,
    cursors,
    toNode: toOrganization,
  });
};
