/** How long a list is, as far as the graph says: exactly, or about. */
import type { Text } from "../language.js";

interface Counted {
  readonly totalCount?: number | null | undefined;
  readonly approximateCount?: number | null | undefined;
}

/** Such as `6 项`, or `约 34,000 项` above ten thousand. */
export const countText = ({ totalCount, approximateCount }: Counted): Text => {
  const count = totalCount ?? approximateCount;
  if (count === null || count === undefined) return { zh: "若干项", en: "Some" };
  const number = count.toLocaleString("en");
  return totalCount === count
    ? { zh: `共 ${number} 项`, en: `${number} in all` }
    : { zh: `约 ${number} 项`, en: `About ${number}` };
};
