/** Words and figures of the page, in Chinese with English. */

/** States of an app. */
export const STATE_TEXTS: Readonly<Record<string, string>> = {
  REQUESTED: "待审核 asked for",
  APPROVED: "已开通 approved",
  SUSPENDED: "已停用 suspended",
};

/** Days that may be looked at. */
export const SPANS = [1, 7, 30, 90, 400] as const;

/** A whole number, as the reader's language writes it. */
export const number = (value: number): string => Math.round(value).toLocaleString();

/** A share of all, of which none is nought. */
export const share = (part: number, whole: number): string =>
  (whole === 0 ? 0 : part / whole).toLocaleString(undefined, { style: "percent", maximumFractionDigits: 1 });

/** The longest bound within which times are told, in milliseconds. */
const LONGEST_MS = 3_000;

/** Time within which 95 of 100 were answered. */
export const p95 = (milliseconds: number | null): string =>
  milliseconds === null ? `> ${number(LONGEST_MS)} ms` : `≤ ${number(milliseconds)} ms`;
