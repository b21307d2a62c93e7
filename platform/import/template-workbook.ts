/** An empty workbook for a kind of import: its headings, what each column holds, and lists to choose from. */
import { writeXlsx } from "hucre/xlsx";
import type { ImportField } from "./mapping.js";
import { readHeading } from "./headings.js";

/** Rows that have lists to choose from. */
const ROWS = 10_000;
/** What Excel shows of a prompt, and holds of a list, at most. */
const MOST_PROMPT = 255;

/** The heading of a field: its first Chinese name, with the unit of its amounts and a star where it is required. */
export const templateHeading = (field: string, { columns, unit, required }: ImportField): string => {
  const name = columns.find((column) => /\p{Script=Han}/u.test(column)) ?? columns[0] ?? field;
  const withUnit = unit === undefined || readHeading(name).unit !== undefined ? name : `${name}（${unit}）`;
  return required ? `${withUnit}*` : withUnit;
};

const letterOf = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : `${letterOf(Math.floor(index / 26) - 1)}${letterOf(index % 26)}`;

/** The workbook. Each cell is a text, so that a spreadsheet changes no code and no day; a prompt says what a column holds, with an example. */
export const templateWorkbook = (fields: Readonly<Record<string, ImportField>>): Promise<Uint8Array> => {
  const entries = Object.entries(fields);
  return writeXlsx({
    sheets: [
      {
        name: "数据",
        columns: entries.map(([field, declared]) => ({
          header: templateHeading(field, declared),
          key: field,
          width: 24,
          numFmt: "@",
        })),
        data: [],
        freezePane: { rows: 1 },
        dataValidations: entries.map(([field, { doc, words, example }], index) => {
          const list = words !== undefined && words.join(",").length <= MOST_PROMPT ? words : undefined;
          return {
            ...(list === undefined
              ? { type: "textLength" as const, operator: "greaterThanOrEqual" as const, formula1: "0" }
              : { type: "list" as const, values: [...list] }),
            allowBlank: true,
            showInputMessage: true,
            // A list helps and does not bind: codes and other words are read too.
            showErrorMessage: false,
            inputTitle: field.slice(0, 32),
            inputMessage: `${example === undefined ? "" : `例：${example}。`}${doc}`.slice(0, MOST_PROMPT),
            range: `${letterOf(index)}2:${letterOf(index)}${ROWS}`,
          };
        }),
      },
    ],
  });
};
