/** How a mock is told to behave on the command line. */

/** A share such as `5%` or `0.05`, as a number from 0 to 1. Throws a sentence where it is none. */
export const shareOf = (text: string): number => {
  const [, number = "", percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text.trim()) ?? [];
  const share = Number(number) / (percent === "%" ? 100 : 1);
  if (number === "" || share > 1) throw new Error(`${text} is no share: write --errors 5% or --errors 0.05.`);
  return share;
};

/** Milliseconds such as `200`, `200ms` or `50-300`, as the least and the most. Throws a sentence where they are none. */
export const delayOf = (text: string): [least: number, most: number] => {
  const found = /^(\d{1,6})(?:-(\d{1,6}))?(?:ms)?$/.exec(text.trim());
  const [least, most] = [Number(found?.[1]), Number(found?.[2] ?? found?.[1])];
  if (!found || most < least)
    throw new Error(`${text} is no delay: write --delay 200 or --delay 50-300 (milliseconds).`);
  return [least, most];
};

/** A whole number within bounds. Throws a sentence with the option's name where it is none. */
export const wholeOf = (option: string, text: string, least: number, most: number): number => {
  const value = Number(text);
  if (text.trim() === "" || !Number.isInteger(value) || value < least || value > most)
    throw new Error(`${text} is no number for ${option}: write one from ${least} to ${most}.`);
  return value;
};
