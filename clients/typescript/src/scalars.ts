/** The graph's scalars in TypeScript: each is text of its own kind, so that a code of one kind is not taken for another. */
import type { Money } from "./money.js";

declare const kind: unique symbol;
type Text<Kind extends string> = string & { readonly [kind]: Kind };

/** A day in Asia/Shanghai, `2026-09-28`. It is no instant: do not give it to `new Date`, which reads it as midnight in UTC. */
export type LocalDate = Text<"LocalDate">;
/** An instant (RFC 3339). */
export type Instant = Text<"Instant">;
/** Unified social credit code (统一社会信用代码, GB 32100). */
export type Uscc = Text<"Uscc">;
/** Administrative division code of 6, 9 or 12 digits (行政区划代码, GB/T 2260). */
export type DivisionCode = Text<"DivisionCode">;
/** Code of a catalogue item (基本编码). */
export type CatalogCode = Text<"CatalogCode">;
/** Document number such as 吉财农指〔2026〕35号 (发文字号). */
export type DocumentNumber = Text<"DocumentNumber">;

/** Scalars of the schema by name, as gql.tada's `scalars` takes them. */
export type Scalars = {
  readonly Money: Money;
  readonly Date: LocalDate;
  readonly DateTime: Instant;
  readonly USCC: Uscc;
  readonly DivisionCode: DivisionCode;
  readonly CatalogCode: CatalogCode;
  readonly DocumentNumber: DocumentNumber;
};

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** A day that exists. Throws RangeError for others. */
export const localDate = (text: string): LocalDate => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  const last = (DAYS[(month ?? 0) - 1] ?? 0) + (month === 2 && isLeap(year ?? 0) ? 1 : 0);
  if (day === undefined || day < 1 || day > last) throw new RangeError("A day is YYYY-MM-DD, and exists.");
  return text as LocalDate;
};

const inForm =
  <Kind extends string>(form: RegExp, sentence: string) =>
  (text: string): Text<Kind> => {
    if (!form.test(text)) throw new RangeError(sentence);
    return text as Text<Kind>;
  };

/** Text in the form of a credit code; whether its check characters are right, the graph says. Throws RangeError. */
export const uscc = inForm<"Uscc">(/^[0-9A-HJ-NP-RTUW-Y]{18}$/, "A credit code has 18 characters.");
/** Text in the form of a division code. Throws RangeError. */
export const divisionCode = inForm<"DivisionCode">(/^(\d{6}|\d{9}|\d{12})$/, "A division code has 6, 9 or 12 digits.");
/** Text in the form of a catalogue code. Throws RangeError. */
export const catalogCode = inForm<"CatalogCode">(/^[0-9A-Z]{12}$/, "A catalogue code has 12 characters.");
/** A document number; the graph normalises brackets and zeros. Throws RangeError where it is empty. */
export const documentNumber = inForm<"DocumentNumber">(/^\S.*号$/u, "A document number ends with 号.");
