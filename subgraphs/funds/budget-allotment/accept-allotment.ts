/** How a row of an export is read as an allotment (预算管理一体化指标信息). */
import {
  codeStanding,
  daysBetween,
  isValidUscc,
  parseDivisionCode,
  parseDocumentNumber,
} from "../../../platform/domain/index.js";
import { RowRefused, everyField, type MappedRow } from "../../../platform/import/index.js";
import { amountOf, codeOf, optionalDay, requiredDay, requiredValue } from "../ledger/import-values.js";
import type { AllotmentItem } from "./allotment-import.repository.js";
import { DirectFlag, type BudgetCategory, type FundLevel } from "./budget-allotment.enums.js";
import { BUDGET_CATEGORIES, DIRECT, LEVELS, TRANSFERS } from "./budget-allotment.words.js";

const yearOf = (row: MappedRow): number => {
  const [, digits] = /^(\d{4})年?$/u.exec(requiredValue(row, "fiscalYear").normalize("NFKC").trim()) ?? [];
  const year = Number(digits);
  if (digits === undefined || year < 1990 || year > 2100)
    throw new RowRefused("fiscalYear", "YEAR", "Give the fiscal year as four digits.");
  return year;
};

const functionCodeOf = (row: MappedRow): string => {
  const [, code] = /^(\d{3}(?:\d{2}){0,2})(?:[-\s]?\p{Script=Han}.*)?$/u.exec(requiredValue(row, "functionCode")) ?? [];
  // The class has to be there; a finer code that is not, and any code of a year whose table has not appeared, is told by rule B6.
  const year = yearOf(row);
  if (code === undefined || codeStanding("FUNCTION", year, code.slice(0, 3)) === "UNKNOWN")
    throw new RowRefused("functionCode", "B6_FUNCTION_CODE", `Use a code of the classification of ${year}.`);
  return code;
};

const agencyOf = (row: MappedRow): string | undefined => {
  const agency = row["agencyCode"]?.toUpperCase();
  if (agency !== undefined && !isValidUscc(agency))
    throw new RowRefused("agencyCode", "USCC", "Give the credit code of the issuing agency, or nothing.");
  return agency;
};

const categoryOf = (row: MappedRow): BudgetCategory => {
  const category = codeOf(row, "budgetCategory", BUDGET_CATEGORIES);
  if (category === undefined)
    throw new RowRefused("budgetCategory", "VALUE_MISSING", "Give the budget category: its name, or 11, 12, 13.");
  return category;
};

const levelOf = (row: MappedRow): FundLevel => {
  const level = codeOf(row, "sourceLevel", LEVELS);
  if (level === undefined)
    throw new RowRefused("sourceLevel", "VALUE_MISSING", "Give the level of the source: 1 central to 4 county.");
  return level;
};

/** A row, checked by itself. Throws RowRefusals with all that is to be corrected. */
export const acceptAllotment = (row: MappedRow): AllotmentItem => {
  const { upstreamNo: upstream, fromDivision } = row;
  const read = everyField({
    allotmentNo: () => parseDocumentNumber(requiredValue(row, "allotmentNo"), "allotmentNo"),
    upstreamNo: () => (upstream === undefined ? undefined : parseDocumentNumber(upstream, "upstreamNo")),
    fiscalYear: () => yearOf(row),
    // Of an unknown year no classification is looked at: the year is told.
    functionCode: () => functionCodeOf(row),
    issuedOn: () => requiredDay(row, "issuedOn"),
    receivedOn: () => optionalDay(row, "receivedOn"),
    fundName: () => requiredValue(row, "fundName"),
    budgetCategory: () => categoryOf(row),
    transferType: () => codeOf(row, "transferType", TRANSFERS),
    direct: () => codeOf(row, "direct", DIRECT) ?? DirectFlag.NOT_DIRECT,
    sourceLevel: () => levelOf(row),
    amount: () => amountOf(row, "amount"),
    from: () => (fromDivision === undefined ? undefined : parseDivisionCode(fromDivision, "fromDivision")),
    to: () => parseDivisionCode(requiredValue(row, "toDivision"), "toDivision"),
    agency: () => agencyOf(row),
  });
  const { allotmentNo, upstreamNo, fiscalYear, functionCode, issuedOn, receivedOn, from, agency } = read;
  if (receivedOn !== undefined && daysBetween(issuedOn, receivedOn) < 0)
    throw new RowRefused("receivedOn", "RECEIVED_BEFORE_ISSUE", "Money is received on the day of its issue or later.");
  return {
    allotmentNo,
    ...(upstreamNo === undefined ? {} : { upstreamNo }),
    ...{ fiscalYear, functionCode, issuedOn, receivedOn },
    fundName: read.fundName,
    policyCode: row["policyCode"],
    budgetCategory: read.budgetCategory,
    transferType: read.transferType,
    direct: read.direct,
    govEconCode: row["govEconCode"],
    deptEconCode: row["deptEconCode"],
    sourceLevel: read.sourceLevel,
    amount: read.amount,
    ...(from === undefined ? {} : { from }),
    to: read.to,
    ...(agency === undefined ? {} : { agencyUscc: agency }),
  };
};
