/** Pages of an exchange table for the graph: the rows of an export, by id, for whoever asks as for nobody. */
import type { Knex } from "knex";
import type { PageArgs } from "../graphql/connection.type.js";
import { withNodes, type CursorCodec, type Page } from "../graphql/lists/index.js";
import { readPage } from "../graphql/page.js";
import type { ExportedRow, ExportKind, ExportScope, KeyedRow } from "./export-kind.js";
import type { ExchangeRow } from "./exchange-row.type.js";
import { headingsOf } from "./run-export.js";

/** What a page is read with. */
export interface ExchangeReading {
  readonly db: Knex;
  readonly cursors: CursorCodec;
  readonly scope: ExportScope;
}

/**
 * No service asks another one in a request: a body without credit code has no code here, and its row is withheld with the reason of the kind
 * (CODE_UNKNOWN), as in an exchange file where the register has none.
 */
const noRegister = <Output>(_service: string, _batch: string, input: unknown): Promise<Output> =>
  Promise.resolve((input as readonly unknown[]).map(() => null) as Output);

/** A page of the rows that a reader without a token may know of on the day. Throws BAD_USER_INPUT as all lists do. */
export const readExchangePage = async <Row extends KeyedRow>(
  kind: ExportKind<Row>,
  page: PageArgs,
  { db, cursors, scope }: ExchangeReading,
): Promise<Page<ExchangeRow>> => {
  const read = await readPage<Row, Row>({
    query: kind.publicRows(db, scope),
    orderBy: [{ column: "id", direction: "asc" }],
    ordering: `exchange:${kind.kind}`,
    filter: { division: scope.division, agency: scope.agency },
    page,
    cursors,
    toNode: (row) => row,
  });
  const made = await kind.toRows(
    read.edges.map(({ node }) => node),
    { today: scope.today, call: noRegister },
  );
  const columns = headingsOf(kind);
  return withNodes(read, (_row, index) => toNode(kind, columns, made[index]!));
};

const toNode = ({ written }: Pick<ExportKind, "written">, columns: readonly string[], row: ExportedRow): ExchangeRow =>
  "withheld" in row
    ? { columns, withheld: row.withheld, leftOut: [] }
    : { columns, cells: written.map((field) => row.cells[field] ?? null), leftOut: row.leftOut ?? [] };
