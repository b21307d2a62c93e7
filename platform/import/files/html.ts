/** Rows of the tables of an HTML page, such as systems save under the name .xls; cells stay texts. */
import { Parser } from "htmlparser2";
import type { CellProblem } from "../source-file.js";
import { ImportRefused } from "../violation.js";
import type { ByteSource } from "./bytes.js";
import { textOf, type Encoding } from "./encoding.js";
import { isBlank, type Row, type RowSource } from "./rows.js";

/** Bounds of a page: its tables are held in memory. */
export const HTML_LIMITS = { bytes: 64 * 1024 ** 2, cells: 5_000_000, span: 1_000 } as const;

const TOO_LARGE = "The page is larger than can be read: export the records as CSV. Nothing was loaded.";

/** Rows of the table that is asked for by number, or of the only one with several rows and columns. Throws ImportRefused. */
export const openHtmlRows = async (
  bytes: ByteSource,
  encoding: Encoding,
  asked: string | number | undefined,
): Promise<RowSource> => {
  if (bytes.size > HTML_LIMITS.bytes) throw new ImportRefused(TOO_LARGE);
  const reader = createTableReader();
  for await (const text of textOf(bytes, encoding)) reader.write(text);
  const rows = chosen(reader.end(), asked);
  return {
    place: "row",
    even: false,
    rows: async function* () {
      yield rows;
    },
  };
};

const chosen = (tables: readonly (readonly Row[])[], asked: string | number | undefined): readonly Row[] => {
  const wide = tables.filter(
    (rows) => rows.filter(({ cells }) => cells.filter((cell) => !isBlank(cell)).length > 1).length > 1,
  );
  if (asked !== undefined) {
    const table = /^\d+$/.test(String(asked)) ? wide[Number(asked) - 1] : undefined;
    if (table) return table;
    throw new ImportRefused(
      `The page has no table ${asked}: it has ${wide.length}, counted from 1. Nothing was loaded.`,
    );
  }
  if (wide.length === 1) return wide[0]!;
  throw new ImportRefused(
    wide.length === 0
      ? "The page holds no table of records. Nothing was loaded."
      : `The page holds ${wide.length} tables of records. Say which one with --sheet 1 to ${wide.length}. Nothing was loaded.`,
  );
};

interface OpenRow {
  readonly cells: string[];
  merged: boolean;
  readonly hidden: boolean;
  readonly covered: number[];
  readonly problems: Map<number, CellProblem>;
}

const openRow = (hidden = false): OpenRow => ({ cells: [], merged: false, hidden, covered: [], problems: new Map() });

const NESTED: CellProblem = {
  rule: "NESTED_VALUE",
  remedy: "A table stands in the cell: export its parts as columns of their own.",
};

const HIDDEN = /display\s*:\s*none/i;

interface OpenTable {
  readonly rows: Row[];
  /** Cells of rows above that reach down: column, its text and how many rows are left. */
  readonly reaching: Map<number, { readonly text: string; left: number }>;
  line: number;
  row?: OpenRow;
  cell?: { text: string; nested: boolean; readonly columns: number; readonly rows: number };
}

/** Reads tables in pieces of text; a table inside a cell is a table of its own. */
const createTableReader = (): { write(text: string): void; end(): readonly (readonly Row[])[] } => {
  const tables: (readonly Row[])[] = [];
  const open: OpenTable[] = [];
  let [cells, silent] = [0, 0];

  const endCell = (table: OpenTable): void => {
    const { row, cell } = table;
    delete table.cell;
    if (!row || !cell) return;
    const text = cell.text
      .replaceAll(/[ \t\r\n\u00a0]*\n[ \t\r\n\u00a0]*/g, "\n")
      .replaceAll(/[ \t\u00a0]+/g, " ")
      .trim();
    const column = row.cells.length;
    if (cell.nested) row.problems.set(column, NESTED);
    for (let span = 0; span < cell.columns; span++) {
      if (span > 0 && text !== "") row.covered.push(row.cells.length);
      row.cells.push(span === 0 ? text : "");
      if (cell.rows > 1) table.reaching.set(column + span, { text: span === 0 ? text : "", left: cell.rows - 1 });
    }
    cells += cell.columns;
    if (cells > HTML_LIMITS.cells) throw new ImportRefused(TOO_LARGE);
    takeReaching(table);
  };
  const endRow = (table: OpenTable): void => {
    endCell(table);
    if (table.row) {
      table.rows.push(rowOf(table.line, table.row));
    }
    delete table.row;
  };
  /** Puts what reaches down from above where the row has come to. */
  const takeReaching = ({ row, reaching }: OpenTable): void => {
    for (
      let above = reaching.get(row!.cells.length);
      above && above.left > 0;
      above = reaching.get(row!.cells.length)
    ) {
      above.left -= 1;
      row!.cells.push(above.text);
      row!.merged = true;
    }
  };

  const parser = new Parser(
    {
      onopentag(name, { colspan, rowspan, style, hidden }) {
        const table = open.at(-1);
        if (name === "table") {
          if (table?.cell) table.cell.nested = true;
          open.push({ rows: [], reaching: new Map(), line: 0 });
        } else if (name === "script" || name === "style") silent += 1;
        else if (table && name === "tr") {
          endRow(table);
          table.line += 1;
          table.row = openRow(hidden !== undefined || HIDDEN.test(style ?? ""));
          takeReaching(table);
        } else if (table && (name === "td" || name === "th")) {
          endCell(table);
          table.row ??= openRow();
          table.cell = { text: "", nested: false, columns: spanOf(colspan), rows: spanOf(rowspan) };
        } else if (table?.cell && (name === "br" || name === "p" || name === "div")) table.cell.text += "\n";
      },
      ontext(text) {
        const cell = open.at(-1)?.cell;
        // White space of the markup is none of the text: lines are broken by tags.
        if (cell && silent === 0) cell.text += text.replaceAll(/[\r\n]+\s*/g, " ");
      },
      onclosetag(name) {
        const table = open.at(-1);
        if (name === "script" || name === "style") silent = Math.max(0, silent - 1);
        if (!table) return;
        if (name === "td" || name === "th") endCell(table);
        else if (name === "tr") endRow(table);
        else if (name === "table") {
          endRow(table);
          open.pop();
          tables.push(table.rows);
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  let [opened, closed] = [0, 0];
  return {
    write(text) {
      opened += (text.match(/<table\b/gi) ?? []).length;
      closed += (text.match(/<\/table\s*>/gi) ?? []).length;
      parser.write(text);
    },
    end() {
      parser.end();
      if (closed < opened)
        throw new ImportRefused("The page is cut off: a table does not end. Export it again. Nothing was loaded.");
      return tables;
    },
  };
};

const rowOf = (line: number, { cells, merged, hidden, covered, problems }: OpenRow): Row => {
  const marks = [...(hidden ? (["HIDDEN_ROWS"] as const) : []), ...(merged ? (["MERGED_ROWS"] as const) : [])];
  return {
    line,
    cells,
    ...(marks.length > 0 ? { marks } : {}),
    ...(covered.length > 0 ? { covered } : {}),
    ...(problems.size > 0 ? { problems } : {}),
  };
};

const spanOf = (text: string | undefined): number => Math.min(HTML_LIMITS.span, Math.max(1, Number(text ?? 1) || 1));
