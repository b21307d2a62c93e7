/** Laws as exports cite them: 《law》第…条, several in one cell. Pure. */

/** A law and its article. */
export interface Citation {
  readonly lawName: string;
  readonly articleNo?: string;
}

/** The citations of a cell, one for each article; none where it cites nothing in this form. */
export const citationsIn = (value: string): Citation[] =>
  [...value.normalize("NFKC").matchAll(/《([^》]{2,80})》([^《]*)/gu)].flatMap(([, name, rest]): Citation[] => {
    const lawName = name!.trim();
    const articles = [...rest!.matchAll(/第[一二三四五六七八九十百千零〇\d]+条/gu)].map(([articleNo]) => articleNo);
    return articles.length === 0 ? [{ lawName }] : articles.map((articleNo) => ({ lawName, articleNo }));
  });
