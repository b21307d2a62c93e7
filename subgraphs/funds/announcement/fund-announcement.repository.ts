/** SQL of notices; one that is published later than the day is not there yet. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/index.js";
import { beginningWith } from "../../../platform/database/index.js";
import type { AnnouncementKind, AnnouncementLevel } from "./fund-announcement.enums.js";
import type { FundAnnouncement } from "./fund-announcement.type.js";

/** A row of `fund_announcements`. */
export interface AnnouncementRow {
  readonly id: string;
  readonly kind: AnnouncementKind;
  readonly level: AnnouncementLevel;
  readonly title: string;
  readonly policy_code: string;
  readonly indicator_no: string | null;
  readonly project_code: string | null;
  readonly batch_no: string | null;
  readonly division_code: string;
  readonly village_code: string | null;
  readonly amount_fen: bigint | null;
  readonly published_on: string;
  readonly ends_on: string | null;
  readonly decided_on: string | null;
  readonly channel: string;
  readonly objections: number;
}

/** The notice of a row. */
export const toAnnouncement = (row: AnnouncementRow): FundAnnouncement => ({
  id: row.id,
  kind: row.kind,
  level: row.level,
  title: row.title,
  postedAmount: row.amount_fen ?? undefined,
  publishedOn: row.published_on,
  endsOn: row.ends_on ?? undefined,
  channel: row.channel,
  objectionsCount: row.objections,
  villageCode: row.village_code ?? undefined,
  batchNo: row.batch_no ?? undefined,
  decidedOn: row.decided_on ?? undefined,
  policyCode: row.policy_code,
  indicatorNo: row.indicator_no ?? undefined,
  projectCode: row.project_code ?? undefined,
  divisionCode: row.division_code,
});

/** Notices with these ids that are published by the day, in no order. */
export const findAnnouncements = async (db: Knex, ids: readonly string[], day: string): Promise<FundAnnouncement[]> =>
  (
    (await db("fund_announcements")
      .whereIn("id", [...ids])
      .where("published_on", "<=", day)) as AnnouncementRow[]
  ).map(toAnnouncement);

/** By what a list of notices is found. */
export type AnnouncementParent = "policy_code" | "indicator_no" | "project_code";

/** Notices published by the day, in the division or below it where one is given. */
export const announcementsOf = (
  db: Knex,
  column: AnnouncementParent,
  parent: Knex.Raw,
  day: string,
  division?: string,
): Knex.QueryBuilder => {
  const query = db("fund_announcements").select("*").where(column, parent).where("published_on", "<=", day);
  return division === undefined ? query : query.whereLike("division_code", beginningWith(divisionPrefix(division)));
};
