/** SQL of notices; one that is published later than the day is not there yet. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/index.js";
import { beginningWith } from "../../../platform/database/index.js";
import { FUND_ANNOUNCEMENTS, type AnnouncementRow } from "./fund-announcement.rows.js";
import type { FundAnnouncement } from "./fund-announcement.type.js";

const shown = FUND_ANNOUNCEMENTS.to<FundAnnouncement>()();

/** The notice of a row. */
export const toAnnouncement = (row: AnnouncementRow): FundAnnouncement => shown(row, {});

/** Notices with these ids that are published by the day, in no order. */
export const findAnnouncements = async (db: Knex, ids: readonly string[], day: string): Promise<FundAnnouncement[]> =>
  (
    (await db("fund_announcements")
      .select(FUND_ANNOUNCEMENTS.columns())
      .whereIn("id", [...ids])
      .where("published_on", "<=", day)) as AnnouncementRow[]
  ).map(toAnnouncement);

/** By what a list of notices is found. */
export type AnnouncementParent = "policy_code" | "allotment_no" | "project_code";

/** Notices published by the day, in the division or below it where one is given. */
export const announcementsOf = (
  db: Knex,
  column: AnnouncementParent,
  parent: Knex.Raw,
  day: string,
  division?: string,
): Knex.QueryBuilder => {
  const query = db("fund_announcements")
    .select(FUND_ANNOUNCEMENTS.columns())
    .where(column, parent)
    .where("published_on", "<=", day);
  return division === undefined ? query : query.whereLike("division_code", beginningWith(divisionPrefix(division)));
};
