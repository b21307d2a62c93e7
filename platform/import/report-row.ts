/** What a report says of a row: line, column, rule and remedy, and of its value only what may be repeated. */
import type { LocalDate } from "../domain/index.js";
import type { CheckedRow } from "./check-rows.js";
import type { ImportKind, RowNotice } from "./import-kind.js";
import type { QuarantinedRow } from "./quarantine.js";
import type { RowMapper } from "./row-mapper.js";
import { isPersonal, repeatable, type ScrubbedField } from "./scrub-row.js";
import type { RowRefused } from "./violation.js";

/** Makes entries of a report. */
export interface RowReporter {
  /** A row that was not loaded, a notice, or a row that is not published. */
  entry(row: CheckedRow<unknown>, said: RowNotice | RowRefused): QuarantinedRow;
  /** What was taken out of a row that was read; without any value. */
  scrubbed(row: CheckedRow<unknown>): QuarantinedRow[];
}

/** Creates it for a file's columns. */
export const createRowReporter = <Item>(
  { fields }: ImportKind<Item>,
  mapper: RowMapper,
  today: LocalDate,
): RowReporter => {
  const columnOf = (field: string): string => mapper.columnOf(field) ?? field;
  return {
    entry({ record: { line, values }, subject }, { field, rule, remedy }) {
      const clean = (text: string): string => repeatable(text, { ...subject, today });
      const column = field === undefined ? undefined : columnOf(field);
      const declared = field === undefined ? undefined : fields[field];
      const value = column === undefined || (declared && isPersonal(declared, subject)) ? undefined : values[column];
      return { line, column, value: value === undefined ? undefined : clean(value), rule, remedy: clean(remedy) };
    },
    scrubbed: ({ record: { line }, scrubbed }) =>
      scrubbed.map((found) => ({
        line,
        column: columnOf(found.field),
        rule: found.kinds.join(" "),
        remedy: remedyOf(found),
      })),
  };
};

const remedyOf = ({ removed }: ScrubbedField): string =>
  removed
    ? "A person's number stood in the place of a code and is left out: correct it at the source."
    : "What is personal stood there and is left out: take it out at the source.";
