/** Days in Asia/Shanghai as `YYYY-MM-DD`: what laws and deadlines count. */
import { badInput } from "../errors/service-error.js";

/** A day, `YYYY-MM-DD`. Days compare as text. */
export type LocalDate = string;

const DAY_MS = 86_400_000;
/** China has had one zone without summer time since 1992. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

const epochOf = (day: LocalDate): number => Date.parse(`${day}T00:00:00Z`);

/** True for a day that exists. */
export const isLocalDate = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(epochOf(value)) &&
  new Date(epochOf(value)).toISOString().startsWith(value);

/** The day. Throws BAD_USER_INPUT where it does not exist. */
export const parseLocalDate = (value: string, argument = "date"): LocalDate => {
  const day = value.trim();
  if (!isLocalDate(day)) throw badInput(argument, "DATE", "A date is a day that exists, YYYY-MM-DD.");
  return day;
};

/** The day in Shanghai at an instant. */
export const localDateOf = (instant: Date): LocalDate =>
  new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);

/** The day `count` days later (earlier where negative). */
export const addDays = (day: LocalDate, count: number): LocalDate =>
  new Date(epochOf(day) + count * DAY_MS).toISOString().slice(0, 10);

/** Days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  Math.round((epochOf(to) - epochOf(from)) / DAY_MS);

/** The day of an event where it has come by then; what is to happen later has not happened yet. */
export const comeBy = (event: LocalDate | null, by: LocalDate): LocalDate | undefined =>
  event !== null && event <= by ? event : undefined;

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (day: LocalDate): number => new Date(epochOf(day)).getUTCDay();

/** The day `months` later, at most the last day of that month. */
export const addMonths = (day: LocalDate, months: number): LocalDate => {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(Math.min(date, last)).padStart(2, "0")}`;
};
