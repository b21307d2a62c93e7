/** Money: integer fen (分) as bigint inside, decimal yuan text outside; no floating point anywhere. */
import { badInput } from "../errors/service-error.js";

/** An amount in fen. */
export type Fen = bigint;

/** Fen of a decimal yuan text such as `80.5`. Throws BAD_USER_INPUT where there are more than two places. */
export const fenFromYuan = (value: string, argument = "amount"): Fen => {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,2}))?$/.exec(value.trim());
  if (!match) throw badInput(argument, "MONEY", "An amount is a decimal number of yuan with at most two places.");
  const fen = BigInt(match[2]!) * 100n + BigInt((match[3] ?? "").padEnd(2, "0"));
  return match[1] === "-" ? -fen : fen;
};

/** Decimal yuan text with two places. */
export const yuanFromFen = (fen: Fen): string => {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, "0");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** Quotient of two integers, half away from zero (四舍五入). */
export const divideRoundHalfUp = (dividend: bigint, divisor: bigint): bigint => {
  const negative = dividend < 0n !== divisor < 0n;
  const [top, bottom] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const rounded = (top * 2n + bottom) / (bottom * 2n);
  return negative ? -rounded : rounded;
};

/** Quantity (decimal text such as `3.75` mu) times a standard in fen, rounded half up to the fen (rule B4). */
export const multiplyRoundHalfUp = (quantity: string, standard: Fen): Fen => {
  const match = /^(-?)(\d+)(?:\.(\d{1,9}))?$/.exec(quantity.trim());
  if (!match) throw badInput("quantity", "DECIMAL", "A quantity is a decimal number with at most nine places.");
  const places = match[3] ?? "";
  const scaled = BigInt(`${match[1]}${match[2]}${places}`);
  return divideRoundHalfUp(scaled * standard, 10n ** BigInt(places.length));
};
