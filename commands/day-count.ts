/** Days that a command is told to look back on. */

/** The number of days. Throws a sentence where it is none from 1 to 400. */
export const dayCountOf = (given: string | number, option: string): number => {
  const count = Number(given);
  if (!Number.isInteger(count) || count < 1 || count > 400)
    throw new Error(`${given} is no number of days: write ${option} with a number from 1 to 400.`);
  return count;
};
