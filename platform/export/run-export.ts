/** Runs an export: pages of public rows by key, each written before the next is read, so that memory does not grow with the table. */
import type { Knex } from "knex";
import { listByKeyset } from "../database/index.js";
import type { FieldContent } from "../import/index.js";
import { BYTE_ORDER_MARK, csvLine } from "./csv.js";
import type { ExportContext, ExportKind, ExportScope, KeyedRow } from "./export-kind.js";

/** How an export runs. */
export interface ExportOptions extends Omit<ExportScope, "today"> {
  /** Takes the next part of the file, and is waited for. */
  readonly write: (text: string) => Promise<void>;
  /** Rows that are held at once. @default 1000 */
  readonly pageSize?: number;
}

/** What an export wrote, and what it did not. */
export interface ExportSummary {
  readonly written: number;
  /** Rows of which nothing is in the file, by reason. */
  readonly withheld: ReadonlyMap<string, number>;
  /** Rows of which a value is not in the file, by reason. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/** What no exchange file holds. Names of legal representatives are on the public register; the kind gives those alone. */
const NEVER: readonly FieldContent[] = ["PERSON", "INTERNAL"];

/** Headings of the file: the first name that the import knows of each field. Throws a sentence for a field that is a person's, or none. */
export const headingsOf = ({ kind, fields, written }: Pick<ExportKind, "kind" | "fields" | "written">): string[] =>
  written.map((name) => {
    const field = fields[name];
    if (field === undefined) throw new Error(`The export of ${kind} writes ${name}, which its import does not know.`);
    if (field.hashed || NEVER.includes(field.holds ?? "TEXT"))
      throw new Error(`The export of ${kind} may not write ${name}: it is a person's.`);
    return field.columns[0]!;
  });

const count = (counts: Map<string, number>, reason: string): void =>
  void counts.set(reason, (counts.get(reason) ?? 0) + 1);

/** Writes the file and tells what it holds. Rows that are not public on the day are in no count. */
export const runExport = async <Row extends KeyedRow>(
  kind: ExportKind<Row>,
  { db, ...context }: ExportContext & { readonly db: Knex },
  { write, pageSize = 1_000, ...scope }: ExportOptions,
): Promise<ExportSummary> => {
  const withheld = new Map<string, number>();
  const leftOut = new Map<string, number>();
  let written = 0;
  await write(`${BYTE_ORDER_MARK}${csvLine(headingsOf(kind))}`);
  const query = kind.publicRows(db, { ...scope, today: context.today });
  let after: readonly [string] | undefined;
  for (;;) {
    const { rows, hasNextPage } = await listByKeyset<Row>(query, {
      orderBy: [{ column: "id", direction: "asc" }],
      first: pageSize,
      ...(after ? { after } : {}),
    });
    const lines: string[] = [];
    for (const row of await kind.toRows(rows, context)) {
      if ("withheld" in row) {
        count(withheld, row.withheld);
        continue;
      }
      for (const reason of row.leftOut ?? []) count(leftOut, reason);
      lines.push(csvLine(kind.written.map((field) => row.cells[field])));
    }
    written += lines.length;
    if (lines.length > 0) await write(lines.join(""));
    const last = rows.at(-1);
    if (!hasNextPage || last === undefined) return { written, withheld, leftOut };
    after = [last.id];
  }
};
