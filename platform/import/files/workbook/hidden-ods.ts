/** Which sheets, rows and columns of an OpenDocument spreadsheet are hidden: read from its XML, since no reader tells it. */
import { SaxesParser, type SaxesTagPlain } from "saxes";

/** What is hidden in a sheet. */
export interface HiddenOds {
  readonly name: string;
  readonly sheet: boolean;
  /** Ranges of rows from 0, the ends included. */
  readonly rows: readonly (readonly [number, number])[];
  readonly columns: readonly number[];
}

const MOST_COLUMNS = 16_384;

/** Reads content.xml, piece by piece. Throws where it is no XML. */
export const hiddenInOds = (pieces: Iterable<string>): HiddenOds[] => {
  const hiddenStyles = new Set<string>();
  const found: { name: string; sheet: boolean; rows: [number, number][]; columns: number[] }[] = [];
  let style: string | undefined;
  let [row, column, depth] = [0, 0, 0];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }: SaxesTagPlain) => {
    const at = (key: string): string | undefined => attributes[key];
    if (name === "style:style") style = at("style:name");
    else if (name === "style:table-properties" && at("table:display") === "false" && style !== undefined)
      hiddenStyles.add(style);
    else if (name === "table:table") {
      depth += 1;
      // A table inside a cell is none of the sheets.
      if (depth > 1) return;
      [row, column] = [0, 0];
      found.push({
        name: at("table:name") ?? "",
        sheet: hiddenStyles.has(at("table:style-name") ?? ""),
        rows: [],
        columns: [],
      });
    } else if (depth === 1 && name === "table:table-row") {
      const count = repeated(at("table:number-rows-repeated"));
      if (isHidden(at("table:visibility"))) found.at(-1)!.rows.push([row, row + count - 1]);
      row += count;
    } else if (depth === 1 && name === "table:table-column") {
      const count = repeated(at("table:number-columns-repeated"));
      if (isHidden(at("table:visibility")))
        for (let next = column; next < Math.min(column + count, MOST_COLUMNS); next++) found.at(-1)!.columns.push(next);
      column += count;
    }
  });
  parser.on("closetag", ({ name }) => {
    if (name === "table:table") depth -= 1;
  });
  for (const piece of pieces) parser.write(piece);
  parser.close();
  return found;
};

const repeated = (count: string | undefined): number => Math.max(1, Number(count ?? 1) || 1);
const isHidden = (visibility: string | undefined): boolean => visibility === "collapse" || visibility === "filter";
