/** SQL of a new rating of a case whose row is locked. */
import { randomUUID } from "node:crypto";
import type { Knex } from "knex";
import { toRow, type NewOf } from "../../../platform/database/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import { SERVICE_RATINGS } from "../service-rating/service-rating.rows.js";

type NewRating = NewOf<typeof SERVICE_RATINGS>;

/** What a rating does not take from the case. */
export type RatingGiven = Pick<
  NewRating,
  "stars" | "stage" | "channel" | "tags" | "writtenComment" | "moderation" | "ratedOn" | "rectificationState"
>;

const NOTHING_YET = {
  shownComment: undefined,
  verifiedOn: undefined,
  appealedOn: undefined,
  rectifiedOn: undefined,
  calledBackOn: undefined,
  closedOn: undefined,
  measures: undefined,
} as const;

/** Ratings with the state of their rectification as `state`. */
export const ratingsByRectification = (db: Knex): Knex.QueryBuilder =>
  db.select("*").from(db(SERVICE_RATINGS.name).select("*", db.raw("rectification_state as state")).as("ratings"));

/** Inserts it and answers with its id, which says nothing of the case. Throws RULE_VIOLATION (RATED_BEFORE) where the stage was rated, defaults apart. */
export const insertRating = async (
  trx: Knex,
  row: Readonly<Record<string, unknown>>,
  given: RatingGiven,
): Promise<string> => {
  const caseNo = String(row["case_no"]);
  const ratings = (await trx(SERVICE_RATINGS.name)
    .select("stage", "service_number", "by_default")
    .where("case_no", caseNo)) as { stage: string; service_number: number; by_default: boolean }[];
  if (ratings.some(({ stage, by_default }) => stage === given.stage && !by_default))
    throw new ServiceError("RULE_VIOLATION", "This stage was rated already.", { reason: "RATED_BEFORE" });
  const id = `HP${randomUUID().replaceAll("-", "")}`;
  await trx(SERVICE_RATINGS.name).insert(
    toRow(SERVICE_RATINGS, {
      ...NOTHING_YET,
      ...given,
      id,
      caseNo,
      serviceNumber: Math.max(0, ...ratings.map(({ service_number }) => service_number)) + 1,
      matterId: String(row["matter_id"]),
      subject: String(row["subject"]),
      deptId: String(row["dept_id"]),
      deptUscc: String(row["dept_uscc"]),
      divisionCode: String(row["division_code"]),
      byDefault: false,
    }),
  );
  return id;
};
