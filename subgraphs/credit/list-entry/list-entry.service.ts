/** Finds and lists list entries for one viewer on the request's day. */
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createKeyLoader,
  createParentPages,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { canRead } from "./list-entry.policy.js";
import { findListEntries, listEntriesQuery, toListEntry, type ListEntryRow } from "./list-entry.repository.js";
import type { ListEntry, ListKind } from "./list-entry.type.js";

/** Service of list entries. */
export interface ListEntryService {
  find(id: string): Promise<ListEntry | undefined>;
  list(kind: ListKind | undefined, page: PageArgs): Promise<Page<ListEntry>>;
  listOfSubject(organizationId: string, kind: ListKind | undefined, page: PageArgs): Promise<Page<ListEntry>>;
}

/** Newest first. */
const ORDER = [
  { column: "listed_on", direction: "desc" },
  { column: "id", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createListEntryService = ({ db, viewer, asOf, cursors }: ServiceDependencies): ListEntryService => {
  const today = localDateOf(asOf);
  const byId = createKeyLoader(
    (ids) => findListEntries(db, ids),
    ({ id }) => id,
  );
  const ofSubject = createParentPages<{ kind?: ListKind }, ListEntryRow, ListEntry>(db, (filter) => ({
    orderBy: ORDER,
    ordering: "listEntries.subject",
    filter,
    cursors,
    toNode: toListEntry,
    counted: true,
    query: (parent) => listEntriesQuery(db, viewer, today, filter.kind).where("counterparty_id", parent),
  }));
  return {
    async find(id) {
      const entry = await byId.load(id);
      return entry && canRead(viewer, entry, today) ? entry : undefined;
    },
    list: (kind, page) =>
      readPage({
        query: listEntriesQuery(db, viewer, today, kind),
        orderBy: ORDER,
        ordering: "listEntries",
        filter: { kind },
        page,
        cursors,
        toNode: toListEntry,
      }),
    listOfSubject: (organizationId, kind, page) => ofSubject.load(organizationId, { kind: kind ?? undefined }, page),
  };
};
