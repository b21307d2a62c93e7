/** The number of a version, as a command is given it. */

/** Throws a sentence where it is none. */
export const versionNumber = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`${text} is no version: write its number, such as 3.`);
  return Number(text);
};
