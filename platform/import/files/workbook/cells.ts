/** Cells of a workbook as texts, and why some of them can not be trusted. Pure. */
import type { CellProblem } from "../../source-file.js";

/** A cell as a library reads it. */
export interface ReadCell {
  /** Its value; a date is midnight, or a time of day, in UTC. */
  readonly value: string | number | boolean | Date | null;
  readonly kind: "value" | "error" | "no result";
  readonly format?: string | undefined;
  readonly formula?: boolean;
}

/** Its text, and what is wrong with it. */
export interface CellText {
  readonly text: string;
  readonly problem?: CellProblem;
}

const MS_OF_DAY = 86_400_000;
/** Times of day are stored as days before this one. */
const FIRST_DAY = Date.UTC(1901, 0, 1);
/** Numbers from which on not every integer has a number of its own in fifteen digits. */
const LONG_NUMBER = 1e15;

/** The text of a cell at an address such as B5. */
export const textOfCell = (cell: ReadCell, address: string): CellText => {
  const { value, kind, format } = cell;
  if (kind === "error")
    return {
      text: String(value),
      problem: {
        rule: "CELL_ERROR",
        remedy: `Cell ${address} holds the error ${String(value)}: mend its formula, or write the value.`,
      },
    };
  if (kind === "no result")
    return {
      text: "",
      problem: {
        rule: "FORMULA_WITHOUT_RESULT",
        remedy: `Cell ${address} holds a formula without a result: open the workbook in WPS or Excel and save it once.`,
      },
    };
  if (value === null) return { text: "" };
  if (typeof value === "number") return textOfNumber(value, format, address);
  if (value instanceof Date) return textOfDate(value, format, address);
  const text = String(value).replaceAll("\r\n", "\n").trim();
  // Days that are written as such (t="d") come as texts, with a midnight behind them.
  return { text: /^\d{4}-\d\d-\d\dT00:00:00(?:\.0+)?Z?$/.test(text) ? text.slice(0, 10) : text };
};

const textOfNumber = (value: number, format: string | undefined, address: string): CellText => {
  if (Number.isInteger(value) && Math.abs(value) >= LONG_NUMBER) {
    const digits = String(BigInt(Math.abs(value))).length;
    return {
      text: String(BigInt(value)),
      problem: {
        rule: "NUMBER_TOO_LONG",
        remedy: `Cell ${address} holds a number of ${digits} digits. Spreadsheets keep 15, so its last digits are lost: format the column as text and enter it again.`,
      },
    };
  }
  const text = decimal(Number(value.toPrecision(15)));
  // A format of zeros alone shows a code with the zeros in front of it.
  return { text: format && /^0{2,}$/.test(format) && /^\d+$/.test(text) ? text.padStart(format.length, "0") : text };
};

/** A number without exponent. */
const decimal = (value: number): string => {
  const text = String(value);
  return text.includes("e") ? value.toFixed(20).replace(/\.?0+$/, "") : text;
};

const textOfDate = (date: Date, format: string | undefined, address: string): CellText => {
  const seconds = Math.round(date.getTime() / 1000) * 1000;
  if (Number.isNaN(seconds) || seconds < FIRST_DAY)
    return {
      text: Number.isNaN(seconds) ? "" : new Date(seconds).toISOString().slice(11, 19),
      problem: {
        rule: "TIME_WITHOUT_DAY",
        remedy: `Cell ${address} holds a time or a duration without a day: write the day, or the number of hours.`,
      },
    };
  const written = new Date(seconds).toISOString();
  if (format && isMonthAlone(format)) return { text: written.slice(0, 7) };
  return { text: seconds % MS_OF_DAY === 0 ? written.slice(0, 10) : written.slice(0, 19).replace("T", " ") };
};

/** True for a format that shows year and month: the day of the cell is none that anybody wrote. */
const isMonthAlone = (format: string): boolean => {
  const [shown = ""] = format
    .replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/g, "")
    .toLowerCase()
    .split(";");
  return /[ye]/.test(shown) && /m/.test(shown) && !/[dh]/.test(shown);
};

/** Letters of a column from 0. */
export const columnLetters = (column: number): string => {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
};
