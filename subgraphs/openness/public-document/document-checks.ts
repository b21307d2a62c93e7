/** What is looked at in a document by itself: its numbers, and the order of its days. Pure. */
import { foldCode, parseIndexNumber, type LocalDate } from "../../../platform/domain/index.js";
import { RowRefused, RowRefusals, coded, type RowNotice } from "../../../platform/import/index.js";

const NATIONAL = /^([0-9A-Z]{9}|[0-9A-Z]{18})\/\d{4}-\d{1,6}$/;

/** The index number; that of a document without one is its number and title. Throws RowRefused where there is neither, BAD_USER_INPUT for a damaged one. */
export const indexNumberOf = (written: string | undefined, documentNo: string | undefined, title: string): string => {
  if (written === undefined) {
    if (documentNo !== undefined) return `${documentNo}《${title}》`;
    throw new RowRefused("indexNo", "INDEX_NUMBER_MISSING", "Give the index number, or the document number.");
  }
  const folded = foldCode(written);
  if (NATIONAL.test(folded)) return parseIndexNumber(folded, "indexNo");
  if (/\d/.test(folded) && folded.length <= 64) return folded;
  throw new RowRefused("indexNo", "INDEX_NUMBER", "An index number has digits in it and at most 64 characters.");
};

/** A notice of an index number that has another form than the national one. */
export const localIndexNotice = (written: string | undefined): RowNotice | undefined =>
  written === undefined || NATIONAL.test(foldCode(written))
    ? undefined
    : {
        field: "indexNo",
        rule: "INDEX_NUMBER_LOCAL",
        remedy:
          "The index number does not begin with the code of a body and is kept as it is: see that no other body uses it.",
      };

/** Days of a document, and what else says something of them. */
export interface DocumentDays {
  readonly documentNo?: string | undefined;
  readonly createdOn: LocalDate;
  readonly publishedOn?: LocalDate | undefined;
  readonly validFrom: LocalDate;
  readonly validUntil?: LocalDate | undefined;
  /** As it is written. */
  readonly validity?: string | undefined;
}

const VALIDITIES = { 有效: true, 现行有效: true, 失效: false, 废止: false } as const;

/** Throws RowRefusals with all that contradicts. */
export const checkDays = (days: DocumentDays, today: LocalDate): void => {
  const { documentNo = "", createdOn, publishedOn, validFrom, validUntil } = days;
  const year = /〔(\d{4})〕|(\d{4})年第/u
    .exec(documentNo)
    ?.slice(1)
    .find((digits) => digits !== undefined);
  const inForce = coded(VALIDITIES, "validity", days.validity, "VALIDITY_UNKNOWN");
  const refusals = [
    year !== undefined && year !== createdOn.slice(0, 4)
      ? new RowRefused(
          "documentNo",
          "NUMBER_OF_ANOTHER_YEAR",
          `The number is of ${year} and the day of issue of ${createdOn.slice(0, 4)}: correct the one that is wrong.`,
        )
      : undefined,
    createdOn > today
      ? new RowRefused(
          "createdOn",
          "ISSUE_IN_FUTURE",
          "The day of issue has not come: correct it, or load the document then.",
        )
      : undefined,
    publishedOn !== undefined && publishedOn < createdOn
      ? new RowRefused(
          "publishedOn",
          "PUBLISHED_BEFORE_ISSUE",
          "It is published before it is issued: correct the day that is wrong.",
        )
      : undefined,
    validUntil !== undefined && validUntil < validFrom
      ? new RowRefused(
          "validUntil",
          "ENDS_BEFORE_IT_BEGINS",
          "It ends before it is in force: correct the day that is wrong.",
        )
      : undefined,
    inForce === false && (validUntil === undefined || validUntil > today)
      ? new RowRefused(
          "validity",
          "VALIDITY_WITHOUT_DAY",
          "It is said to be in force no more: give its last day in force (有效期至), since validity is asked for each day.",
        )
      : undefined,
  ].filter((refusal) => refusal !== undefined);
  if (refusals.length > 0) throw new RowRefusals(refusals);
};
