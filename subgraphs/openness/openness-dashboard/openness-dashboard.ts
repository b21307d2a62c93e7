/** The dashboard of openness, as the domain knows it: its year and its shares. Pure. */
import { divideRoundHalfUp, yuanFromFen, type LocalDate } from "../../../platform/domain/index.js";

/** First and last day of the year that counts: to today in the running year. */
export const yearUntil = (year: number, today: LocalDate): { readonly from: LocalDate; readonly until: LocalDate } => {
  const last = `${year}-12-31`;
  return { from: `${year}-01-01`, until: last < today ? last : today };
};

/** Share in hundredths with two places, half away from zero; undefined of none. */
export const shareOf = (count: number, total: number): string | undefined =>
  total === 0 ? undefined : yuanFromFen(divideRoundHalfUp(BigInt(count) * 10_000n, BigInt(total)));
