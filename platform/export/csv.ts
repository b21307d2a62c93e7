/**
 * Lines of CSV that read back as they were (RFC 4180): nothing is put before a value, also where a spreadsheet would take it for a formula. Pure.
 */

/** Byte-order mark, by which spreadsheets know UTF-8. */
export const BYTE_ORDER_MARK = "\uFEFF";

const cell = (value: string): string => (/[",\r\n]|^\s|\s$/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** One line with its end; what is undefined is an empty cell. */
export const csvLine = (cells: readonly (string | undefined)[]): string =>
  `${cells.map((value) => cell(value ?? "")).join(",")}\r\n`;
