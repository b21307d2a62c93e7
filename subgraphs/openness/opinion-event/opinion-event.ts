/** An event of public concern as the domain knows it (国办发〔2016〕61号): stage and clock are computed from its days. Pure. */
import { toHourDeadline } from "../hour-deadline/hour-deadline.js";
import type { HourDeadline } from "../hour-deadline/hour-deadline.type.js";
import { OpinionEventLevel, OpinionEventStage } from "./opinion-event.enums.js";

/** What stage and clock are computed from. */
export interface OpinionEventCourse {
  readonly detectedAt: Date;
  readonly level?: OpinionEventLevel | undefined;
  readonly responsibleId?: string | undefined;
  readonly respondedAt?: Date | undefined;
  readonly effect?: string | undefined;
}

/** How far it is handled. */
export const stageOf = ({ level, responsibleId, respondedAt, effect }: OpinionEventCourse): OpinionEventStage => {
  if (effect !== undefined) return OpinionEventStage.EVALUATED;
  if (respondedAt !== undefined) return OpinionEventStage.RESPONDED;
  if (responsibleId !== undefined) return OpinionEventStage.ASSIGNED;
  return level === undefined ? OpinionEventStage.DETECTED : OpinionEventStage.ASSESSED;
};

/** Limit of the first response, L17, from detection; of one that is not assessed yet that of other events, which is the longer one. */
export const responseDeadline = ({ detectedAt, level, respondedAt }: OpinionEventCourse, now: Date): HourDeadline =>
  toHourDeadline(level === OpinionEventLevel.EMERGENCY ? "L17-24H" : "L17-48H", {
    ...{ start: detectedAt, now, completedAt: respondedAt },
  });
