/** Budget classification by year: a code means what that year's table says (docs/reference/rules.md#classification). */
import { budgetCodesOf, findBudgetCode, type BudgetCode, type Classification } from "../../../platform/domain/index.js";
import type { ClassificationKind } from "./classification.enums.js";

export type { Classification };

/** Name of the code in the year's table, of a later year in the last one; undefined where there is none (rule B6). */
export const codeName = (classification: Classification, year: number, code: string): string | undefined =>
  findBudgetCode(classification, year, code)?.name;

/** The nearest code above (类, 款) that the year's table has. */
export const codeAbove = (classification: Classification, year: number, code: string): BudgetCode | undefined =>
  [5, 3]
    .filter((length) => length < code.length)
    .map((length) => findBudgetCode(classification, year, code.slice(0, length)))
    .find((entry) => entry !== undefined);

/** Codes of the year's table that begin with these digits, in order; none where there is no table. */
export const codesBelow = (classification: Classification, year: number, beginning = ""): readonly BudgetCode[] =>
  budgetCodesOf(classification, year).filter(({ code }) => code.startsWith(beginning));

/** A code in the table of a year. */
export interface ClassificationCode {
  readonly year: number;
  readonly kind: ClassificationKind;
  readonly code: string;
  /** Name in the year's table. */
  readonly name: string;
  readonly firstYear: number;
  /** Absent while it has the name. */
  readonly lastYear?: number;
  /** Document with the table. */
  readonly source: string;
  readonly verified: boolean;
}

/** The code as it is shown for a year. */
export const classificationCode = (
  year: number,
  kind: ClassificationKind,
  { instrument: { title, number }, ...entry }: BudgetCode,
): ClassificationCode => ({ ...entry, year, kind, source: number === undefined ? title : `${title}（${number}）` });
