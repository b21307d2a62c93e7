/** What guards of a repair case look at. Pure. */
import type { EvidenceKind } from "../repair-case/repair-case.enums.js";
import type { RepairGuardFacts } from "../repair-case/repair-case.machine.js";

/** What of a case they are made from. */
export interface CaseFacts {
  readonly evidence: readonly { readonly kind: EvidenceKind }[];
  readonly extended: boolean;
  readonly feedbackOn: string | undefined;
  readonly findingNo: string | undefined;
}

/** What of the record, of the viewer and of the day. */
export interface AroundFacts {
  readonly today: string;
  readonly findingAuthority: string;
  readonly repairEligibleOn: string | undefined;
  /** Credit code of the agency that the viewer acts for; none of an applicant. */
  readonly decidingAuthority: string | undefined;
}

/** As they stand, without what an input adds. */
export const repairFacts = (
  { evidence, extended, feedbackOn, findingNo }: CaseFacts,
  { today, findingAuthority, repairEligibleOn, decidingAuthority = "" }: AroundFacts,
): RepairGuardFacts => ({
  today,
  evidence: evidence.map(({ kind }) => kind),
  extended,
  told: feedbackOn !== undefined,
  ...(findingNo === undefined ? {} : { findingNo }),
  ...(repairEligibleOn === undefined ? {} : { repairEligibleOn }),
  findingAuthority,
  decidingAuthority,
});
