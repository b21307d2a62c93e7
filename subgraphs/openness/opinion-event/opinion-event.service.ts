/** Finds and lists events of public concern for one viewer. */
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { OpinionEventFilter } from "./opinion-event.input.js";
import { findEvents, findResponses, toEvent, visibleEvents } from "./opinion-event.repository.js";
import type { OpinionEventRow } from "./opinion-event.rows.js";
import type { OpinionEvent, OpinionResponse } from "./opinion-event.type.js";

/** Service of events. */
export interface OpinionEventService {
  find(id: string): Promise<OpinionEvent | undefined>;
  list(filter: OpinionEventFilter, page: PageArgs): Promise<Page<OpinionEvent>>;
  /** What was answered, at most ten. */
  responses(id: string): Promise<OpinionResponse[]>;
}

const ORDER = [
  { column: "detected_on", direction: "desc" },
  { column: "id", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createOpinionEventService = ({ db, viewer, asOf, cursors }: ServiceDependencies): OpinionEventService => {
  const asked = { viewer, day: localDateOf(asOf) };
  const byId = createKeyLoader(
    (ids) => findEvents(db, asked, ids, asOf),
    ({ id }) => id,
  );
  const responses = createGroupLoader(
    (ids) => findResponses(db, ids, asOf),
    ({ eventId }) => eventId,
  );
  return {
    find: (id) => byId.load(id),
    list: (filter, page) =>
      readPage<OpinionEventRow, OpinionEvent>({
        query: visibleEvents(db, asked, filter),
        orderBy: ORDER,
        ordering: "opinionEvents",
        filter,
        page,
        cursors,
        toNode: toEvent(asOf),
      }),
    responses: (id) => responses.load(id),
  };
};
