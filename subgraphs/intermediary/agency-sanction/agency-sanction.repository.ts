/** SQL of sanctions. Rows that a viewer may not know of are left out in SQL, counts included. */
import type { Knex } from "knex";
import { divisionPrefix, hasRole, type Viewer } from "../../../platform/auth/index.js";
import { beginningWith } from "../../../platform/database/index.js";
import type { AgencySanctionFilter } from "./agency-sanction.input.js";
import { expiresOn, stateOn } from "./agency-sanction.status.js";
import type { AgencySanction, SanctionLevel } from "./agency-sanction.type.js";

/** A row of agency_sanctions. */
export interface SanctionRow {
  id: string;
  agency_id: string;
  agency_uscc: string;
  level: SanctionLevel;
  reason: string;
  doc_no: string | null;
  noticed_on: string;
  defence: string | null;
  decided_on: string | null;
  months: number | null;
  revoked_on: string | null;
  authority_id: string;
  authority_uscc: string;
  division_code: string;
}

/** Domain object of a row as it stands on the day. */
export const toSanction = (row: SanctionRow, today: string): AgencySanction => {
  const facts = {
    decidedOn: row.decided_on ?? undefined,
    months: row.months ?? undefined,
    revokedOn: row.revoked_on ?? undefined,
  };
  return {
    ...facts,
    id: row.id,
    level: row.level,
    state: stateOn(facts, today),
    reason: row.reason,
    docNo: row.doc_no ?? undefined,
    noticedOn: row.noticed_on,
    expiresOn: expiresOn(facts),
    defence: row.defence ?? undefined,
    agencyId: row.agency_id,
    agencyUscc: row.agency_uscc,
    authorityId: row.authority_id,
    authorityUscc: row.authority_uscc,
    divisionCode: row.division_code,
  };
};

/** Sanctions with these ids, in no order; access is decided by the service. */
export const findSanctions = async (db: Knex, ids: readonly string[]): Promise<SanctionRow[]> =>
  (await db("agency_sanctions").whereIn("id", [...ids])) as SanctionRow[];

/** Decided on or before the day, and not revoked by then. */
const STANDS = "decided_on <= :today and (revoked_on is null or revoked_on > :today)";
/** Not over on the day; a sanction without duration is over with its day. */
const LASTS = "(decided_on + coalesce(months, 0) * interval '1 month')::date >= :today";

/** Sanctions that the viewer may know of on the day and that fit; the caller adds parent, order and page. */
export const sanctionsQuery = (
  db: Knex,
  viewer: Viewer,
  today: string,
  filter: AgencySanctionFilter,
): Knex.QueryBuilder => {
  const query = db("agency_sanctions").select("*");
  query.where((readable) => {
    readable.whereRaw(STANDS, { today });
    if (hasRole(viewer, "enterprise_agent") && viewer.subjectUscc !== undefined)
      readable.orWhere("agency_uscc", viewer.subjectUscc);
    if ((hasRole(viewer, "agency_officer") || hasRole(viewer, "agency_publisher")) && viewer.agencyUscc !== undefined)
      readable.orWhere("authority_uscc", viewer.agencyUscc);
    if (hasRole(viewer, "supervisor") && viewer.divisionCode !== undefined)
      readable.orWhereLike("division_code", beginningWith(divisionPrefix(viewer.divisionCode)));
  });
  if (filter.levels) query.whereIn("level", filter.levels);
  if (filter.division) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  if (filter.inForce != null)
    query.whereRaw(filter.inForce ? `(${STANDS} and ${LASTS})` : `not coalesce(${STANDS} and ${LASTS}, false)`, {
      today,
    });
  return query;
};

/** An agency and the gravest level under which it may not bid on the day. */
export const listBarred = async (
  db: Knex,
  agencyIds: readonly string[],
  today: string,
): Promise<{ agencyId: string; level: SanctionLevel }[]> => {
  const { rows } = (await db.raw(
    `select agency_id, level from agency_sanctions
     where agency_id = any(:ids::text[]) and level in ('SUSPENSION', 'REMOVAL') and ${STANDS} and ${LASTS}`,
    { ids: [...agencyIds], today },
  )) as { rows: { agency_id: string; level: SanctionLevel }[] };
  return rows.map((row) => ({ agencyId: row.agency_id, level: row.level }));
};
