/** The last day on which a roster is posted, before which nothing is paid (L21). Pure. */
import { computeDeadline, runningLimit, type LocalDate } from "../../../platform/domain/index.js";

/**
 * The day on which its notice says that it ends, and not before the least span of the place where that is confirmed: by a value for
 * demonstration nobody pays too early. Undefined where the calendar of a needed year is not published.
 */
export const rosterEnd = (postedFrom: LocalDate, postedTo: LocalDate): LocalDate | undefined => {
  const { dueOn, confirmed } = computeDeadline(runningLimit("L21", postedFrom).facts);
  if (confirmed === false) return postedTo;
  return dueOn === undefined || dueOn > postedTo ? dueOn : postedTo;
};
