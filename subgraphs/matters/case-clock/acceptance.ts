/** Acceptance by silence: who is not told within five working days what is missing counts as accepted on the day of receipt (行政许可法 第三十二条, L01). Pure. */
import { computeDeadline, runningLimit } from "../../../platform/domain/index.js";
import { toDeadline } from "../../../platform/graphql/deadline.js";
import type { Deadline } from "../../../platform/graphql/deadline.type.js";
import { TaskType } from "../matter/matter.enums.js";
import { CaseState } from "../service-case/service-case.state.js";

/** What acceptance is computed from. The day of application is the day of receipt. */
export interface AcceptanceFacts {
  readonly state: CaseState;
  readonly taskType: TaskType;
  readonly appliedOn?: string;
  /** Day on which the applicant was told, once and in full, what is missing. */
  readonly noticeOn?: string;
  readonly acceptedOn?: string;
  readonly endedOn?: string;
}

/** States in which the agency has not said anything yet, unless a notice is on record. */
export const AWAITING_NOTICE: readonly CaseState[] = [CaseState.SUBMITTED, CaseState.RECEIVED];

/** The limit of the law, which is for licensing; undefined for other matters and for drafts. */
const limitOf = ({ taskType, appliedOn }: AcceptanceFacts): ReturnType<typeof runningLimit> | undefined =>
  taskType !== TaskType.LICENSING_01 || appliedOn === undefined ? undefined : runningLimit("L01", appliedOn);

/** First day on which the agency answered: notice, acceptance, or an end such as a refusal. */
const answeredOn = ({ noticeOn, acceptedOn, endedOn }: AcceptanceFacts): string | undefined =>
  [noticeOn, acceptedOn, endedOn].filter((day) => day !== undefined).sort()[0];

/** Until when the agency has to say what is missing; undefined where the rule is not for the case, or the day of its notice is not on record. */
export const acceptanceDeadline = (facts: AcceptanceFacts, today: string): Deadline | undefined => {
  const limit = limitOf(facts);
  const answered = answeredOn(facts);
  if (limit === undefined || (answered === undefined && !AWAITING_NOTICE.includes(facts.state))) return undefined;
  return toDeadline({ ...limit, today, completedOn: answered });
};

/**
 * Day on which a case counts as accepted because no notice came in time; undefined where it was accepted or ended on record, where
 * the notice was in time, where its day is not known, where the calendar of a needed year is not published or the limit not confirmed.
 */
export const deemedAcceptedOn = (facts: AcceptanceFacts, today: string): string | undefined => {
  const limit = limitOf(facts);
  if (limit === undefined || facts.acceptedOn !== undefined || facts.endedOn !== undefined) return undefined;
  if (facts.noticeOn === undefined && !AWAITING_NOTICE.includes(facts.state)) return undefined;
  const { dueOn, confirmed } = computeDeadline(limit.facts);
  return confirmed !== false && dueOn !== undefined && (facts.noticeOn ?? today) > dueOn ? facts.appliedOn : undefined;
};
