/** What an export says of the natural person of a record: a hash of their number, and whether they are of age (minors' records are sealed). */
import {
  addMonths,
  birthOf,
  hashResidentId,
  isValidResidentId,
  spelledResidentId,
} from "../../../platform/domain/index.js";
import {
  dayOf,
  RowRefused,
  subjectKeyOf,
  yesNo,
  type ImportContext,
  type MappedRow,
} from "../../../platform/import/index.js";

/** What is kept of a person beside the name. */
export interface PersonFacts {
  readonly personHash?: string;
  /** True where nothing says that they were of age on the day of the decision. */
  readonly ageUnknown?: true;
  /** True where they were not: a law seals the record (sealed.ts). */
  readonly minor?: true;
}

const AGE_WORDS: Readonly<Record<string, boolean>> = { 成年: true, 已成年: true, 未成年: false };

const isMinor = (birth: string, decisionDate: string): boolean => addMonths(birth, 12 * 18) > decisionDate;

/** Of a minor it keeps nothing else. Throws RowRefused for numbers that do not check; it never names their column, whose values are a person's. */
export const personOf = (row: MappedRow, decisionDate: string, context: ImportContext): PersonFacts => {
  // Numbers of passports and other papers are not looked at, and not kept.
  const number = row["certNo"] === undefined ? undefined : spelledResidentId(row["certNo"]);
  if (number !== undefined) {
    if (!isValidResidentId(number, context.today))
      throw new RowRefused(undefined, "RESIDENT_ID", "Correct the identity number of the person; it does not check.");
    if (isMinor(birthOf(number), decisionDate)) return { minor: true };
    return { personHash: hashResidentId(number, subjectKeyOf(context)) };
  }
  const birth = dayOf("birthDate", row["birthDate"]);
  if (birth !== undefined && isMinor(birth, decisionDate)) return { minor: true };
  const said = yesNo("ofAge", row["ofAge"], AGE_WORDS);
  if (said === false) return { minor: true };
  return birth !== undefined || said === true ? {} : { ageUnknown: true };
};
