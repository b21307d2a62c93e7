/** An allotment of what was carried over from an earlier year (上年结转): the same money for the same purpose, in this year's book (预算法 第四十二条). */
import type { LocalDate } from "../../../platform/domain/index.js";
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import type { WriteTransaction } from "../../../platform/write/index.js";
import { findIssued } from "../budget-allotment/new-allotment.repository.js";
import type { DraftAllotmentInput } from "./allotment-handling.input.js";
import {
  checkCodes,
  checkNoSurplus,
  codeNotInTable,
  ruleBroken,
  yearOf,
  type Drafting,
  type Terms,
} from "./allotment-terms.js";

/**
 * Its terms: all of the allotment that was carried over, codes alone where this year's table lacks the old ones. Throws NOT_FOUND where there
 * is no such allotment; RULE_VIOLATION where another department received it (ACTOR) its year is not over (YEAR_RUNS) or the year after it is, too (YEAR_OVER); BAD_USER_INPUT
 * where it names what is taken over (TERMS_KEPT) or a code is not of this year's table (CODE_NOT_IN_TABLE).
 */
export const termsCarriedIn = async (
  trx: WriteTransaction,
  { agency, division }: Drafting,
  { carriedFrom, upstreamNo, toDivision, terms }: DraftAllotmentInput,
  today: LocalDate,
): Promise<Terms> => {
  const before = await findIssued(trx, carriedFrom!);
  if (before === undefined) throw new ServiceError("NOT_FOUND");
  if (before.receiverUscc !== agency) throw ruleBroken("ACTOR", "The department that received it does this.");
  const fiscalYear = yearOf(today);
  if (before.fiscalYear >= fiscalYear) throw ruleBroken("YEAR_RUNS", "Its year is not over.");
  checkNoSurplus(before.fiscalYear, today);
  if (upstreamNo != null || (toDivision != null && toDivision !== division))
    throw badInput("carriedFrom", "TERMS_KEPT", "What was carried over stays with its division and purpose.");
  if (terms != null && codeNotInTable(before, fiscalYear) === undefined)
    throw badInput("terms", "TERMS_KEPT", "What was carried over stays with its division and purpose.");
  const { functionCode, govEconCode, deptEconCode } = terms ?? before;
  const codes = { functionCode, govEconCode: govEconCode ?? undefined, deptEconCode: deptEconCode ?? undefined };
  checkCodes(codes, fiscalYear);
  const { policyCode, budgetCategory, transferType, direct, sourceLevel } = before;
  return {
    ...{ ...codes, fiscalYear, policyCode, budgetCategory, transferType, direct, sourceLevel },
    ...{ upstreamNo: undefined, carriedFrom: carriedFrom!, above: undefined, receiverUscc: agency },
    fromDivisionCode: division,
    toDivisionCode: division,
  };
};
