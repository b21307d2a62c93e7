/** Whether a text quotes another one, whatever stands between the characters. Pure. */

/** Characters in a row that no two texts have by chance. */
const RUN = 8;

/** Letters and digits alone, of one width. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();

/** True where eight characters in a row, or all of a shorter text of two or more, stand in what is told. */
export const quotes = (told: string, quoted: string): boolean => {
  const [text, from] = [plain(told), plain(quoted)];
  if (from.length < 2) return false;
  if (from.length <= RUN) return text.includes(from);
  return Array.from({ length: from.length - RUN + 1 }, (_, at) => from.slice(at, at + RUN)).some((run) =>
    text.includes(run),
  );
};
