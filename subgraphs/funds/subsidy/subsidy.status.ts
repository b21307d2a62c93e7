/** Life of a subsidy line as data; the state is computed for a day from what happened, never stored. */
import type { LocalDate } from "../../../platform/domain/index.js";

/** State of a line. */
export enum SubsidyState {
  PREPARED = "PREPARED",
  VILLAGE_PUBLICITY = "VILLAGE_PUBLICITY",
  TOWN_REVIEW = "TOWN_REVIEW",
  COUNTY_REVIEW = "COUNTY_REVIEW",
  PAID = "PAID",
  RETURNED = "RETURNED",
  REPAID = "REPAID",
}

/** State → what may follow. */
export const SUBSIDY_STATES: Readonly<Record<SubsidyState, readonly SubsidyState[]>> = {
  [SubsidyState.PREPARED]: [SubsidyState.VILLAGE_PUBLICITY],
  [SubsidyState.VILLAGE_PUBLICITY]: [SubsidyState.TOWN_REVIEW],
  [SubsidyState.TOWN_REVIEW]: [SubsidyState.COUNTY_REVIEW],
  [SubsidyState.COUNTY_REVIEW]: [SubsidyState.PAID],
  [SubsidyState.PAID]: [SubsidyState.RETURNED],
  [SubsidyState.RETURNED]: [SubsidyState.REPAID],
  [SubsidyState.REPAID]: [],
};

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
