/** Masks for names, phones and accounts (security.md D03). */

/** Surname and stars: 张小明 → 张**. */
export const maskName = (name: string): string => {
  const [first = "", ...rest] = [...name];
  return `${first}${"*".repeat(Math.max(1, rest.length))}`;
};

/** First three and last two digits of a phone number. */
export const maskPhone = (phone: string): string =>
  phone.length < 7 ? "*".repeat(phone.length) : `${phone.slice(0, 3)}${"*".repeat(phone.length - 5)}${phone.slice(-2)}`;

/** Last four digits of an account. */
export const maskAccount = (account: string): string =>
  `${"*".repeat(Math.max(0, account.length - 4))}${account.slice(-4)}`;
