/** Finds and lists decisions for one viewer, with their steps. */
import { localDateOf } from "../../../platform/domain/index.js";
import {
  createGroupLoader,
  createKeyLoader,
  createParentPages,
  readPage,
  type Page,
  type PageArgs,
} from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { DecisionFilter } from "./decision.input.js";
import { stepsOn } from "./decision.js";
import { decisionsOfOrganiser, findDecisions, findSteps, toDecision, visibleDecisions } from "./decision.repository.js";
import type { DecisionRow } from "./decision.rows.js";
import type { Decision, DecisionStep } from "./decision.type.js";

/** Service of decisions. */
export interface DecisionService {
  find(id: string): Promise<Decision | undefined>;
  /** The same, whatever was found before in this request. */
  findAnew(id: string): Promise<Decision | undefined>;
  list(filter: DecisionFilter, page: PageArgs): Promise<Page<Decision>>;
  listOfOrganiser(organiserId: string, page: PageArgs): Promise<Page<Decision>>;
  /** The five steps of a decision that the viewer may know of, each with its evidence or as a gap. */
  steps(id: string): Promise<DecisionStep[]>;
}

const LATEST_FIRST = [
  { column: "proposed_on", direction: "desc" },
  { column: "id", direction: "desc" },
] as const;

/** Creates the service for one request. */
export const createDecisionService = ({ db, viewer, asOf, cursors }: ServiceDependencies): DecisionService => {
  const day = localDateOf(asOf);
  const asked = { viewer, day };
  const byId = createKeyLoader(
    (ids) => findDecisions(db, asked, ids),
    ({ id }) => id,
  );
  const evidence = createGroupLoader(
    (ids) => findSteps(db, ids),
    ({ decisionId }) => decisionId,
  );
  const ofOrganiser = createParentPages<object, DecisionRow, Decision>(db, (filter) => ({
    orderBy: LATEST_FIRST,
    ordering: "decisions:organiser",
    filter,
    cursors,
    toNode: toDecision,
    query: (organiser) => decisionsOfOrganiser(db, asked, organiser),
  }));
  return {
    find: (id) => byId.load(id),
    findAnew(id) {
      evidence.clear(id);
      return byId.clear(id).load(id);
    },
    list: (filter, page) =>
      readPage<DecisionRow, Decision>({
        query: visibleDecisions(db, asked, filter),
        orderBy: LATEST_FIRST,
        ordering: "decisions",
        filter,
        page,
        cursors,
        toNode: toDecision,
      }),
    listOfOrganiser: (organiserId, page) => ofOrganiser.load(organiserId, {}, page),
    steps: async (id) => stepsOn(await evidence.load(id), day),
  };
};
