/** Limits in hours (L17): they run round the clock from an instant, without holidays; late only after the last one. Pure. */
import { limitRule } from "./law/limits-in-force.js";
import { localDateOf } from "./local-date.js";
import type { DeadlineState } from "./time-limit.js";

const HOUR_MS = 3_600_000;

/** A limit in hours that runs. */
export interface HourLimit {
  /** Last instant in time. */
  readonly dueAt: Date;
  /** Law or document of the limit. */
  readonly basis: string;
  /** False where its figure is not confirmed in the document: nobody is late by it. */
  readonly confirmed: boolean;
}

/** The limit of the table for what began at the instant, in its version of that day. Throws where it does not count in hours. */
export const hourLimit = (id: string, start: Date): HourLimit => {
  const { unit, amount, verified, basisClause } = limitRule(id, localDateOf(start));
  if (unit !== "H") throw new Error(`${id} is no limit in hours.`);
  return { dueAt: new Date(start.getTime() + amount * HOUR_MS), basis: basisClause, confirmed: verified };
};

/** How it stands now; late only from the instant after the last one in time, and past one that is not confirmed provisional. */
export const hourLimitState = (
  { dueAt, confirmed }: HourLimit,
  now: Date,
  completedAt?: Date,
): Exclude<DeadlineState, "SUSPENDED"> => {
  if ((completedAt ?? now) > dueAt) return confirmed ? "LATE" : "PROVISIONAL";
  return completedAt === undefined ? "RUNNING" : "MET";
};
