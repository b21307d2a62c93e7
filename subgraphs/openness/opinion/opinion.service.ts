/** Finds and lists opinions for one viewer. */
import { localDateOf } from "../../../platform/domain/index.js";
import { createKeyLoader, createParentPages, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { findOpinions, opinionsOfTopic, toOpinion } from "./opinion.repository.js";
import type { OpinionRow } from "./opinion.rows.js";
import type { Opinion } from "./opinion.type.js";

/** Service of opinions. */
export interface OpinionService {
  find(id: string): Promise<Opinion | undefined>;
  /** The same, whatever was found before in this request. */
  findAnew(id: string): Promise<Opinion | undefined>;
  listOfTopic(topicId: string, page: PageArgs): Promise<Page<Opinion>>;
}

const FIRST_FIRST = [
  { column: "given_on", direction: "asc" },
  { column: "id", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createOpinionService = ({ db, viewer, asOf, cursors }: ServiceDependencies): OpinionService => {
  const asked = { viewer, day: localDateOf(asOf) };
  const byId = createKeyLoader(
    (ids) => findOpinions(db, asked, ids),
    ({ id }) => id,
  );
  const ofTopic = createParentPages<object, OpinionRow, Opinion>(db, (filter) => ({
    orderBy: FIRST_FIRST,
    ordering: "opinions:topic",
    filter,
    cursors,
    toNode: toOpinion,
    query: (topic) => opinionsOfTopic(db, asked, topic),
  }));
  return {
    find: (id) => byId.load(id),
    findAnew: (id) => byId.clear(id).load(id),
    listOfTopic: (topicId, page) => ofTopic.load(topicId, {}, page),
  };
};
