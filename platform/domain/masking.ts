/** Masks for names, phones, accounts, addresses and amounts (threat D03). */
import { COMPOUND_SURNAMES } from "./surnames.js";

/** Surname and stars: 张小明 → 张**, 欧阳小明 → 欧阳**. */
export const maskName = (name: string): string => {
  const characters = [...name];
  const kept = characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join("")) ? 2 : 1;
  return `${characters.slice(0, kept).join("")}${"*".repeat(Math.max(1, characters.length - kept))}`;
};

/** First three and last two digits of a phone number; nothing of a short one. */
export const maskPhone = (phone: string): string =>
  phone.length < 7 ? "*".repeat(phone.length) : `${phone.slice(0, 3)}${"*".repeat(phone.length - 5)}${phone.slice(-2)}`;

/** Last four digits of an account; nothing of a short one. */
export const maskAccount = (account: string): string =>
  account.length < 8 ? "*".repeat(account.length) : `${"*".repeat(account.length - 4)}${account.slice(-4)}`;

/** An address down to the county or district: what follows is stars. */
export const maskAddress = (address: string): string => {
  const [kept] = /^.*?[县区市](?=.)/u.exec(address) ?? [""];
  return `${kept}***`;
};

/** Upper ends of the bands of an amount, in yuan. */
const BANDS = [1_000n, 5_000n, 10_000n, 50_000n, 100_000n, 500_000n, 1_000_000n, 10_000_000n];

/** The band an amount in fen lies in, in yuan: `1000-5000`; the lower end belongs to it. */
export const amountBand = (fen: bigint): string => {
  const yuan = fen / 100n;
  const index = BANDS.findIndex((end) => yuan < end);
  if (index === -1) return `≥${BANDS.at(-1)}`;
  return index === 0 ? `<${BANDS[0]}` : `${BANDS[index - 1]}-${BANDS[index]}`;
};
