/** Emergencies, as the domain knows them: what has happened by a moment, clocks in hours, and whether an update is overdue. Pure. */
import { toHourDeadline } from "../hour-deadline/hour-deadline.js";
import type { HourDeadline } from "../hour-deadline/hour-deadline.type.js";
import { EmergencyLevel, EmergencyState } from "./emergency.enums.js";

/** Limits of grave and major emergencies from the report on, each with what ends it (国办发〔2016〕61号; 国办发〔2016〕80号, not confirmed). */
export const EMERGENCY_LIMITS = { L17_5H: "L17-5H", L17_24H: "L17-24H" } as const;

/** The moment of an event where it has come by then. */
export const momentBy = (event: Date | null | undefined, now: Date): Date | undefined =>
  event != null && event <= now ? event : undefined;

/** A clock in hours, as it stands. */
export interface HourClock extends HourDeadline {
  readonly limitId: string;
  readonly metAt?: Date | undefined;
}

/** The clock of a limit in hours, from its start until it was met or until now. Throws where the limit does not count in hours. */
export const hourClock = (
  limitId: string,
  { start, metAt }: { readonly start: Date; readonly metAt?: Date | undefined },
  now: Date,
): HourClock => ({ limitId, metAt, ...toHourDeadline(limitId, { start, now, completedAt: metAt }) });

/** True of levels for which the limits are. */
export const hasLimits = (level: EmergencyLevel): boolean =>
  level === EmergencyLevel.GRAVE || level === EmergencyLevel.MAJOR;

/** What is needed of a notice. */
export interface ToldNotice {
  readonly publishedAt: Date;
  readonly nextUpdateAt?: Date | undefined;
  readonly isLast: boolean;
}

/** When the public is told next, as the last notice says; undefined before the first one and after the one that concludes. */
export const nextUpdateOf = (notices: readonly ToldNotice[]): Date | undefined => notices.at(-1)?.nextUpdateAt;

/** How far the handling has come. */
export const emergencyState = (
  { verifiedAt, reviewed }: { readonly verifiedAt?: Date | undefined; readonly reviewed: boolean },
  notices: readonly ToldNotice[],
): EmergencyState => {
  if (reviewed) return EmergencyState.REVIEWED;
  if (notices.some(({ isLast }) => isLast)) return EmergencyState.CONCLUDED;
  if (notices.length > 1) return EmergencyState.UPDATING;
  if (notices.length === 1) return EmergencyState.FIRST_NOTICE;
  return verifiedAt === undefined ? EmergencyState.REPORTED : EmergencyState.VERIFIED;
};
