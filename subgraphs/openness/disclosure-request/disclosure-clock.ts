/** The clocks of a request for information (L09 to L11, 政府信息公开条例 第三十条 to 第三十三条): they stop and start by its steps alone. Pure. */
import {
  computeDeadline,
  lastDayOf,
  runningLimit,
  type LocalDate,
  type Suspension,
} from "../../../platform/domain/index.js";
import { toDeadline } from "../../../platform/graphql/deadline.js";
import type { Deadline } from "../../../platform/graphql/deadline.type.js";
import { ANSWER_LIMIT, DisclosureState, NOTICE_LIMIT, OPINION_LIMIT } from "./disclosure-request.machine.js";

/** A third party that was asked. */
export interface AskedThirdParty {
  readonly askedOn: LocalDate;
  /** Day of its opinion, or on which the agency went on without one. */
  readonly endedOn?: LocalDate | undefined;
}

/** What the clocks are computed from. */
export interface DisclosureClockFacts {
  readonly state: DisclosureState;
  readonly receivedOn: LocalDate;
  readonly correctionAskedOn?: LocalDate | undefined;
  readonly correctedOn?: LocalDate | undefined;
  readonly extendedOn?: LocalDate | undefined;
  readonly endedOn?: LocalDate | undefined;
  readonly consultations: readonly AskedThirdParty[];
}

const NO_ANSWER_RUNS: readonly DisclosureState[] = [
  DisclosureState.CORRECTION_ASKED,
  DisclosureState.ABANDONED,
  DisclosureState.WITHDRAWN,
];

/** The last day that is in time for certain; undefined where no calendar reaches it. */
const lastDay = (limit: string, start: LocalDate): LocalDate | undefined =>
  lastDayOf(computeDeadline(runningLimit(limit, start).facts));

/** Whether the limit of an unclear request's notice still runs on the day, or nobody can say. */
export const noticeInTime = (receivedOn: LocalDate, today: LocalDate): boolean =>
  today <= (lastDay(NOTICE_LIMIT, receivedOn) ?? today);

/** Whether a third party that was asked has said nothing within its limit, for certain. */
export const opinionIsOver = (askedOn: LocalDate, today: LocalDate): boolean =>
  today > (lastDay(OPINION_LIMIT, askedOn) ?? today);

/**
 * Days that do not count: from the question to the third party's opinion, both included, and no longer than its own limit. After that
 * the agency decides (第三十二条), so that waiting on wins no time.
 */
const pausesOf = (consultations: readonly AskedThirdParty[], today: LocalDate): Suspension[] =>
  consultations.map(({ askedOn, endedOn }) => {
    const last = lastDay(OPINION_LIMIT, askedOn);
    const known = endedOn ?? (opinionIsOver(askedOn, today) ? last : undefined);
    if (known === undefined) return { from: askedOn };
    return { from: askedOn, to: last !== undefined && last < known ? last : known };
  });

const answerLimit = ({ receivedOn, correctedOn, extendedOn, consultations }: DisclosureClockFacts, today: LocalDate) =>
  runningLimit(ANSWER_LIMIT, correctedOn ?? receivedOn, {
    extended: extendedOn !== undefined,
    suspensions: pausesOf(consultations, today),
  });

/** Limit of the answer on the day: from receipt, and begun again once the request was made clear. Undefined while that is asked for, and of a request that ended unanswered. */
export const answerDeadline = (facts: DisclosureClockFacts, today: LocalDate): Deadline | undefined =>
  NO_ANSWER_RUNS.includes(facts.state)
    ? undefined
    : toDeadline({ ...answerLimit(facts, today), today, completedOn: facts.endedOn });

/** Whether the limit of the answer still runs on the day, or nobody can say. */
export const answerInTime = (facts: DisclosureClockFacts, today: LocalDate): boolean =>
  today <= (lastDayOf(computeDeadline(answerLimit(facts, today).facts)) ?? today);

/** Limit of the notice of what is unclear; undefined once the request is in hand without one. */
export const noticeDeadline = (facts: DisclosureClockFacts, today: LocalDate): Deadline | undefined =>
  facts.state !== DisclosureState.RECEIVED && facts.correctionAskedOn === undefined
    ? undefined
    : toDeadline({
        ...runningLimit(NOTICE_LIMIT, facts.receivedOn),
        today,
        completedOn: facts.correctionAskedOn,
      });

/** Limit of a third party's opinion. */
export const opinionDeadline = ({ askedOn, endedOn }: AskedThirdParty, today: LocalDate): Deadline =>
  toDeadline({ ...runningLimit(OPINION_LIMIT, askedOn), today, completedOn: endedOn });
