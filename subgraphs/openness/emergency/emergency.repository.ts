/** SQL of emergencies and notices. */
import type { Knex } from "knex";
import { comeBy } from "../../../platform/domain/index.js";
import type { RecordTable } from "../published-record/published-record.repository.js";
import { momentBy } from "./emergency.js";
import type { EmergencyFilter } from "./emergency.input.js";
import { EMERGENCY_EVENTS, EMERGENCY_NOTICES, type EmergencyNoticeRow, type EmergencyRow } from "./emergency.rows.js";
import type { EmergencyEvent, EmergencyNotice } from "./emergency.type.js";

const shown = EMERGENCY_EVENTS.to<EmergencyEvent>()("verifiedAt", "conferenceAt", "reviewedOn", "publishedOn");

/** The table, as records are read from it at a moment. */
export const emergencies = (now: Date): RecordTable<EmergencyRow, EmergencyEvent> => ({
  name: EMERGENCY_EVENTS.name,
  columns: EMERGENCY_EVENTS.columns,
  toNode: (row, day) =>
    shown(row, {
      ...{ verifiedAt: momentBy(row.verified_at, now), conferenceAt: momentBy(row.conference_at, now) },
      ...{ reviewedOn: comeBy(row.reviewed_on, day), publishedOn: comeBy(row.published_on, day) },
    }),
});

/** Leaves emergencies that fit. */
export const narrowEmergencies = (query: Knex.QueryBuilder, filter: EmergencyFilter): void => {
  if (filter.levels) query.whereIn("level", filter.levels);
  if (filter.kinds) query.whereIn("kind", filter.kinds);
};

/** Notices of these emergencies that were published by the moment, in their order; of each the first fifty. */
export const findNotices = async (
  db: Knex,
  now: Date,
  eventIds: readonly string[],
): Promise<(EmergencyNotice & { readonly eventId: string })[]> =>
  (
    (await db(EMERGENCY_NOTICES.name)
      .select(EMERGENCY_NOTICES.columns())
      .whereIn("event_id", [...eventIds])
      .where("published_at", "<=", now)
      .where("seq", "<=", 50)
      .orderBy(["event_id", "seq"])) as EmergencyNoticeRow[]
  ).map(EMERGENCY_NOTICES.toRecord);
