/** How a limit in hours stands, as the graph shows it. Pure. */
import { hourLimit, hourLimitState } from "../../../platform/domain/index.js";
import { DeadlineState } from "../../../platform/graphql/deadline-state.js";
import type { HourDeadline } from "./hour-deadline.type.js";

/** The limit of the table for what began at the instant, now, or as it was met or missed. Throws where it does not count in hours. */
export const toHourDeadline = (
  id: string,
  { start, now, completedAt }: { readonly start: Date; readonly now: Date; readonly completedAt?: Date | undefined },
): HourDeadline => {
  const limit = hourLimit(id, start);
  return { ...limit, state: DeadlineState[hourLimitState(limit, now, completedAt)] };
};
