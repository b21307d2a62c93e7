/** Pages of the negative list, read from the policy table in force. */
import { negativeList, type NegativeListRow, type PolicyTable } from "../../../platform/disclosure/table/index.js";
import type { Language, Reason } from "../../../platform/disclosure/vocabulary/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { pageHeld, type CursorCodec, type Page } from "../../../platform/graphql/lists/index.js";

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

const keysOf = ({ type, field, subgraph }: NegativeListRow): string[] => [type, field, subgraph];

/** Creates the service of one request. */
export const createNegativeListService = ({
  table,
  cursors,
  asOf,
  language,
}: NegativeListDependencies): NegativeListService => ({
  list({ agency, subgraph, reason }, page) {
    const filter = { agency, subgraph, reason };
    const nodes = negativeList(table, language, localDateOf(asOf)).filter(
      (row) =>
        (agency === undefined || row.owner.id === agency) &&
        (subgraph === undefined || row.subgraph === subgraph) &&
        (reason === undefined || row.reason === reason),
    );
    return pageHeld({ nodes, keysOf, ordering: "negativeList:PLACE", filter, cursors }, page);
  },
});
