/** SQL of sanctions. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import { ANONYMOUS, divisionPrefix, type Viewer } from "../../../platform/auth/index.js";
import { beginningWith, readableRows, readableSql, type Condition } from "../../../platform/database/index.js";
import type { AgencySanctionFilter } from "./agency-sanction.input.js";
import { WHOSE_SANCTION } from "./agency-sanction.policy.js";
import { BARRING_LEVELS, expiresOn, stateOn } from "./agency-sanction.status.js";
import type { SanctionLevel } from "./agency-sanction.machine.js";
import { AGENCY_SANCTIONS, type SanctionRow } from "./agency-sanction.rows.js";
import type { AgencySanction } from "./agency-sanction.type.js";

const shown = AGENCY_SANCTIONS.to<AgencySanction>()();

/** Domain object of a row as it stands on the day. */
export const toSanction = (row: SanctionRow, today: string): AgencySanction => {
  const facts = {
    decidedOn: row.decided_on ?? undefined,
    months: row.months ?? undefined,
    revokedOn: row.revoked_on ?? undefined,
  };
  return shown(row, { state: stateOn(facts, today), expiresOn: expiresOn(facts) });
};

/** Sanctions with these ids, in no order; access is decided by the service. */
export const findSanctions = async (db: Knex, ids: readonly string[]): Promise<SanctionRow[]> =>
  (await db("agency_sanctions")
    .select(AGENCY_SANCTIONS.columns())
    .whereIn("id", [...ids])) as SanctionRow[];

/** Everybody's, and not over on the day: a sanction without duration is over with its day. */
const inForce = (today: string): Condition => {
  const { sql, bindings } = readableSql(WHOSE_SANCTION, { viewer: ANONYMOUS, today });
  return {
    sql: `(${sql} and (decided_on + coalesce(months, 0) * interval '1 month')::date >= ?)`,
    bindings: [...bindings, today],
  };
};

/** Sanctions that the viewer may know of on the day and that fit; the caller adds parent, order and page. */
export const sanctionsQuery = (
  db: Knex,
  viewer: Viewer,
  today: string,
  filter: AgencySanctionFilter,
): Knex.QueryBuilder => {
  const query = readableRows(db("agency_sanctions").select(AGENCY_SANCTIONS.columns()), WHOSE_SANCTION, {
    viewer,
    today,
  });
  if (filter.levels) query.whereIn("level", filter.levels);
  if (filter.division) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  if (filter.inForce != null) {
    const { sql, bindings } = inForce(today);
    query.whereRaw(filter.inForce ? sql : `not coalesce(${sql}, false)`, [...bindings]);
  }
  return query;
};

/** Those of an agency. */
export const sanctionsOfAgency = (db: Knex, viewer: Viewer, today: string, agencyId: Knex.Raw): Knex.QueryBuilder =>
  sanctionsQuery(db, viewer, today, {}).where("agency_id", agencyId);

/** An agency and the gravest level under which it may not bid on the day. */
export const listBarred = async (
  db: Knex,
  agencyIds: readonly string[],
  today: string,
): Promise<{ agencyId: string; level: SanctionLevel }[]> => {
  const { sql, bindings } = inForce(today);
  return db("agency_sanctions")
    .select("agency_id as agencyId", "level")
    .whereIn("agency_id", [...agencyIds])
    .whereIn("level", [...BARRING_LEVELS])
    .whereRaw(sql, [...bindings]);
};
