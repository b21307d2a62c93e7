/** Whether requests were answered in time, as they stood on the last day of a report: what happened later is as if it had not. Pure. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { DeadlineState } from "../../../platform/graphql/deadline-state.js";
import { answerDeadline, type DisclosureClockFacts } from "../disclosure-request/disclosure-clock.js";
import { DisclosureState } from "../disclosure-request/disclosure-request.machine.js";

/** How many were answered in time and too late, and how many were overdue on the last day. */
export interface Timeliness {
  readonly answeredOnTime: number;
  readonly answeredLate: number;
  readonly overdue: number;
}

const { CORRECTION_ASKED, ANSWERED, REGISTERED } = DisclosureState;

/** The request as it stood on the day. */
const asOf = (facts: DisclosureClockFacts, day: LocalDate): DisclosureClockFacts => {
  const by = (when: LocalDate | undefined): LocalDate | undefined =>
    when !== undefined && when <= day ? when : undefined;
  const [endedOn, correctionAskedOn, correctedOn] = [facts.endedOn, facts.correctionAskedOn, facts.correctedOn].map(by);
  const open = correctionAskedOn !== undefined && correctedOn === undefined ? CORRECTION_ASKED : REGISTERED;
  return {
    ...{ receivedOn: facts.receivedOn, endedOn, correctionAskedOn, correctedOn, extendedOn: by(facts.extendedOn) },
    state: endedOn === undefined ? open : facts.state,
    consultations: facts.consultations
      .filter(({ askedOn }) => askedOn <= day)
      .map((asked) => ({ askedOn: asked.askedOn, endedOn: by(asked.endedOn) })),
  };
};

/** Counts them. Those that ended without an answer had no limit. */
export const timelinessOn = (requests: readonly DisclosureClockFacts[], day: LocalDate): Timeliness => {
  const stood = requests.map((request) => asOf(request, day));
  const count = (isAnswered: boolean, state: DeadlineState): number =>
    stood.filter(
      (request) => (request.state === ANSWERED) === isAnswered && answerDeadline(request, day)?.state === state,
    ).length;
  return {
    answeredOnTime: count(true, DeadlineState.MET),
    answeredLate: count(true, DeadlineState.LATE),
    overdue: count(false, DeadlineState.LATE),
  };
};
