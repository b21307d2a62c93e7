/** What one row says of a rating, checked without asking anybody. Pure. */
import {
  RowRefused,
  coded,
  countOf,
  dayOf,
  entriesOf,
  everyField,
  required,
  yesNo,
  type MappedRow,
} from "../../../platform/import/index.js";
import { CHANNELS, STAGES, STARS } from "./rating.words.js";
import type { RatingChannel, RatingStage } from "./service-rating.status.js";

/** A rating as a row gives it. */
export interface GivenRating {
  readonly ratingNo?: string;
  readonly caseNo?: string;
  readonly serviceNumber: number;
  readonly taskCode?: string;
  readonly stage: RatingStage;
  readonly stars: number;
  readonly channel: RatingChannel;
  /** Undefined where the row has no such cell, which says nothing of a rating that is here. */
  readonly tags?: readonly string[];
  readonly comment?: string;
  readonly ratedOn: string;
  readonly byDefault: boolean;
}

/** As `rateCase` allows them. */
const MOST_TAGS = 10;
const LONGEST_TAG = 20;
const LONGEST_COMMENT = 1_000;

const codeOf = (value: string | undefined): string | undefined => value?.normalize("NFKC").replaceAll(/\s/g, "");

/** What stands for a rating in a file: case and number of the service, else the number of the rating. */
export const keyOfRating = ({ ratingNo, caseNo, serviceNumber }: MappedRow): string | undefined => {
  if (caseNo === undefined) return codeOf(ratingNo);
  const digits = /\d+/.exec(codeOf(serviceNumber) ?? "")?.[0];
  return `${codeOf(caseNo)} ${Number(digits ?? 0)}`;
};

/** True for words that are read back as they are: no code, and one entry of a list. */
export const readsBack = (tag: string): boolean => !/^\d+$/.test(tag) && entriesOf(tag).join() === tag;

/** An entry of a table that must be there. Throws RowRefused. */
const oneOf = <Value>(table: Readonly<Record<string, Value>>, row: MappedRow, field: string, rule: string): Value =>
  coded(table, field, required(row, field, rule, "Give it, or say it for the whole file with --set."), rule)!;

const tagsOf = (value: string | undefined): string[] | undefined => {
  if (value === undefined) return undefined;
  const tags = [...new Set(entriesOf(value))];
  if (tags.some((tag) => /^\d+$/.test(tag)))
    throw new RowRefused("tags", "TAG_CODE", "Codes of words differ from place to place: write the words.");
  if (tags.length > MOST_TAGS || tags.some((tag) => [...tag].length > LONGEST_TAG))
    throw new RowRefused("tags", "TAGS", `Give at most ${MOST_TAGS} words of at most ${LONGEST_TAG} characters.`);
  return tags;
};

const commentOf = (value: string | undefined): string | undefined => {
  if (value !== undefined && value.length > LONGEST_COMMENT)
    throw new RowRefused("comment", "COMMENT_LENGTH", `A comment has at most ${LONGEST_COMMENT} characters.`);
  return value;
};

const numberOf = (row: MappedRow): number => {
  const remedy = "Say which rating of its case it is, from 1.";
  required(row, "serviceNumber", "SERVICE_NUMBER", remedy);
  const number = countOf("serviceNumber", row["serviceNumber"], ["次"])!;
  if (number < 1) throw new RowRefused("serviceNumber", "SERVICE_NUMBER", remedy);
  return number;
};

const ratedOnOf = (row: MappedRow, today: string): string => {
  const day = dayOf("ratedOn", required(row, "ratedOn", "DATE", "Give the day of the rating."))!;
  if (day > today) throw new RowRefused("ratedOn", "DATE_IN_FUTURE", "The day of the rating is to come: correct it.");
  return day;
};

/** The rating of a row. Throws RowRefused or RowRefusals. */
export const givenRating = (row: MappedRow, today: string): GivenRating => {
  const { tags, comment, ...given } = everyField({
    serviceNumber: () => numberOf(row),
    stage: () => oneOf(STAGES, row, "stage", "STAGE_UNKNOWN"),
    stars: () => oneOf(STARS, row, "stars", "STARS_UNKNOWN"),
    channel: () => oneOf(CHANNELS, row, "channel", "CHANNEL_UNKNOWN"),
    tags: () => tagsOf(row["tags"]),
    comment: () => commentOf(row["comment"]),
    ratedOn: () => ratedOnOf(row, today),
    byDefault: () => yesNo("byDefault", row["byDefault"]) ?? false,
  });
  const [ratingNo, caseNo, taskCode] = ["ratingNo", "caseNo", "taskCode"].map((field) => codeOf(row[field]));
  if (ratingNo === undefined && caseNo === undefined)
    throw new RowRefused("caseNo", "CASE_MISSING", "Give the number of the case (办件编号) that was rated.");
  if (given.byDefault && comment !== undefined)
    throw new RowRefused("byDefault", "DEFAULT_WITH_COMMENT", "What nobody rated has no comment: correct the one.");
  return {
    ...given,
    ...(ratingNo === undefined ? {} : { ratingNo }),
    ...(caseNo === undefined ? {} : { caseNo }),
    ...(taskCode === undefined ? {} : { taskCode }),
    ...(tags === undefined ? {} : { tags }),
    ...(comment === undefined ? {} : { comment }),
  };
};
