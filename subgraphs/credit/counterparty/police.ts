/** Which records the police made and which laws they cite, as far as a record shows it. Pure. */

/** What of a record shows who made it and under which law. */
export interface PoliceFacts {
  /** Name of the authority, where it is known. */
  readonly authorityName?: string;
  /** Number of the decision: 某公(治)行罚决字〔2026〕1号. */
  readonly docNo?: string;
  /** Legal basis as the decision cites it. */
  readonly basis?: string;
}

/** Letters and digits alone, in one width: brackets, blanks and marks do not make another law. */
const folded = (text: string): string => text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");

/** True where the basis names one of the laws, however it is bracketed or spaced, alone or beside others. */
export const cites = ({ basis = "" }: PoliceFacts, titles: readonly string[] = []): boolean => {
  const text = folded(basis);
  return titles.some((title) => text.includes(title));
};

/** Number of a police decision, with the unit in brackets or none. */
const POLICE_NUMBER = /公(?:\p{Ps}.{1,12}?\p{Pe})?行罚决字/u;

/** Names of the police. */
const POLICE = /公安|派出所|警察|交警|边防检查|海警/u;

/** All that the tests of this file look for. */
export const POLICE_WORDS: readonly string[] = [POLICE_NUMBER.source, POLICE.source];

/** True where the name or the number of the decision shows the police; 公安县 is a county of Hubei, whose other agencies are none. */
export const isPolice = ({ authorityName = "", docNo = "" }: PoliceFacts): boolean =>
  POLICE.test(folded(authorityName).replaceAll("公安县", "")) ||
  POLICE_NUMBER.test(docNo.normalize("NFKC").replace(/\s/gu, ""));
