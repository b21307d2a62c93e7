/** Sanctions as facts and rules: the steps, how long each lasts, what it is on a day. Pure. */
import { addMonths, type LocalDate } from "../../../platform/domain/index.js";
import { SanctionLevel, SanctionState } from "./agency-sanction.type.js";

/** Months that each level may last; none for those that do not bar. */
export const SANCTION_MONTHS: Readonly<Record<SanctionLevel, readonly number[]>> = {
  [SanctionLevel.REMINDER]: [],
  [SanctionLevel.INTERVIEW]: [],
  [SanctionLevel.SUSPENSION]: [3, 6, 12],
  [SanctionLevel.REMOVAL]: [12, 24, 36],
};

/** What follows each level where the breach goes on. */
export const SANCTION_STEPS: Readonly<Record<SanctionLevel, SanctionLevel | undefined>> = {
  [SanctionLevel.REMINDER]: SanctionLevel.INTERVIEW,
  [SanctionLevel.INTERVIEW]: SanctionLevel.SUSPENSION,
  [SanctionLevel.SUSPENSION]: SanctionLevel.REMOVAL,
  [SanctionLevel.REMOVAL]: undefined,
};

/** Levels under which an agency may not bid (N5). */
export const BARRING_LEVELS: readonly SanctionLevel[] = [SanctionLevel.SUSPENSION, SanctionLevel.REMOVAL];

/** Facts of a sanction. */
export interface SanctionFacts {
  readonly decidedOn?: LocalDate;
  readonly months?: number;
  readonly revokedOn?: LocalDate;
}

/** Last day; undefined where it has no duration or is not decided. */
export const expiresOn = ({ decidedOn, months }: SanctionFacts): LocalDate | undefined =>
  decidedOn === undefined || months === undefined ? undefined : addMonths(decidedOn, months);

/** State on a day: time alone ends a sanction; a reminder or an interview is over with its day. */
export const stateOn = (facts: SanctionFacts, today: LocalDate): SanctionState => {
  if (facts.decidedOn === undefined || facts.decidedOn > today) return SanctionState.NOTICED;
  if (facts.revokedOn !== undefined && facts.revokedOn <= today) return SanctionState.REVOKED;
  return today <= (expiresOn(facts) ?? facts.decidedOn) ? SanctionState.IN_FORCE : SanctionState.EXPIRED;
};
