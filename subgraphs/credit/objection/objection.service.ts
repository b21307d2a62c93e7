/** Finds and lists objections for one viewer on the request's day. */
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
import type { ObjectionState } from "./objection.machine.js";
import { WHOSE_OBJECTION } from "./objection.policy.js";
import { counterpartyObjectionsQuery, findObjections, objectionsQuery, toObjection } from "./objection.repository.js";
import type { ObjectionRow } from "./objection.rows.js";
import type { Objection } from "./objection.type.js";

/** Service of objections. */
export interface ObjectionService {
  find(no: string): Promise<Objection | undefined>;
  /** As `find`, of what a write of this request left. */
  findAnew(no: string): Promise<Objection | undefined>;
  list(state: ObjectionState | undefined, page: PageArgs): Promise<Page<Objection>>;
  listOfCounterparty(organizationId: string, page: PageArgs): Promise<Page<Objection>>;
}

/** Newest first. */
const ORDER = [
  { column: "filed_on", direction: "desc" },
  { column: "no", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createObjectionService = ({ db, viewer, asOf, cursors }: ServiceDependencies): ObjectionService => {
  const today = localDateOf(asOf);
  const toNode = (row: ObjectionRow): Objection => toObjection(row, today);
  const byNo = createKeyLoader(
    async (numbers) =>
      (await findObjections(db, numbers)).filter((row) => canRead(WHOSE_OBJECTION, { viewer }, row)).map(toNode),
    ({ no }) => no,
  );
  const ofCounterparty = createParentPages<object, ObjectionRow, Objection>(db, () => ({
    orderBy: ORDER,
    ordering: "objections.counterparty",
    filter: {},
    cursors,
    toNode,
    counted: true,
    query: (parent) => counterpartyObjectionsQuery(db, viewer, parent),
  }));
  return {
    find: (no) => byNo.load(no),
    findAnew: (no) => byNo.clear(no).load(no),
    list: (state, page) =>
      readPage({
        query: objectionsQuery(db, viewer, state),
        orderBy: ORDER,
        ordering: "objections",
        filter: { state },
        page,
        cursors,
        toNode,
      }),
    listOfCounterparty: (organizationId, page) => ofCounterparty.load(organizationId, {}, page),
  };
};
