/** Days as exports write them. What could be two days is refused; an end may say that there is none. */
import { addDays, addMonths, isLocalDate, localDateOf } from "../domain/index.js";
import type { RowNotice } from "./import-kind.js";
import { RowRefused } from "./violation.js";

const REMEDY = "Write the day as YYYY-MM-DD.";

/** Year, month and day with one separator twice, with 年月日, or as eight digits; behind it a time, a zone and a weekday. */
const DAY =
  /^(?:(?<y1>\d{4})(?<separator>[-/.])(?<m1>\d{1,2})\k<separator>(?<d1>\d{1,2})|(?<y2>\d{4})年(?<m2>\d{1,2})月(?<d2>\d{1,2})日|(?<y3>\d{4})(?<m3>\d{2})(?<d3>\d{2}))(?<rest>\D.*)?$/u;

/** A time of day, which says nothing of the day unless it names a zone. */
const TIME =
  /^(?:[ T]\s*(?:上午|下午)?(?<hours>\d{1,2})[:时点](?<minutes>\d{1,2})分?(?::?(?<seconds>\d{1,2})秒?(?:\.\d{1,9})?)?\s*(?:AM|PM)?\s*(?<zone>Z|[-+]\d{2}:?\d{2})?)?(?:\s*(?:星期|周)[一二三四五六日天])?$/iu;

const SERIAL = /^[1-9]\d{4}(?:\.\d+)?$/;
const MONTH = /^(\d{4})(?:[-/.年](\d{1,2})月?|(0[1-9]|1[0-2]))$/u;
const FIRST = "1900-01-01";
const LAST = "2199-12-31";

/** The day in Shanghai of an instant of a zone. */
const ofInstant = (
  day: string,
  time: Readonly<Record<string, string | undefined>>,
  zone: string,
): string | undefined => {
  const two = (part: string | undefined): string => (part ?? "0").padStart(2, "0");
  const offset = zone.toUpperCase() === "Z" ? "Z" : zone.replace(/^(...):?(..)$/, "$1:$2");
  const instant = new Date(`${day}T${two(time["hours"])}:${two(time["minutes"])}:${two(time["seconds"])}${offset}`);
  return Number.isNaN(instant.getTime()) ? undefined : localDateOf(instant);
};

const readDay = (text: string): string | undefined => {
  const parts = DAY.exec(text)?.groups;
  if (!parts) return undefined;
  const [year, month, date] = ["y", "m", "d"].map(
    (part) => parts[`${part}1`] ?? parts[`${part}2`] ?? parts[`${part}3`],
  );
  const day = `${year}-${month!.padStart(2, "0")}-${date!.padStart(2, "0")}`;
  const time = TIME.exec(parts["rest"] ?? "")?.groups;
  if (!time || !isLocalDate(day)) return undefined;
  return time["zone"] === undefined ? day : ofInstant(day, time, time["zone"]);
};

/** First day of a month alone; undefined for anything else. */
const readMonth = (text: string): string | undefined => {
  const [, year, separated, joined] = MONTH.exec(text) ?? [];
  const first = `${year}-${(separated ?? joined ?? "").padStart(2, "0")}-01`;
  return isLocalDate(first) ? first : undefined;
};

/** A day. Throws RowRefused, which says of a month alone and of a spreadsheet's serial number that they are that. */
export const dayOf = (field: string, value: string | undefined): string | undefined => {
  if (value === undefined) return undefined;
  const text = value.normalize("NFKC").trim();
  const day = readDay(text);
  if (day !== undefined && day >= FIRST && day <= LAST) return day;
  if (SERIAL.test(text))
    throw new RowRefused(
      field,
      "DATE_SERIAL",
      `It is a spreadsheet's serial number: give the cells the format of a date. ${REMEDY}`,
    );
  if (readMonth(text) !== undefined)
    throw new RowRefused(field, "DATE_MONTH", `It is a month without a day. ${REMEDY}`);
  throw new RowRefused(field, "DATE", REMEDY);
};

/** Words by which an end says that there is none. */
const NO_END = /^(?:长期|永久|长期有效|永久有效|无固定期限|无期限|永续)$/u;

/** Days that stand for no end: the last of a year that nobody means, as 2099-12-31 and 9999-12-31. */
const FAR_END = /^(?:2099|[3-9]\d{3})-12-31$/;

/**
 * The last day of a period; undefined where there is none, or where it says so: a day that stands for that is a notice, which keeps what
 * was written. A month alone ends with its last day, which is a notice. Throws RowRefused.
 */
export const endOf = (
  field: string,
  value: string | undefined,
  notice: (said: RowNotice) => void,
): string | undefined => {
  const text = value?.normalize("NFKC").trim() ?? "";
  if (value === undefined || NO_END.test(text)) return undefined;
  const day = readDay(text);
  if (day !== undefined && FAR_END.test(day)) {
    notice({ field, rule: "NO_END", remedy: "The day stands for no end, and is loaded as none." });
    return undefined;
  }
  const month = readMonth(text);
  if (month === undefined) return dayOf(field, value);
  const last = addDays(addMonths(month, 1), -1);
  notice({ field, rule: "END_OF_MONTH", remedy: `It is a month without a day: its last day, ${last}, is loaded.` });
  return last;
};
