/** Conversions that a mapping may name: what a backend writes, as the JSON that a scalar of the graph takes. */
import { isLocalDate, localDateOf, yuanFromFen } from "../../domain/index.js";

/** A value that is not what the mapping says of it. Its message names no value. */
export class Misfit extends Error {
  override readonly name = "Misfit";
}

type Conversion = (value: unknown) => unknown;

const textOf = (value: unknown): string => {
  if (typeof value !== "string") throw new Misfit("is no text");
  return value;
};

const numberOf = (value: unknown): number => {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new Misfit("is no number");
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new Misfit("is larger than JSON numbers are exact");
  return value;
};

const wholeOf = (value: unknown): number => {
  const number = numberOf(value);
  if (!Number.isInteger(number)) throw new Misfit("is no whole number");
  return number;
};

const matched = (text: string, pattern: RegExp, what: string): RegExpExecArray => {
  const found = pattern.exec(text);
  if (!found) throw new Misfit(`is no ${what}`);
  return found;
};

const dayOf = (text: string): string => {
  if (!isLocalDate(text)) throw new Misfit("is no day");
  return text;
};

const instantOf = (milliseconds: number): string => {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) throw new Misfit("is no instant");
  return date.toISOString();
};

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** Each by its name, with what it does for documents. A value that is none of what it takes is a Misfit. */
export const CONVERSIONS = {
  "empty-is-null": { doc: 'The text "" is null.', apply: (value) => (value === "" ? null : value) },
  "text-from-number": { doc: '12 is "12".', apply: (value) => String(numberOf(value)) },
  "number-from-text": {
    doc: '"12.5" is 12.5.',
    apply: (value) => numberOf(Number(matched(textOf(value), /^-?\d{1,15}(?:\.\d{1,15})?$/, "number")[0])),
  },
  "boolean-from-number": {
    doc: "1 is true, 0 is false.",
    apply: (value) => {
      if (value !== 0 && value !== 1) throw new Misfit("is neither 0 nor 1");
      return value === 1;
    },
  },
  "yuan-from-fen": { doc: 'The whole number 1234 is "12.34".', apply: (value) => yuanFromFen(BigInt(wholeOf(value))) },
  "yuan-from-number": {
    doc: 'The number 12.3 is "12.30"; one with more than two places fits nothing.',
    apply: (value) => {
      const fen = Math.round(numberOf(value) * 100);
      if (!Number.isSafeInteger(fen) || fen / 100 !== value) throw new Misfit("is no amount with two places");
      return yuanFromFen(BigInt(fen));
    },
  },
  "day-from-digits": {
    doc: '"20260901" is "2026-09-01".',
    apply: (value) => {
      const [, year, month, day] = matched(textOf(value), /^(\d{4})(\d\d)(\d\d)$/, "day");
      return dayOf(`${year}-${month}-${day}`);
    },
  },
  "day-from-local-time": {
    doc: 'The day of "2026-09-01T08:30:00" or "2026-09-01 08:30", as it is written.',
    apply: (value) => dayOf(matched(textOf(value), /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d[\d:.]*$/, "time")[1]!),
  },
  "day-from-instant": {
    doc: "The day in Asia/Shanghai of an instant with its offset (RFC 3339).",
    apply: (value) => {
      const milliseconds = Date.parse(matched(textOf(value), RFC_3339, "instant")[0]);
      return localDateOf(new Date(instantOf(milliseconds)));
    },
  },
  "instant-from-seconds": { doc: "Seconds since 1970 (Unix).", apply: (value) => instantOf(numberOf(value) * 1_000) },
  "instant-from-milliseconds": { doc: "Milliseconds since 1970.", apply: (value) => instantOf(numberOf(value)) },
} as const satisfies Readonly<Record<string, { readonly doc: string; readonly apply: Conversion }>>;

/** Name of a conversion. */
export type ConversionName = keyof typeof CONVERSIONS;

/** The value after each conversion in turn; null and what is not there stay null. Throws Misfit. */
export const convert = (value: unknown, names: readonly ConversionName[]): unknown =>
  names.reduce<unknown>(
    (now, name) => (now === null || now === undefined ? null : CONVERSIONS[name].apply(now)),
    value,
  );
