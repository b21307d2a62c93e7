/** Finds the headings of a table: below titles and blank rows, in one row or in two, by what the kind knows and by their shape. Pure. */
import { ImportRefused } from "../violation.js";
import { REASONS_COLUMN } from "../reasons-column.js";
import { isBlank, type Row } from "./rows.js";

/** How headings are looked for. */
export interface HeaderQuestion {
  /** The first rows of the table. */
  readonly rows: readonly Row[];
  readonly isKnownHeading: (heading: string) => boolean;
  /** Line or row in which they are, where that was said. */
  readonly headerRow?: number | undefined;
  /** Lines or rows that are left out first. */
  readonly skip?: number | undefined;
}

/** Where headings are. */
export interface Header {
  /** By column; empty where a column has none. */
  readonly names: readonly string[];
  /** Their first and last line or row. */
  readonly first: number;
  readonly last: number;
}

interface Candidate extends Header {
  /** How many of its names the kind knows. */
  readonly known: number;
}

/** Rows in which headings are looked for; a table has few titles. */
export const MOST_TITLE_ROWS = 100;

/** The headings. Throws ImportRefused where the row that was named is not there. */
export const findHeader = ({ rows, isKnownHeading, headerRow, skip = 0 }: HeaderQuestion): Header | undefined => {
  const filled = rows.filter(({ line, cells }) => line > skip && !cells.every(isBlank));
  // A file of refused rows begins with its headings, whatever is said of the file that they are from.
  const [begins] = rows.filter(({ cells }) => !cells.every(isBlank));
  if (begins?.cells.some((cell) => cell.trim() === REASONS_COLUMN))
    return { names: begins.cells.map(headingText), first: begins.line, last: begins.line };
  const candidates = filled.map((row, index) => candidateAt(row, filled[index + 1], isKnownHeading));
  if (headerRow !== undefined) {
    const asked = candidates.find(({ first }) => first === headerRow);
    if (asked) return asked;
    throw new ImportRefused(
      `Row ${headerRow}, which was named as that of the headings, holds nothing or is not among the first ${MOST_TITLE_ROWS}.`,
    );
  }
  const best = better(candidates);
  return best !== undefined && best.known > 0 ? best : byShape(filled, candidates);
};

/** The one of which most is known; of equal ones the first. */
const better = (candidates: readonly Candidate[]): Candidate | undefined =>
  candidates.reduce<Candidate | undefined>(
    (best, next) => (best === undefined || next.known > best.known ? next : best),
    undefined,
  );

/** A row as headings by itself, or together with the next one where that divides it and no less is known of both. */
const candidateAt = (row: Row, next: Row | undefined, isKnown: (heading: string) => boolean): Candidate => {
  const candidate = (names: readonly string[], last: number): Candidate => ({
    names,
    first: row.line,
    last,
    known: new Set(names.filter((name) => name !== "" && isKnown(name))).size,
  });
  const single = candidate(row.cells.map(headingText), row.line);
  if (next?.line !== row.line + 1) return single;
  const names = joinedHeadings(row.cells, next.cells, isKnown);
  const pair = names && candidate(names, next.line);
  return pair !== undefined && pair.known >= single.known ? pair : single;
};

/** A heading as it is compared and told: one line, no blanks at its edges. */
const headingText = (cell: string | undefined): string => (cell ?? "").replaceAll(/\s*[\r\n]+\s*/g, "").trim();

/**
 * Headings of two rows, where the lower one divides some of the upper ones: below an undivided heading stands nothing or, in a merged
 * cell, the same; right of a divided one the upper row is blank. Undefined where the rows have another shape.
 */
const joinedHeadings = (
  upper: readonly string[],
  lower: readonly string[],
  isKnown: (heading: string) => boolean,
): string[] | undefined => {
  const width = Math.max(upper.length, lower.length);
  const names: string[] = [];
  let [parent, divided, undivided] = ["", 0, 0];
  for (let column = 0; column < width; column++) {
    const [above, below] = [headingText(upper[column]), headingText(lower[column])];
    const nextAbove = headingText(upper[column + 1]);
    if (above !== "") parent = above;
    if (above !== "" && (below === "" || below === above)) {
      undivided += 1;
      names.push(above);
    } else if (parent !== "" && isName(below) && (above === "" || nextAbove === "" || nextAbove === above)) {
      divided += 1;
      names.push(joinHeading(parent, below, isKnown));
    } else if (above === "" && below === "") names.push("");
    else return undefined;
  }
  // A title above headings divides all of them, and a heading that is whole tells it from one.
  return divided >= 2 && undivided >= 1 ? names : undefined;
};

/** True for what may name a column: no blank, and no number or day. */
const isName = (cell: string): boolean => cell !== "" && !/^[\d.,/%-]+$/.test(cell);

/** Words of a sub-heading that say no more than that the heading's own value stands there. */
const OWN_VALUE = /^(?:天数|时限|期限|数值|数量|金额|内容|名称|值|数)$/;

/** One name for a heading and its sub-heading: what the kind knows of them, else both with a stroke between. */
const joinHeading = (parent: string, child: string, isKnown: (heading: string) => boolean): string => {
  const both = `${parent}/${child}`;
  if (isKnown(both)) return both;
  if (isKnown(parent + child)) return parent + child;
  if (OWN_VALUE.test(child) && isKnown(parent)) return parent;
  if (!isKnown(parent) && isKnown(child)) return child;
  return both;
};

/** Where nothing is known: the first row of at least two names that is about as wide as the table. */
const byShape = (filled: readonly Row[], candidates: readonly Candidate[]): Header | undefined => {
  const widths = filled.map(({ cells }) => cells.filter((cell) => !isBlank(cell)).length);
  const most = Math.max(0, ...widths);
  const at = filled.findIndex(
    ({ cells }, index) => widths[index]! * 2 > most && cells.every((cell) => isBlank(cell) || isName(cell.trim())),
  );
  const row = filled[Math.max(at, 0)];
  return row && candidates.find(({ first }) => first === row.line);
};
