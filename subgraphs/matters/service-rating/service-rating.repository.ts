/** SQL of ratings. */
import type { Knex } from "knex";
import {
  MOST_STARS_OF_BAD,
  rectificationDeadline,
  type RatingChannel,
  type RatingStage,
} from "./service-rating.status.js";
import type { Moderation } from "./service-rating.machine.js";
import { type RectificationState } from "./service-rating.machine.js";
import type { Rectification, ServiceRating } from "./service-rating.type.js";

/** A row of service_ratings. */
export interface RatingRow {
  id: string;
  project_no: string;
  service_number: number;
  matter_id: string;
  subject: string;
  dept_id: string;
  dept_uscc: string;
  division_code: string;
  stars: number;
  stage: RatingStage;
  channel: RatingChannel;
  tags: string[];
  comment: string | null;
  shown_comment: string | null;
  moderation: Moderation;
  by_default: boolean;
  rated_on: string;
  rectification_state: RectificationState | null;
  verified_on: string | null;
  appealed_on: string | null;
  rectified_on: string | null;
  called_back_on: string | null;
  closed_on: string | null;
  measures: string | null;
}

const rectificationOf = (row: RatingRow, today: string): Rectification | undefined => {
  if (row.rectification_state === null) return undefined;
  const rectifiedOn = row.rectified_on ?? undefined;
  return {
    state: row.rectification_state,
    deadline: rectificationDeadline({ state: row.rectification_state, ratedOn: row.rated_on, rectifiedOn }, today),
    verifiedOn: row.verified_on ?? undefined,
    appealedOn: row.appealed_on ?? undefined,
    rectifiedOn,
    calledBackOn: row.called_back_on ?? undefined,
    closedOn: row.closed_on ?? undefined,
    measures: row.measures ?? undefined,
  };
};

/** Domain object of a row on the day, without its comment. */
export const toRating = (row: RatingRow, today: string): ServiceRating => ({
  id: row.id,
  stars: row.stars,
  stage: row.stage,
  serviceNumber: row.service_number,
  channel: row.channel,
  tags: row.tags,
  byDefault: row.by_default,
  ratedOn: row.rated_on,
  moderation: row.moderation,
  rectification: rectificationOf(row, today),
  projectNo: row.project_no,
  matterId: row.matter_id,
  deptId: row.dept_id,
  subject: row.subject,
  deptUscc: row.dept_uscc,
  divisionCode: row.division_code,
});

/** Ratings with these ids, in no order. */
export const findRatings = async (db: Knex, ids: readonly string[]): Promise<RatingRow[]> =>
  (await db("service_ratings").whereIn("id", [...ids])) as RatingRow[];

/** Ratings, or bad ones alone; the caller adds parent, order and page. */
export const ratingsQuery = (db: Knex, bad: boolean): Knex.QueryBuilder => {
  const query = db("service_ratings").select("*");
  return bad ? query.where("stars", "<=", MOST_STARS_OF_BAD) : query;
};

/** Number and sum of stars of these matters' ratings, defaults left out, as the last refresh found them. */
export const findRatingSums = (
  db: Knex,
  matterIds: readonly string[],
): Promise<{ matter_id: string; ratings: number; stars: number }[]> =>
  db("rating_statistics")
    .select("matter_id", "ratings", "stars")
    .whereIn("matter_id", [...matterIds]);

/** Replaces the sums by what the ratings say now. */
export const refreshRatingSums = async (db: Knex): Promise<void> => {
  await db("rating_statistics").delete();
  await db.raw(
    "insert into rating_statistics (matter_id, ratings, stars) select matter_id, count(*), sum(stars) from service_ratings where not by_default group by matter_id",
  );
};
