/** On which state of its life a subsidy line stands on a day, from what happened; its life is in subsidy.machine.ts. Pure. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { SubsidyState } from "./subsidy.machine.js";

/** What happened to a line and its batch. */
export interface SubsidyFacts {
  readonly publicityFrom: LocalDate;
  readonly publicityTo: LocalDate;
  readonly townReviewedOn?: LocalDate;
  readonly paidOn?: LocalDate;
  readonly returnedOn?: LocalDate;
  readonly repaidOn?: LocalDate;
}

/** The state on a day. */
export const subsidyState = (facts: SubsidyFacts, today: LocalDate): SubsidyState => {
  const happened = (day: LocalDate | undefined): boolean => day !== undefined && day <= today;
  if (happened(facts.repaidOn)) return SubsidyState.REPAID;
  if (happened(facts.returnedOn)) return SubsidyState.RETURNED;
  if (happened(facts.paidOn)) return SubsidyState.PAID;
  if (today < facts.publicityFrom) return SubsidyState.PREPARED;
  if (today <= facts.publicityTo) return SubsidyState.VILLAGE_PUBLICITY;
  return happened(facts.townReviewedOn) ? SubsidyState.COUNTY_REVIEW : SubsidyState.TOWN_REVIEW;
};
