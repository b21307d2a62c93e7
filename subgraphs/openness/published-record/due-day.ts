/** A day that a body set by when something is done, as it stands on a day: lateness is computed, never stored. Pure. */
import { daysBetween, deadlineState, type LocalDate } from "../../../platform/domain/index.js";
import { DeadlineState } from "../../../platform/graphql/deadline-state.js";

/** How a day stands by which something is to be done. */
export interface DueDay {
  readonly standing: DeadlineState;
  /** Natural days after it, until it was done or until today; 0 where it is in time. */
  readonly daysLate: number;
}

/** How it stands: late from the day after it. The body set the day itself, so that it moves for no holiday. */
export const standingOn = (
  { dueOn, doneOn }: { readonly dueOn: LocalDate; readonly doneOn?: LocalDate | undefined },
  today: LocalDate,
): DueDay => ({
  standing: DeadlineState[deadlineState({ dueOn, certainty: "FIXED", suspendedDays: 0 }, today, doneOn)],
  daysLate: Math.max(0, daysBetween(dueOn, doneOn ?? today)),
});

/** SQL of the same: true of a row whose day `due_on` was over before `done` came, or before the day of the parameter. */
export const lateSql = (done: string): string => `due_on < least(${done}, ?)`;
