/** What a sanction is on a day, from what happened, and which levels bar; its life is in intermediary-sanction.machine.ts. Pure. */
import { addMonths, computeDeadline, runningLimit, type LocalDate } from "../../../platform/domain/index.js";
import { SanctionLevel, SanctionState } from "./intermediary-sanction.machine.js";

/** Levels under which an intermediary may not bid (N5). */
export const BARRING_LEVELS: readonly SanctionLevel[] = [SanctionLevel.SUSPENSION, SanctionLevel.REMOVAL];

/** Facts of a sanction. */
export interface SanctionFacts {
  readonly decidedOn?: LocalDate;
  readonly months?: number;
  readonly revokedOn?: LocalDate;
  readonly droppedOn?: LocalDate;
}

/** Last day; undefined where it has no duration or is not decided. */
export const expiresOn = ({ decidedOn, months }: SanctionFacts): LocalDate | undefined =>
  decidedOn === undefined || months === undefined ? undefined : addMonths(decidedOn, months);

/** State on a day: time alone ends a sanction; a reminder or an interview is over with its day. */
export const stateOn = (facts: SanctionFacts, today: LocalDate): SanctionState => {
  if (facts.droppedOn !== undefined && facts.droppedOn <= today) return SanctionState.DROPPED;
  if (facts.decidedOn === undefined || facts.decidedOn > today) return SanctionState.PRIOR_NOTICE_GIVEN;
  if (facts.revokedOn !== undefined && facts.revokedOn <= today) return SanctionState.REVOKED;
  return today <= (expiresOn(facts) ?? facts.decidedOn) ? SanctionState.IN_FORCE : SanctionState.EXPIRED;
};

/** Last day of a limit that runs from a day; undefined where the calendar does not say. */
const lastDayOf = (limit: string, start: LocalDate | undefined): LocalDate | undefined =>
  start === undefined ? undefined : computeDeadline(runningLimit(limit, start).facts).dueOn;

/** Last days for defence, decision and appeal. */
export const termsOf = ({
  priorNoticeOn,
  decidedOn,
}: Pick<SanctionFacts, "decidedOn"> & { readonly priorNoticeOn: LocalDate }) => ({
  defenceUntil: lastDayOf("M-DEFENCE", priorNoticeOn),
  decisionUntil: lastDayOf("M-SANCTION", priorNoticeOn),
  appealUntil: lastDayOf("M-SANCTION-APPEAL", decidedOn),
});
