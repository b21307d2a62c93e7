/** What a reader typed into a search: nothing, the empty text and blanks alone are all "no search" (搜索词). */

/** The text to search for; undefined where nothing was typed. */
export const searchWords = (typed: string | null | undefined): string | undefined =>
  typed == null || typed.trim() === "" ? undefined : typed;
