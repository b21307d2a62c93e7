/** Units that a file says beside its headings: in a line above the table, and in number formats. Pure. */
import { isBlank, type Row } from "./rows.js";

const SAID = /(?:金额)?单位:\s*(?:人民币)?\s*((?:百|千|万|百万|千万|亿)?元|万|亿|亩|公顷|人次|人|户|件|个)/;

/** The unit that a line above the headings says: 单位：万元. */
export const unitAbove = (rows: readonly Row[]): string | undefined => {
  for (const { cells } of rows)
    for (const cell of cells) {
      if (isBlank(cell)) continue;
      const unit = SAID.exec(cell.normalize("NFKC").replaceAll(/\s/g, ""))?.[1];
      if (unit !== undefined) return unit;
    }
  return undefined;
};

/** What a number format says of its values. */
export interface FormatUnit {
  /** Unit of the value as it is stored. */
  readonly unit: string;
  /** True where the format shows the value divided: what one sees is in another unit than what is stored. */
  readonly scaled: boolean;
}

/** The unit of a number format; undefined where it says none. Dates are none: 年, 月, 日 are no units. */
export const unitOfFormat = (format: string): FormatUnit | undefined => {
  const [positive = ""] = format.split(";");
  const shown = /(百万|千万|万|亿|千|百)?(元|亩|公顷|人次|人|户|件|个|天)|(万|亿)/.exec(
    positive.replaceAll(/["\\]/g, ""),
  );
  // A comma behind the last digit, or a point that is written out, divides what is shown.
  const scaled = /[0#?],+(?![0#?,])|[!\\]\.|"\."/.test(positive.replaceAll(/"[^".]*"/g, ""));
  if (shown === null) return scaled ? { unit: "1", scaled } : undefined;
  const unit = shown[0];
  return scaled ? { unit: shown[2] ?? "元", scaled } : { unit, scaled };
};
