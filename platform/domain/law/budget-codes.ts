/** Budget codes as data (budget-codes.json): what a code means in which years; a year is added the day its table appears, without a release. */
import { readFileSync } from "node:fs";
import { projectPath } from "../../config/index.js";
import type { LocalDate } from "../local-date.js";
import {
  byCode,
  holds,
  joined,
  parseBudgetCodes,
  type BudgetCode,
  type BudgetCodes,
  type Classification,
} from "./budget-codes-file.js";
import { inOrderOfDay } from "./law-file.js";

const empty = (shipped: BudgetCodes): BudgetCodes => ({
  ...shipped,
  FUNCTION: [],
  GOVERNMENT_ECONOMIC: [],
  DEPARTMENT_ECONOMIC: [],
});

let shipped: BudgetCodes | undefined;
let inForce: BudgetCodes | undefined;

/** Read when it is first asked for: most services never are. */
const shippedCodes = (): BudgetCodes => {
  if (shipped === undefined) {
    const name = "budget-codes.json";
    const read = parseBudgetCodes(name, readFileSync(projectPath("platform/domain/law/budget-codes.json"), "utf8"));
    shipped = joined(empty(read), read, name);
  }
  return shipped;
};

/** The tables in force. */
export const budgetCodes = (): BudgetCodes => inForce ?? shippedCodes();

/** Day that the tables say they are of which ship. */
export const shippedBudgetCodesEdition = (): LocalDate => shippedCodes().edition;

const joinedInOrder = (loaded: BudgetCodes, name: string): BudgetCodes => {
  const [lower, upper] = inOrderOfDay(shippedCodes(), [loaded]);
  return joined(lower!, upper!, name);
};

/**
 * Puts tables into force beside those that ship, without any those that ship alone; a code that both name is that of the newer file.
 * Throws LawFileRefused, and changes nothing, where they contradict each other.
 */
export const useBudgetCodes = (loaded?: BudgetCodes, name = "budget-codes"): void => {
  inForce = loaded && joinedInOrder(loaded, name);
  index.clear();
};

const index = new Map<Classification, Map<string, BudgetCode[]>>();

const spansOf = (kind: Classification, code: string): readonly BudgetCode[] => {
  let table = index.get(kind);
  if (table === undefined) index.set(kind, (table = byCode(budgetCodes()[kind])));
  return table.get(code) ?? [];
};

/** Codes of the year's table in order; none where there is no table. */
export const budgetCodesOf = (kind: Classification, of: number): readonly BudgetCode[] => {
  const { firstYear, lastYear, [kind]: codes } = budgetCodes();
  return of < firstYear || of > lastYear ? [] : codes.filter((entry) => holds(entry, of));
};

/** What the code means in the year; of a year whose table has not appeared, what the last table says. */
export const findBudgetCode = (kind: Classification, of: number, code: string): BudgetCode | undefined => {
  const { firstYear, lastYear } = budgetCodes();
  return of < firstYear ? undefined : spansOf(kind, code).find((entry) => holds(entry, Math.min(of, lastYear)));
};

/** How far a code is known: by its table; not yet, as of a year without one or of years that are not confirmed; not at all. */
export type CodeStanding = "KNOWN" | "UNCONFIRMED" | "UNKNOWN";

/** How far the code is known in the year. */
export const codeStanding = (kind: Classification, of: number, code: string): CodeStanding => {
  if (findBudgetCode(kind, of, code) !== undefined) return "KNOWN";
  const { firstYear, lastYear } = budgetCodes();
  const hasTable = firstYear <= of && of <= lastYear;
  return !hasTable || spansOf(kind, code).some(({ verified }) => !verified) ? "UNCONFIRMED" : "UNKNOWN";
};
