/** SQL of sanctions. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import { ANONYMOUS, divisionPrefix, type Viewer } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows, readableSql, type Condition } from "../../../platform/database/index.js";
import type { IntermediarySanctionFilter } from "./intermediary-sanction.input.js";
import { WHOSE_SANCTION } from "./intermediary-sanction.policy.js";
import { BARRING_LEVELS, expiresOn, stateOn, termsOf, type SanctionFacts } from "./intermediary-sanction.status.js";
import type { SanctionLevel } from "./intermediary-sanction.machine.js";
import { INTERMEDIARY_SANCTIONS, type SanctionRow } from "./intermediary-sanction.rows.js";
import type { IntermediarySanction } from "./intermediary-sanction.type.js";

const shown = INTERMEDIARY_SANCTIONS.to<IntermediarySanction>()();

/** What state and last days of a row follow from. */
export const sanctionFacts = (row: SanctionRow) =>
  ({
    priorNoticeOn: row.prior_notice_on,
    decidedOn: row.decided_on ?? undefined,
    months: row.months ?? undefined,
    revokedOn: row.revoked_on ?? undefined,
    droppedOn: row.dropped_on ?? undefined,
  }) as SanctionFacts & { readonly priorNoticeOn: string };

/** Domain object of a row as it stands on the day. */
export const toSanction = (row: SanctionRow, today: string): IntermediarySanction => {
  const facts = sanctionFacts(row);
  return shown(row, { state: stateOn(facts, today), expiresOn: expiresOn(facts), ...termsOf(facts) });
};

/** Sanctions with these ids, in no order; access is decided by the service. */
export const findSanctions = async (db: Knex, ids: readonly string[]): Promise<SanctionRow[]> =>
  (await db("intermediary_sanctions")
    .select(INTERMEDIARY_SANCTIONS.columns())
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
  filter: IntermediarySanctionFilter,
): Knex.QueryBuilder => {
  const query = readableRows(db("intermediary_sanctions").select(INTERMEDIARY_SANCTIONS.columns()), WHOSE_SANCTION, {
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

/** Those of an intermediary. */
export const sanctionsOfIntermediary = (
  db: Knex,
  viewer: Viewer,
  today: string,
  intermediaryId: Knex.Raw,
): Knex.QueryBuilder => sanctionsQuery(db, viewer, today, {}).where("intermediary_id", intermediaryId);

/** An intermediary and the gravest level under which it may not bid on the day. */
export const listBarred = async (
  db: Knex,
  intermediaryIds: readonly string[],
  today: string,
): Promise<{ intermediaryId: string; level: SanctionLevel }[]> => {
  const { sql, bindings } = inForce(today);
  return db("intermediary_sanctions")
    .select("intermediary_id as intermediaryId", "level")
    .whereIn("intermediary_id", [...intermediaryIds])
    .whereIn("level", [...BARRING_LEVELS])
    .whereRaw(sql, [...bindings]);
};
