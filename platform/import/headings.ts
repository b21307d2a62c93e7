/** Headings of columns as people write them: compared without case, blanks, marks and what stands behind them in brackets. Pure. */
import { unitOf } from "./units.js";

/** A heading of a file. */
export interface Heading {
  /** As the file writes it. */
  readonly written: string;
  /** All of it, folded. */
  readonly whole: string;
  /** Without marks of obligation, format and unit, folded. */
  readonly base: string;
  /** The unit that it names. */
  readonly unit?: string;
}

/** The heading for comparing: one width, without blanks, what does not show, lines, hyphens, stars and colons, in small letters. */
export const foldHeading = (name: string): string =>
  name
    .normalize("NFKC")
    .replaceAll(/[\s_\p{Cf}\u2010-\u2015\u2500\uFE58-]|[*:]/gu, "")
    .toLowerCase();

/** What stands in brackets behind a heading and says nothing of which column it is. */
const REMARK =
  /^(?:非?必填项?|选填项?|必选|可选|必录|必传|y{4}[-/.年]?m{2}[-/.月]?d{2}日?|是\/?否|最多\d+字|为.{1,12}时,?必填)$/u;

const BRACKETS = /[([【](?<inside>[^()[\]【】]*)[)\]】]$/u;

/** Reads a heading. */
export const readHeading = (written: string): Heading => {
  const whole = foldHeading(written);
  let base = whole;
  let unit: string | undefined;
  for (let found = BRACKETS.exec(base); found; found = BRACKETS.exec(base)) {
    const inside = found.groups!["inside"]!;
    const named = unitOf(inside);
    if (named === undefined && !REMARK.test(inside)) break;
    unit ??= named;
    base = base.slice(0, found.index);
  }
  return { written, whole, base, ...(unit === undefined ? {} : { unit }) };
};

/** Finds the headings of a file that a name means: those that are it, else those that are it but for unit and remarks. */
export const createHeadingFinder = (header: readonly string[]): ((name: string) => readonly Heading[]) => {
  const headings = header.filter((name) => name.trim() !== "").map(readHeading);
  return (name) => {
    const wanted = readHeading(name);
    const exact = headings.filter(({ whole }) => whole === wanted.whole);
    return exact.length > 0 ? exact : headings.filter(({ base }) => base === wanted.base);
  };
};
