/** Money as the graph gives it: yuan as decimal text with two places. Computed in whole fen (分), never in floating point. */

declare const isMoney: unique symbol;
/** Yuan as decimal text such as `80000000.00`. */
export type Money = string & { readonly [isMoney]: true };

const FORM = /^(-?)(\d{1,15})(?:\.(\d{1,2}))?$/;

/** Fen of yuan as text. Throws RangeError where it is no amount with at most two places. */
export const fenOf = (yuan: string): bigint => {
  const match = FORM.exec(yuan);
  if (!match) throw new RangeError("An amount is a decimal number of yuan with at most two places.");
  const fen = BigInt(match[2]!) * 100n + BigInt((match[3] ?? "").padEnd(2, "0"));
  return match[1] === "-" ? -fen : fen;
};

/** Yuan with two places of whole fen. Throws RangeError beyond 15 digits of yuan, which the graph takes nowhere. */
export const moneyOfFen = (fen: bigint): Money => {
  const digits = (fen < 0n ? -fen : fen).toString().padStart(3, "0");
  if (digits.length > 17) throw new RangeError("An amount has at most 15 digits of yuan.");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}` as Money;
};

/** What somebody typed, such as `80.5`, as an amount. Throws RangeError as `fenOf`. */
export const money = (yuan: string): Money => moneyOfFen(fenOf(yuan.trim()));

/** Sum of amounts; of none it is `0.00`. */
export const addMoney = (...amounts: readonly Money[]): Money =>
  moneyOfFen(amounts.reduce((sum, amount) => sum + fenOf(amount), 0n));

/** The first less the second. */
export const subtractMoney = (amount: Money, less: Money): Money => moneyOfFen(fenOf(amount) - fenOf(less));

/** Order of two amounts, as a compare function of `sort` gives it. */
export const compareMoney = (one: Money, other: Money): -1 | 0 | 1 => {
  const [a, b] = [fenOf(one), fenOf(other)];
  return a < b ? -1 : a > b ? 1 : 0;
};

/** For readers, in groups of three, such as `¥80,000,000.00`; with `wan` in ten thousands where that is exact, such as `¥8,000万`. */
export const formatMoney = (amount: Money, { wan = false }: { readonly wan?: boolean } = {}): string => {
  const fen = fenOf(amount);
  const sign = fen < 0n ? "-" : "";
  const size = fen < 0n ? -fen : fen;
  const inWan = wan && size > 0n && size % 1_000_000n === 0n;
  const [whole, places] = inWan ? [size / 1_000_000n, "万"] : [size / 100n, `.${String(size % 100n).padStart(2, "0")}`];
  return `${sign}¥${String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ",")}${places}`;
};
