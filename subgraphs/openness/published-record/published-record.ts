/** Reads of records that a body publishes, for one viewer: by id, under a parent, and as a list. */
import type DataLoader from "dataloader";
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  findRecords,
  inDivision,
  recordsUnder,
  visibleRecords,
  type Hanging,
  type RecordFilter,
  type RecordList,
  type RecordTable,
} from "./published-record.repository.js";

/** Reads of one request. */
export interface RecordReads<Node, Filter extends RecordFilter> {
  find(id: string): Promise<Node | undefined>;
  list(filter: Filter, page: PageArgs): Promise<Page<Node>>;
  /** Creates a loader of those under a parent. */
  under(by: Hanging, parentOf: (node: Node) => string | undefined): DataLoader<string, Node[]>;
}

/** Creates them. */
export const createRecordReads = <
  Row extends object,
  Node extends { readonly id: string },
  Filter extends RecordFilter,
>(
  { db, viewer, asOf, cursors }: ServiceDependencies,
  table: RecordTable<Row, Node>,
  { ordering, orderBy, narrow }: RecordList<Filter>,
): RecordReads<Node, Filter> => {
  const day = localDateOf(asOf);
  const asked = { viewer, day };
  const byId = createKeyLoader(
    (ids) => findRecords(db, asked, table, ids),
    ({ id }) => id,
  );
  return {
    find: (id) => byId.load(id),
    list(filter, page) {
      const query = visibleRecords(db, asked, table);
      if (filter.division != null) inDivision(query, filter.division);
      narrow?.(query, filter, asked);
      return readPage<Row, Node>({
        ...{ query, orderBy, ordering, filter, page, cursors },
        toNode: (row) => table.toNode(row, day),
      });
    },
    under: (under, parentOf) =>
      createGroupLoader(
        (parents) => recordsUnder(db, asked, table, { parents, under }),
        (node) => parentOf(node) ?? "",
      ),
  };
};
