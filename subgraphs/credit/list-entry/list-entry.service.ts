/** Finds and lists list entries for one viewer on the request's day. */
import { canRead } from "../../../platform/disclosure/admission/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createKeyLoader,
  createParentPages,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { WHOSE_LIST_ENTRY } from "./list-entry.policy.js";
import {
  findListEntries,
  findSeriouslyListed,
  listEntriesQuery,
  subjectEntriesQuery,
  toListEntry,
  type ListEntryFilter,
  type ListEntryRow,
} from "./list-entry.repository.js";
import type { ListEntry } from "./list-entry.type.js";

/** Service of list entries. */
export interface ListEntryService {
  find(id: string): Promise<ListEntry | undefined>;
  /** As `find`, of what a write of this request left. */
  findAnew(id: string): Promise<ListEntry | undefined>;
  /** Since when a serious entry about it stands, of those that stand on the day; public, as standing entries are. */
  seriousListSince(organizationId: string): Promise<string | undefined>;
  list(filter: ListEntryFilter, page: PageArgs): Promise<Page<ListEntry>>;
  listOfSubject(organizationId: string, filter: ListEntryFilter, page: PageArgs): Promise<Page<ListEntry>>;
}

/** Newest first. */
const ORDER = [
  { column: "listed_on", direction: "desc" },
  { column: "id", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createListEntryService = ({ db, viewer, asOf, cursors }: ServiceDependencies): ListEntryService => {
  const today = localDateOf(asOf);
  const toNode = (row: ListEntryRow): ListEntry => toListEntry(row, today);
  const byId = createKeyLoader(
    async (ids) =>
      (await findListEntries(db, ids)).filter((row) => canRead(WHOSE_LIST_ENTRY, { viewer, today }, row)).map(toNode),
    ({ id }) => id,
  );
  const serious = createKeyLoader(
    (ids) => findSeriouslyListed(db, ids, today),
    ({ subjectId }) => subjectId,
  );
  const ofSubject = createParentPages<ListEntryFilter, ListEntryRow, ListEntry>(db, (filter) => ({
    orderBy: ORDER,
    ordering: "listEntries.subject",
    filter,
    cursors,
    toNode,
    counted: true,
    query: (parent) => subjectEntriesQuery(db, viewer, today, filter, parent),
  }));
  return {
    find: (id) => byId.load(id),
    findAnew: (id) => byId.clear(id).load(id),
    seriousListSince: async (organizationId) => (await serious.load(organizationId))?.since,
    list: (filter, page) =>
      readPage({
        query: listEntriesQuery(db, viewer, today, filter),
        orderBy: ORDER,
        ordering: "listEntries",
        filter,
        page,
        cursors,
        toNode,
      }),
    listOfSubject: (organizationId, filter, page) => ofSubject.load(organizationId, filter, page),
  };
};
