/** What cases of every scale are written with: amounts, decisions, allotments of a policy, money through the province. */
import type { Fen } from "../../../platform/domain/index.js";
import { workdayAfter } from "../../demonstration-days.js";
import { BudgetCategory } from "../budget-allotment/budget-allotment.enums.js";
import { AllotmentState } from "../budget-allotment/budget-allotment.machine.js";
import { AllocationMethod } from "../fund-allocation/fund-allocation.enums.js";
import type { Books } from "./books.js";
import { POLICIES } from "./policies.js";
import type { Projects } from "./projects.js";
import type { SeedAllocation, SeedDecision, SeedAllotment } from "./rows.js";
import type { Sources } from "./sources.js";

/** 万元 in fen. */
export const wan = (amount: number): Fen => BigInt(amount) * 1_000_000n;

/** Decision by factors, as published. */
export const BY_FACTORS: SeedDecision = {
  method: AllocationMethod.FACTORS,
  factors: [
    { name: "防止返贫致贫对象规模", weight: 40 },
    { name: "农村居民人均可支配收入", weight: 30 },
    { name: "上年绩效评价结果", weight: 30 },
  ],
};

/** Decision by project. */
export const BY_PROJECT: SeedDecision = { method: AllocationMethod.PROJECTS };

/** Decision by actual need. */
export const BY_NEED: SeedDecision = { method: AllocationMethod.ACTUAL };

/** An allotment of a policy: classification from the policy, the rest as given. */
export const allotmentOf = (
  policyCode: string,
  terms: Pick<
    SeedAllotment,
    "allotmentNo" | "fundName" | "sourceLevel" | "amount" | "issuedOn" | "to" | "agencyDivision"
  > &
    Partial<SeedAllotment>,
): SeedAllotment => {
  const policy = POLICIES[policyCode]!;
  return {
    fiscalYear: Number(terms.issuedOn.slice(0, 4)),
    policyCode,
    budgetCategory: BudgetCategory.GENERAL,
    direct: policy.direct,
    functionCode: policy.functionCode,
    govEconCode: policy.govEconCode,
    deptEconCode: policy.deptEconCode,
    state: AllotmentState.IN_EXECUTION,
    ...(terms.from === terms.to ? {} : { transferType: policy.transferType }),
    ...terms,
  };
};

/** What the fixed cases are written into. */
export interface Ledgers {
  readonly books: Books;
  readonly projects: Projects;
  readonly sources: Sources;
}

/** Money of the centre goes to the province, and from there whole to the prefecture, within thirty days of its arrival; gives the prefecture's part. */
export const throughProvince = (
  { books }: Pick<Ledgers, "books">,
  allotment: SeedAllotment,
  decision: SeedDecision,
): SeedAllocation => {
  const province = books.issue(allotment, decision);
  const sentOn = workdayAfter(allotment.receivedOn ?? allotment.issuedOn, 4);
  return books.passDown(
    province,
    "222400",
    allotment.amount,
    { sentOn, receivedOn: workdayAfter(sentOn, 2) },
    decision,
  );
};
