/** SQL of organisations; rows become domain objects here. */
import type { Knex } from "knex";
import { beginningWith, whereNameMatches, type RecordOf } from "../../../platform/database/index.js";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import type { PageArgs } from "../../../platform/graphql/connection.type.js";
import type { CursorCodec, Page } from "../../../platform/graphql/lists/index.js";
import { readPage } from "../../../platform/graphql/page.js";
import { OrganizationOrder } from "./organization.enums.js";
import { type OrganizationQuery } from "./organization.input.js";
import type { IdentifierScheme } from "./organization.enums.js";
import type { Organization } from "./organization.js";
import {
  ORGANIZATIONS,
  ORGANIZATION_IDENTIFIERS,
  type OrganizationIdentifierRow,
  type OrganizationRow,
} from "./organization.rows.js";
import { STORED_IDENTIFIER, STORED_NAMED_PERIOD } from "./organization.stored.js";

const COLUMNS = ORGANIZATIONS.columns();
const shown = ORGANIZATIONS.to<Organization>()("formerNames", "identifiers");

const toOrganization = (row: OrganizationRow): Organization =>
  shown(row, {
    formerNames: row.former_names.map(STORED_NAMED_PERIOD.read),
    identifiers: row.identifiers.map(STORED_IDENTIFIER.read),
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
export type Holding = RecordOf<typeof ORGANIZATION_IDENTIFIERS>;

/** Every holder, past and present, of these identifiers; an organisation code is also held by the credit codes that embed it. */
export const findHoldings = async (
  db: Knex,
  wanted: readonly { readonly scheme: IdentifierScheme; readonly value: string }[],
): Promise<Holding[]> => {
  const { rows } = (await db.raw(
    `with wanted as (select * from unnest(?::text[], ?::text[]) as w(scheme, value))
     select ${ORGANIZATION_IDENTIFIERS.columns().join(", ")} from organization_identifiers join wanted using (scheme, value)
     union all
     select 'ORG9', substr(uscc, 9, 9), id, null, null from organizations
     where substr(uscc, 9, 9) in (select value from wanted where scheme = 'ORG9')
     order by valid_to desc nulls first, organization_id`,
    [wanted.map(({ scheme }) => scheme), wanted.map(({ value }) => value)],
  )) as { rows: OrganizationIdentifierRow[] };
  return rows.map(ORGANIZATION_IDENTIFIERS.toRecord);
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
