/** Finds and lists press events for one viewer. */
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import type { PublicDocument } from "../public-document/public-document.type.js";
import type { PressEventFilter } from "./press-event.input.js";
import {
  findDocumentsOf,
  findPressEvents,
  findStatements,
  toPressEvent,
  visiblePressEvents,
} from "./press-event.repository.js";
import type { PressEventRow } from "./press-event.rows.js";
import type { PressEvent, PressStatement } from "./press-event.type.js";

/** Most documents that are shown of one event. */
const MOST_DOCUMENTS = 10;

/** Service of press events. */
export interface PressEventService {
  find(id: string): Promise<PressEvent | undefined>;
  list(filter: PressEventFilter, page: PageArgs): Promise<Page<PressEvent>>;
  /** What was asked and said, at most fifty; nothing before the day on which it is held. */
  transcript(event: PressEvent): Promise<PressStatement[]>;
  /** Documents of which it speaks and that the viewer may know of, at most ten. */
  documents(id: string): Promise<PublicDocument[]>;
}

const ORDER = [
  { column: "held_on", direction: "desc" },
  { column: "id", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createPressEventService = (
  { db, viewer, asOf, cursors }: ServiceDependencies,
  services: OpennessServices,
): PressEventService => {
  const today = localDateOf(asOf);
  const asked = { viewer, day: today };
  const byId = createKeyLoader(
    (ids) => findPressEvents(db, asked, ids),
    ({ id }) => id,
  );
  const statements = createGroupLoader(
    (ids) => findStatements(db, ids),
    ({ eventId }) => eventId,
  );
  const documents = createGroupLoader(
    (ids) => findDocumentsOf(db, ids),
    ({ eventId }) => eventId,
  );
  return {
    find: (id) => byId.load(id),
    list: (filter, page) =>
      readPage<PressEventRow, PressEvent>({
        query: visiblePressEvents(db, asked, filter),
        orderBy: ORDER,
        ordering: "pressEvents",
        filter,
        page,
        cursors,
        toNode: toPressEvent,
      }),
    transcript: async ({ id, heldOn }) => (heldOn > today ? [] : statements.load(id)),
    async documents(id) {
      const named = await documents.load(id);
      const found = await Promise.all(named.map(({ indexNo }) => services.publicDocuments.find(indexNo)));
      return found.flatMap((document) => document ?? []).slice(0, MOST_DOCUMENTS);
    },
  };
};
