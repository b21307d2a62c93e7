/** Pages of the negative list, read from the policy table in force. */
import { negativeList, type NegativeListRow, type PolicyTable } from "../../../platform/disclosure/table/index.js";
import type { Language, Reason } from "../../../platform/disclosure/vocabulary/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import type { CursorCodec, Page } from "../../../platform/graphql/lists/index.js";

/** What the service works with, once per request. */
export interface NegativeListDependencies {
  readonly table: PolicyTable;
  readonly cursors: CursorCodec;
  readonly asOf: Date;
  readonly language: Language;
}

/** Which part of the list. */
export interface NegativeListFilter {
  /** Id of the organisation that answers for the fields. */
  readonly agency?: string | undefined;
  readonly subgraph?: string | undefined;
  readonly reason?: Reason | undefined;
}

/** Lists what is not open. */
export interface NegativeListService {
  /** A page in the order of types and fields. Throws BAD_USER_INPUT for a cursor of another list. */
  list(filter: NegativeListFilter, page: { first: number; after?: string | undefined }): Page<NegativeListRow>;
}

const ORDERING = "negativeList:PLACE";

const keysOf = ({ type, field, subgraph }: NegativeListRow): string[] => [type, field, subgraph];

/** Creates the service of one request. */
export const createNegativeListService = ({
  table,
  cursors,
  asOf,
  language,
}: NegativeListDependencies): NegativeListService => ({
  list({ agency, subgraph, reason }, { first, after }) {
    if (!Number.isInteger(first) || first < 1 || first > 100)
      throw badInput("first", "PAGE_SIZE", "first is between 1 and 100.");
    const filter = { agency, subgraph, reason };
    const rows = negativeList(table, language, localDateOf(asOf)).filter(
      (row) =>
        (agency === undefined || row.owner.id === agency) &&
        (subgraph === undefined || row.subgraph === subgraph) &&
        (reason === undefined || row.reason === reason),
    );
    const last = after === undefined ? undefined : cursors.open(after, { ordering: ORDERING, filter }).join(" ");
    const from = last === undefined ? 0 : rows.findIndex((row) => keysOf(row).join(" ") > last);
    const shown = from === -1 ? [] : rows.slice(from, from + first);
    return {
      edges: shown.map((node) => ({ node, cursor: cursors.seal({ ordering: ORDERING, filter, keys: keysOf(node) }) })),
      hasNextPage: from !== -1 && from + first < rows.length,
      hasPreviousPage: after !== undefined,
      totalCount: rows.length,
    };
  },
});
