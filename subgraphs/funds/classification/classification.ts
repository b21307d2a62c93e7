/** Budget classification by year: a code means what that year's table says (docs/reference/rules.md#classification). */
import { budgetCodesOf, findBudgetCode, type BudgetCode, type Classification } from "../../../platform/domain/index.js";

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
