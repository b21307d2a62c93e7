/** SQL of organisations; rows become domain objects here. */
import type { Knex } from "knex";
import { beginningWith, whereNameMatches } from "../../../platform/database/index.js";
import { divisionPrefix } from "../../../platform/auth/index.js";
import { readPage, type CursorCodec, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import { OrganizationOrder, type OrganizationQuery } from "./organization.input.js";
import type {
  IdentifierScheme,
  NamedPeriod,
  OrgIdentifier,
  OrgKind,
  OrgStatus,
  Organization,
} from "./organization.type.js";

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
  established_on: string | null;
  status_since: string | null;
  merged_into_id: string | null;
  merged_on: string | null;
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
  "established_on",
  "status_since",
  "merged_into_id",
  "merged_on",
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
  establishedOn: row.established_on ?? undefined,
  statusSince: row.status_since ?? undefined,
  mergedIntoId: row.merged_into_id ?? undefined,
  mergedOn: row.merged_on ?? undefined,
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

/** Organisations that were merged into these, the first hundred of each, ordered by day and id. */
export const listMergedInto = async (db: Knex, ids: readonly string[]): Promise<Organization[]> => {
  const ranked = db("organizations")
    .select(...COLUMNS, db.raw("row_number() over (partition by merged_into_id order by merged_on, id) as position"))
    .whereIn("merged_into_id", [...ids]);
  const rows = await db.from(ranked.as("ranked")).where("position", "<=", 100).orderBy(["merged_into_id", "position"]);
  return (rows as OrganizationRow[]).map(toOrganization);
};

/** Who held an identifier, and when. */
export interface Holding {
  readonly scheme: IdentifierScheme;
  readonly value: string;
  readonly organizationId: string;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** Every holder, past and present, of these identifiers; an organisation code is also held by the credit codes that embed it. */
export const findHoldings = async (
  db: Knex,
  wanted: readonly { readonly scheme: IdentifierScheme; readonly value: string }[],
): Promise<Holding[]> => {
  const { rows } = (await db.raw(
    `with wanted as (select * from unnest(?::text[], ?::text[]) as w(scheme, value))
     select scheme, value, organization_id, valid_from, valid_to from organization_identifiers join wanted using (scheme, value)
     union all
     select 'ORG9', substr(uscc, 9, 9), id, null, null from organizations
     where substr(uscc, 9, 9) in (select value from wanted where scheme = 'ORG9')
     order by valid_to desc nulls first, organization_id`,
    [wanted.map(({ scheme }) => scheme), wanted.map(({ value }) => value)],
  )) as {
    rows: {
      scheme: IdentifierScheme;
      value: string;
      organization_id: string;
      valid_from: string | null;
      valid_to: string | null;
    }[];
  };
  return rows.map((row) => ({
    scheme: row.scheme,
    value: row.value,
    organizationId: row.organization_id,
    validFrom: row.valid_from ?? undefined,
    validTo: row.valid_to ?? undefined,
  }));
};

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
  if (filter?.division) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
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
