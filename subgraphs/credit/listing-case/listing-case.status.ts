/** Until when a body is waited for before it is listed; the life of a case is in listing-case.machine.ts. Pure. */
import { computeDeadline, lastDayOf, runningLimit, type LocalDate } from "../../../platform/domain/index.js";
import { toDeadline } from "../../../platform/graphql/deadline.js";
import type { Deadline } from "../../../platform/graphql/deadline.type.js";

/** The limit of the defence, as of today. */
export const defenceDeadline = (
  { priorNoticeOn, statedOn }: { readonly priorNoticeOn: LocalDate; readonly statedOn?: LocalDate | undefined },
  today: LocalDate,
): Deadline =>
  toDeadline({
    ...runningLimit("N-DEFENCE", priorNoticeOn),
    today,
    ...(statedOn === undefined ? {} : { completedOn: statedOn }),
  });

/** Last day on which the body is waited for; where no calendar says it yet the latest thinkable one. */
export const heardUntil = ({
  prior_notice_on: noticeOn,
  stated_on: statedOn,
}: {
  readonly prior_notice_on: LocalDate;
  readonly stated_on: LocalDate | null;
}): LocalDate =>
  statedOn === null ? (lastDayOf(computeDeadline(runningLimit("N-DEFENCE", noticeOn).facts)) ?? noticeOn) : noticeOn;
