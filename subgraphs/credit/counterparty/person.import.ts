/** What an export says of the natural person of a record: a hash of their number, and whether they are of age (minors' records are sealed). */
import {
  addMonths,
  birthOf,
  hashResidentId,
  isValidResidentId,
  spelledResidentId,
} from "../../../platform/domain/index.js";
import { dayOf, RowRefused, subjectKeyOf, type ImportContext, type MappedRow } from "../../../platform/import/index.js";

/** What is kept of a person beside the name. */
export interface PersonFacts {
  readonly personHash?: string;
  /** True where nothing says that they were of age on the day of the decision. */
  readonly ageUnknown?: true;
}

const MINOR = "Take the row out: records of minors are not published.";

const checkAge = (birth: string, decisionDate: string): void => {
  if (addMonths(birth, 12 * 18) > decisionDate) throw new RowRefused(undefined, "MINOR_NEVER_PUBLISHED", MINOR);
};

/** Throws RowRefused for minors, and for numbers that do not check; it never names their column, whose values are a person's. */
export const personOf = (row: MappedRow, decisionDate: string, context: ImportContext): PersonFacts => {
  // Numbers of passports and other papers are not looked at, and not kept.
  const number = row["certNo"] === undefined ? undefined : spelledResidentId(row["certNo"]);
  if (number !== undefined) {
    if (!isValidResidentId(number, context.today))
      throw new RowRefused(undefined, "RESIDENT_ID", "Correct the identity number of the person; it does not check.");
    checkAge(birthOf(number), decisionDate);
    return { personHash: hashResidentId(number, subjectKeyOf(context)) };
  }
  const birth = dayOf("birthDate", row["birthDate"]);
  if (birth !== undefined) checkAge(birth, decisionDate);
  const said = row["ofAge"]?.normalize("NFKC").trim() ?? "";
  if (/^(?:0|否|N|false|未成年)$/i.test(said)) throw new RowRefused(undefined, "MINOR_NEVER_PUBLISHED", MINOR);
  return birth !== undefined || /^(?:1|是|Y|true|成年|已成年)$/i.test(said) ? {} : { ageUnknown: true };
};
