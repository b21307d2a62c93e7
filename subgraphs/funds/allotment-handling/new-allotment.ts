/** A new allotment as it is drafted: who may, out of whose money, under which classification. */
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { withoutPersons, type LocalDate } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import { actingAgency, type WriteDependencies, type WriteTransaction } from "../../../platform/write/index.js";
import { FundLevel } from "../budget-allotment/budget-allotment.enums.js";
import { AllotmentState } from "../budget-allotment/budget-allotment.machine.js";
import type { ALLOTMENTS } from "../budget-allotment/budget-allotment.rows.js";
import { findDivisionOf, findFinanceDepartment } from "../budget-allotment/finance-department.repository.js";
import { findAbove, findIssued, type AboveAllocation } from "../budget-allotment/new-allotment.repository.js";
import { findUnknownPolicy } from "../fund-policy/fund-policy.repository.js";
import type { DraftAllotmentInput } from "./allotment-handling.input.js";
import { checkNoSurplus, checkTerms, ruleBroken, type Drafting, type Terms } from "./allotment-terms.js";
import { termsCarriedIn } from "./carried-in.js";

/** Who drafts. Throws RULE_VIOLATION (FINANCE_DEPARTMENT_NEEDED) where the viewer is no officer of a finance department. */
const draftingBy = async (trx: WriteTransaction, { viewer }: WriteDependencies): Promise<Drafting> => {
  const agency = actingAgency(viewer);
  const division = agency === undefined ? undefined : await findDivisionOf(trx, agency);
  if (agency === undefined || division === undefined)
    throw ruleBroken("FINANCE_DEPARTMENT_NEEDED", "The finance department of the division does this.");
  return { agency, division };
};

const levelOf = (division: string): FundLevel =>
  division.endsWith("0000") ? FundLevel.PROVINCE : division.endsWith("00") ? FundLevel.PREFECTURE : FundLevel.COUNTY;

/** What is drafted: the record, and the allocation out of whose money it will be. */
export interface Drafted {
  readonly record: NewOf<typeof ALLOTMENTS>;
  readonly above: AboveAllocation | undefined;
}

/** Money of the division itself, or of the centre where the division is a province. */
const ownTerms = async (
  trx: WriteTransaction,
  { agency, division }: Drafting,
  { terms, toDivision }: DraftAllotmentInput,
  today: LocalDate,
): Promise<Terms> => {
  if (terms == null) throw badInput("terms", "REQUIRED", "terms is needed where nothing stands above.");
  checkTerms(terms, today);
  const level = levelOf(division);
  if ((toDivision != null && toDivision !== division) || (terms.central && level !== FundLevel.PROVINCE))
    throw ruleBroken("FUND_SOURCE", "A province enters the centre's money; all other is the division's own.");
  const { central, policyCode, transferType, govEconCode, deptEconCode, ...rest } = terms;
  if (policyCode != null && (await findUnknownPolicy(trx, [policyCode])) !== undefined)
    throw badInput("policyCode", "POLICY_UNKNOWN", "There is no such policy.");
  return {
    ...rest,
    policyCode: policyCode ?? undefined,
    transferType: transferType ?? undefined,
    govEconCode: govEconCode ?? undefined,
    deptEconCode: deptEconCode ?? undefined,
    sourceLevel: central ? FundLevel.CENTRAL : level,
    upstreamNo: undefined,
    carriedFrom: undefined,
    fromDivisionCode: central ? undefined : division,
    toDivisionCode: division,
    receiverUscc: agency,
    above: undefined,
  };
};

/** Out of an allotment that reached the division. Throws NOT_FOUND where there is none, RULE_VIOLATION where nobody is known to receive it (RECEIVER_UNKNOWN) or its money is surplus (YEAR_OVER). */
const termsBelow = async (
  trx: WriteTransaction,
  { division }: Drafting,
  { upstreamNo, toDivision }: DraftAllotmentInput,
  today: LocalDate,
): Promise<Terms> => {
  const upstream = await findIssued(trx, upstreamNo!);
  const above = upstream && (await findAbove(trx, upstream.allotmentNo, division));
  if (!above) throw new ServiceError("NOT_FOUND");
  checkNoSurplus(upstream.fiscalYear, today);
  const to = toDivision ?? division;
  if (!to.startsWith(divisionPrefix(division)))
    throw ruleBroken("NOT_BELOW", "Money is issued to the division itself or one below it.");
  const receiverUscc = await findFinanceDepartment(trx, to);
  if (receiverUscc === undefined) throw ruleBroken("RECEIVER_UNKNOWN", "Nobody is known to receive it there.");
  const { fiscalYear, policyCode, budgetCategory, transferType, direct, ...rest } = upstream;
  const { functionCode, govEconCode, deptEconCode, sourceLevel } = rest;
  return {
    ...{ fiscalYear, policyCode, budgetCategory, transferType, direct },
    ...{ functionCode, govEconCode, deptEconCode, sourceLevel, receiverUscc, above },
    upstreamNo: upstreamNo!,
    carriedFrom: undefined,
    fromDivisionCode: division,
    toDivisionCode: to,
  };
};

const termsOf = (
  trx: WriteTransaction,
  drafting: Drafting,
  input: DraftAllotmentInput,
  today: LocalDate,
): Promise<Terms> => {
  if (input.carriedFrom != null) return termsCarriedIn(trx, drafting, input, today);
  return input.upstreamNo == null ? ownTerms(trx, drafting, input, today) : termsBelow(trx, drafting, input, today);
};

/** The allotment as a draft of the viewer's finance department. */
export const draftOf = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  input: DraftAllotmentInput,
  today: LocalDate,
): Promise<Drafted> => {
  const drafting = await draftingBy(trx, dependencies);
  const { above, ...terms } = await termsOf(trx, drafting, input, today);
  const { allotmentNo, amount } = input;
  return {
    above,
    record: {
      ...{ ...terms, allotmentNo, amount },
      fundName: withoutPersons(input.fundName, { today }),
      issuedOn: today,
      receivedOn: undefined,
      agencyUscc: drafting.agency,
      agencyDivision: drafting.division,
      state: AllotmentState.DRAFT,
    },
  };
};
