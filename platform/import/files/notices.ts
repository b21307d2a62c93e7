/** Gathers what was left out of a file by rule and row, and tells it at the end in one notice for each rule. */
import type { FileNotice } from "../source-file.js";

/** What rows beside the records are. */
export const ROW_RULES = {
  TITLE_ROWS: "stand above the headings and are not loaded.",
  SKIPPED_ROWS: "are left out, as skip or the row of headings says.",
  NUMBERING_ROWS: "number the columns and are not loaded.",
  REPEATED_HEADINGS: "repeat the headings and are not loaded.",
  TOTAL_ROWS: "hold totals and are not loaded.",
  FOOTNOTE_ROWS: "hold notes on the table and are not loaded.",
  CHECKSUM_ROWS: "hold a checksum or a count of the export and are not loaded.",
  HIDDEN_ROWS: "are hidden in the sheet and are loaded like the others: see that they are meant.",
  MERGED_ROWS: "have merged cells in common with the row above, whose value is taken for each of them.",
  MERGED_COLUMNS:
    "have cells that are merged over several columns, whose value is taken for the first of them alone: give each column its own.",
  CELLS_WITHOUT_HEADING: "hold something in columns without heading, which is not loaded: give the column a heading.",
} as const;

/** Rule of what is left out. */
export type RowRule = keyof typeof ROW_RULES;

/** Gathers rows. */
export interface RowNotices {
  add(rule: RowRule, line: number): void;
  /** A notice for each rule, in the order of their first rows. */
  all(): FileNotice[];
}

const MOST_PLACES = 10;

/** Creates it for a file whose rows have places of this name. */
export const createRowNotices = (place: "line" | "row"): RowNotices => {
  const found = new Map<RowRule, { readonly lines: number[]; count: number }>();
  return {
    add(rule, line) {
      const entry = found.get(rule) ?? { lines: [], count: 0 };
      found.set(rule, entry);
      entry.count += 1;
      if (entry.lines.length < MOST_PLACES) entry.lines.push(line);
    },
    all: () =>
      [...found].map(([rule, { lines, count }]) => ({
        rule,
        place: `${place}${count === 1 ? "" : "s"} ${lines.join(", ")}${count > lines.length ? ` and ${count - lines.length} more` : ""}`,
        remedy: `${count === 1 ? "It" : "They"} ${count === 1 ? singular(ROW_RULES[rule]) : ROW_RULES[rule]}`,
      })),
  };
};

/** The sentence for one row. */
const singular = (sentence: string): string =>
  sentence
    .replace(/^\w+/, (verb) => ({ are: "is", have: "has" })[verb] ?? `${verb}s`)
    .replaceAll("and are ", "and is ");
