/** Renders the part of docs/import.md that says what files are read, and how; limits come from the constants that hold them. */
import { readingEntries } from "../platform/import/index.js";
import { ROW_RULES } from "../platform/import/files/notices.js";
import { table } from "./markdown.js";

const flag = (name: string): string => `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** The section. */
export const renderReading = (): string => `## What files are read

What a file is, is told by what stands in it, never by its name. What can not be read is refused with one sentence that says what to do; then nothing was loaded.

${table(
  ["file", "how it is read"],
  [
    [
      "text with comma, tab, semicolon or bar",
      "The separator is told by the lines. Values may stand in quotation marks, doubled inside. A row of another number of cells than the headings refuses the file.",
    ],
    [
      "workbook: `.xlsx` `.xlsm` `.xls` `.ods`, XML of Excel 2003",
      "The one visible sheet with something in it, or that of `--sheet`. `.xlsb`, workbooks before Excel 97, `.et` and those with a password are refused: save them as `.xlsx`.",
    ],
    [
      "HTML table, often under the name `.xls`",
      "Cells are texts as they are written: codes keep their zeros and digits.",
    ],
    [
      "HTML page of one document, for `documents`",
      "The labels of its title block with their values, and the text below ([more](#documents-and-the-page-of-one)).",
    ],
    [
      'JSON: a list, or one inside objects (`{"data": {"list": […]}}`); JSON Lines',
      "Columns are those of all records. Numbers stay as they are written. A number of records beside the list (`total`) that is larger than the list is told (`ONE_PAGE_OF_SEVERAL`). Of several lists, `--path` names one: `data.list`, or a JSON pointer such as `/data/list`.",
    ],
    [
      "XML",
      "Elements that repeat are the records, their children and attributes the columns. `--path` as in JSON, from the outermost element.",
    ],
    ["zip", "Of one file of these, or that of `--entry`."],
  ],
)}

**Encoding**: a byte-order mark decides (UTF-8, UTF-16); else all of the file must be UTF-8, else all of it GB18030. A damaged file is refused with line and byte, also where
it could be taken for the other encoding; a character that was lost before (U+FFFD) is never loaded. \`--encoding\` says another one.

**Headings** are found below titles and blank lines, among the first 100 rows, by the columns that the kind or the mapping knows. Headings of two rows become one: 法定办结时限 over 天数 and 单位 is
\`法定办结时限\` and \`法定办结时限单位\` where the kind knows these, else \`法定办结时限/天数\`. A column without heading is not loaded.

**Cells of workbooks** that can not be trusted quarantine each row that needs them: numbers of more than 15 digits, whose last ones a spreadsheet has lost (\`NUMBER_TOO_LONG\`); errors such as
#N/A (\`CELL_ERROR\`); formulas that were never computed (\`FORMULA_WITHOUT_RESULT\`); times without a day (\`TIME_WITHOUT_DAY\`). So do errors and shortened numbers (1.12E+17, \`NUMBER_SHORTENED\`) in text, but in codes of bodies, where they are a notice, and objects and several values inside a value of JSON or XML (\`NESTED_VALUE\`, \`REPEATED_VALUE\`).
Date cells become days, or a month where their format shows no day. A code keeps the zeros that its format shows. Values are those that are stored, not what a format makes of them. A merged cell counts for
each of its rows, and of its columns for the first alone. Where several columns mean the same field the first filled one of each row is read, which is told (\`SEVERAL_COLUMNS\`).

**What is no record** is left out and told, on the console and in the report (outcome \`FILE\`):

${table(
  ["rule", "rows that"],
  Object.entries(ROW_RULES).map(([rule, sentence]) => [`\`${rule}\``, sentence]),
)}

So are hidden and other sheets (\`HIDDEN_SHEETS\`, \`OTHER_SHEETS\`), hidden columns, which are read (\`HIDDEN_COLUMNS\`), units of number formats and of a line above the table (\`UNIT_IN_FORMAT\`, \`UNIT_ABOVE_TABLE\`),
and formulas that gave 0 (\`ZERO_OF_FORMULA\`). A labelled line above the headings (预算年度：2026) is read for a required field that no column has, which is told (\`VALUE_ABOVE_TABLE\`). Of notices and texts that were
scrubbed the first thousand of each rule are listed, and the others counted (\`ENTRIES_LEFT_OUT\`).

Options, each also an entry of the [mapping](#mapping), which the option overrides:

${table(
  ["option", "entry", "what"],
  Object.entries(readingEntries).map(([name, entry]) => [`\`${flag(name)}\``, `\`${name}\``, entry.description ?? ""]),
)}

[How large a file may be](limits.md#a-file-that-is-imported), [why these libraries](decisions/0075-how-files-are-read.md).`;
