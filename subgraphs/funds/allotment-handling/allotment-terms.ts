/** What the terms of a new allotment must keep: codes of the year's tables, and who says what else is wrong with it. */
import { codeStanding, type LocalDate } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import { badInput, ServiceError, type ReasonName } from "../../../platform/errors/index.js";
import type { ALLOTMENTS } from "../budget-allotment/budget-allotment.rows.js";
import { isSurplus } from "../budget-allotment/budget-allotment.machine.js";
import type { AboveAllocation } from "../budget-allotment/new-allotment.repository.js";
import type { AllotmentTermsInput } from "./allotment-handling.input.js";

/** The agency that drafts and the division for whose money it answers. */
export interface Drafting {
  readonly agency: string;
  readonly division: string;
}

/** Terms of a new allotment, and the allocation out of whose money it is. */
export type Terms = Omit<
  NewOf<typeof ALLOTMENTS>,
  "allotmentNo" | "fundName" | "amount" | "issuedOn" | "receivedOn" | "agencyUscc" | "agencyDivision" | "state"
> & { readonly above: AboveAllocation | undefined };

/** A rule of the field that is broken. */
export const ruleBroken = (reason: ReasonName, message: string): ServiceError =>
  new ServiceError("RULE_VIOLATION", message, { reason });

/** Codes of an allotment, by the names of its fields. */
export type Codes = {
  readonly [Name in "functionCode" | "govEconCode" | "deptEconCode"]?: string | null | undefined;
};

const TABLES = [
  ["functionCode", "FUNCTION"],
  ["govEconCode", "GOVERNMENT_ECONOMIC"],
  ["deptEconCode", "DEPARTMENT_ECONOMIC"],
] as const;

/** The first of the codes that is not of the year's table (rule B6); undefined where all are. */
export const codeNotInTable = (codes: Codes, fiscalYear: number): keyof Codes | undefined =>
  TABLES.find(([name, kind]) => {
    const code = codes[name];
    return code != null && (!/^\d{3,7}$/.test(code) || codeStanding(kind, fiscalYear, code) === "UNKNOWN");
  })?.[0];

/** Throws BAD_USER_INPUT (CODE_NOT_IN_TABLE) where a code is not of the year's table (rule B6). */
export const checkCodes = (codes: Codes, fiscalYear: number): void => {
  const name = codeNotInTable(codes, fiscalYear);
  if (name !== undefined) throw badInput(name, "CODE_NOT_IN_TABLE", `${name} is a code of the year's classification.`);
};

/** Fiscal year of a day. */
export const yearOf = (day: LocalDate): number => Number(day.slice(0, 4));

/** Throws RULE_VIOLATION (YEAR_OVER) where money of the year is surplus on the day, and goes to nobody any more. */
export const checkNoSurplus = (fiscalYear: number, today: LocalDate): void => {
  if (isSurplus(fiscalYear, today)) throw ruleBroken("YEAR_OVER", "Its year and the next are over.");
};

/** Throws BAD_USER_INPUT where a code is not of the year's table (rule B6), or the year is neither this one nor the next. */
export const checkTerms = (terms: AllotmentTermsInput, today: LocalDate): void => {
  const { fiscalYear } = terms;
  if (fiscalYear !== yearOf(today) && fiscalYear !== yearOf(today) + 1)
    throw badInput("fiscalYear", "YEAR", "The fiscal year is this one or the next.");
  checkCodes(terms, fiscalYear);
};
