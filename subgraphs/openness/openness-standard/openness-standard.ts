/** Standards of openness, as the domain knows them: quarters, kinds of documents, and which of them are late. Pure. */
import { addDays, computeDeadline, deadlineState, type LocalDate } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import { DocumentGenre } from "../public-document/public-document.enums.js";
import { CheckedKind, OpennessUnit } from "./openness-standard.enums.js";

/** First and last day of a quarter. */
export interface Quarter {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

const FIRST_MONTHS = ["01", "04", "07", "10"] as const;

/** Days of the quarter that is written `2026Q3`. Throws BAD_USER_INPUT (QUARTER) where it is written otherwise or has not begun on the day. */
export const quarterOf = (written: string, today: LocalDate): Quarter => {
  const [, year, number] = /^([12]\d{3})Q([1-4])$/.exec(written) ?? [];
  const begins = (at: number): LocalDate => `${Number(year) + Math.floor(at / 4)}-${FIRST_MONTHS[at % 4]}-01`;
  if (number === undefined || begins(Number(number) - 1) > today)
    throw badInput("quarter", "QUARTER", "A quarter that has begun is written 2026Q3.");
  return { from: begins(Number(number) - 1), to: addDays(begins(Number(number)), -1) };
};

/** The quarter of the day, as it is written. */
export const quarterIn = (day: LocalDate): string => `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** What is needed of a document to check it. */
export interface CheckedDocument {
  readonly genre: DocumentGenre;
  readonly normative: boolean;
  readonly createdOn: LocalDate;
  /** Absent where it is not public on the day. */
  readonly publishedOn?: LocalDate | undefined;
}

/** The kind of a document: one for each. */
export const kindOf = ({ genre, normative }: Pick<CheckedDocument, "genre" | "normative">): CheckedKind => {
  if (normative) return CheckedKind.NORMATIVE_DOCUMENT;
  return genre === DocumentGenre.PUBLIC_NOTICE ? CheckedKind.PUBLIC_NOTICE : CheckedKind.OTHER_DOCUMENT;
};

/** True where it was published after the last day of its time, or is not published and that day is over; never by a calendar that is not known. */
export const isOverdue = (
  { createdOn, publishedOn }: CheckedDocument,
  { amount, unit }: { readonly amount: number; readonly unit: OpennessUnit },
  today: LocalDate,
): boolean =>
  deadlineState(
    computeDeadline({ start: createdOn, unit: unit === OpennessUnit.WORKING_DAY ? "WD" : "D", amount }),
    today,
    publishedOn,
  ) === "LATE";
