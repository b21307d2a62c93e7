/**
 * Import of ratings (好差评), from the tables in which systems of ratings report them or a list. A rating is somebody's word on a case: it is
 * loaded once, of a case that is here, and no file changes it; the agency that was rated loads none.
 */
import { randomUUID } from "node:crypto";
import { nullIfEmptyText } from "../../../platform/domain/index.js";
import {
  RowRefused,
  type ImportContext,
  type ImportKind,
  type RowContext,
  type WriteResult,
} from "../../../platform/import/index.js";
import { RATING_FIELDS } from "./rating-fields.js";
import { givenRating, keyOfRating, type GivenRating } from "./rating-given.js";
import {
  findRatedCases,
  findRatingsHere,
  insertRatings,
  lockCases,
  type NewRating,
  type RatedCase,
} from "./rating-import.repository.js";
import { Moderation, RectificationState } from "./service-rating.machine.js";
import { hasComeTo } from "./rating-stage.js";
import type { RatingRow } from "./service-rating.rows.js";
import { MOST_STARS_OF_BAD, RatingStage } from "./service-rating.status.js";

/** A checked row, with its case where it is a new rating. */
interface RatingItem {
  readonly given: GivenRating;
  readonly ratedCase?: RatedCase;
}

/** Rows of a list of ratings. */
export const ratingImport: ImportKind<RatingItem> = {
  kind: "ratings",
  fields: RATING_FIELDS,
  keyOf: keyOfRating,
  accept: (row, { today }: RowContext) => ({ given: givenRating(row, today) }),
  resolve: resolveItems,
  write: writeItems,
};

/** What a rating that is here and the row say differently; what the row has no cell for differs in nothing. */
const differs = (row: RatingRow, given: GivenRating): boolean =>
  row.service_number !== given.serviceNumber ||
  row.stars !== given.stars ||
  row.stage !== given.stage ||
  row.channel !== given.channel ||
  row.by_default !== given.byDefault ||
  row.rated_on !== given.ratedOn ||
  (given.tags !== undefined && given.tags.join("^") !== row.tags.join("^")) ||
  // A comment comes back as it was written, or as it is shown, without what surrounds it.
  (given.comment !== undefined &&
    ![row.comment, row.shown_comment].some((text) => nullIfEmptyText(text) === given.comment));

const STANDS = new RowRefused(
  "stars",
  "RATING_STANDS",
  "This rating is here and says something else, and no file changes what somebody rated: correct the row or leave it out.",
);

const refusalOfCase = (ratedCase: RatedCase | undefined, given: GivenRating): RowRefused | undefined => {
  if (ratedCase === undefined)
    return given.caseNo === undefined
      ? new RowRefused("ratingNo", "CASE_MISSING", "No rating of this number is here: give the number of its case.")
      : new RowRefused("caseNo", "CASE_UNKNOWN", "No case of this number is here: a rating is loaded behind its case.");
  if (ratedCase.applied_on === null || given.ratedOn < ratedCase.applied_on)
    return new RowRefused("ratedOn", "RATED_BEFORE_CASE", "It was rated before it was applied for: correct the day.");
  if (!hasComeTo(given.stage, ratedCase))
    return new RowRefused(
      "stage",
      "RATING_STAGE",
      "Here the case has not come to this stage: correct the stage, or load the rating once the case has.",
    );
  if (given.taskCode !== undefined && !ratedCase.codes.includes(given.taskCode))
    return new RowRefused("taskCode", "OTHER_MATTER", "The case is of another matter: correct the one or the other.");
  return undefined;
};

/** Finds what is here: a rating by its number, else by case and number of the service; else the case. */
async function resolveItems(items: readonly RatingItem[], { db }: ImportContext): Promise<(RatingItem | Error)[]> {
  const caseNos = items.flatMap(({ given }) => given.caseNo ?? []);
  const ids = items.flatMap(({ given }) => given.ratingNo ?? []);
  const [cases, here] = await Promise.all([findRatedCases(db, caseNos), findRatingsHere(db, { ids, caseNos })]);
  const caseOf = new Map(cases.map((found) => [found.case_no, found]));
  const byId = new Map(here.map((row) => [row.id, row]));
  const byNumber = new Map(here.map((row) => [`${row.case_no} ${row.service_number}`, row]));
  return items.map(({ given }) => {
    const named = byId.get(given.ratingNo ?? "");
    const standing =
      named !== undefined && (given.caseNo ?? named.case_no) === named.case_no
        ? named
        : byNumber.get(`${given.caseNo} ${given.serviceNumber}`);
    if (standing !== undefined) return differs(standing, given) ? STANDS : { given };
    const ratedCase = caseOf.get(given.caseNo ?? "");
    return refusalOfCase(ratedCase, given) ?? { given, ratedCase: ratedCase! };
  });
}

/** One row per rating: equal rows of a file are one. */
async function writeItems(
  trx: Parameters<typeof insertRatings>[0],
  items: readonly RatingItem[],
): Promise<WriteResult> {
  const added = items.flatMap(({ given, ratedCase }) => (ratedCase === undefined ? [] : [newRating(given, ratedCase)]));
  if (added.length > 0)
    await lockCases(
      trx,
      added.map(({ caseNo }) => caseNo),
    );
  const inserted = new Set(added.length === 0 ? [] : await insertRatings(trx, added));
  // What nobody rated ends no case as rated by its applicant.
  const delivered = added.filter(
    ({ id, stage, byDefault }) => inserted.has(id) && stage === RatingStage.DELIVERY && !byDefault,
  );
  if (delivered.length > 0) {
    // What writes cases is loaded where one is written.
    const { endAsRated } = await import("../rating-handling/loaded-rating.repository.js");
    await endAsRated(
      trx,
      delivered.map(({ caseNo }) => caseNo),
    );
  }
  return { accepted: inserted.size, unchanged: items.length - inserted.size };
}

const newRating = (given: GivenRating, ratedCase: RatedCase): NewRating => ({
  // Says nothing of the case.
  id: `HP${randomUUID().replaceAll("-", "")}`,
  caseNo: ratedCase.case_no,
  serviceNumber: given.serviceNumber,
  matterId: ratedCase.matter_id,
  subject: ratedCase.subject,
  deptId: ratedCase.dept_id,
  deptUscc: ratedCase.dept_uscc,
  divisionCode: ratedCase.division_code,
  stars: given.stars,
  stage: given.stage,
  channel: given.channel,
  tags: [...(given.tags ?? [])],
  writtenComment: given.comment,
  shownComment: undefined,
  moderation: given.comment === undefined ? Moderation.PASSED : Moderation.PENDING,
  byDefault: given.byDefault,
  ratedOn: given.ratedOn,
  rectificationState: given.stars <= MOST_STARS_OF_BAD ? RectificationState.OPEN : undefined,
  verifiedOn: undefined,
  appealedOn: undefined,
  rectifiedOn: undefined,
  calledBackOn: undefined,
  closedOn: undefined,
  measures: undefined,
});
