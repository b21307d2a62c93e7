/** Finds and lists sanctions for one viewer on the request's day, and says who may not bid. */
import { canRead } from "../../../platform/disclosure/admission/index.js";
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
import type { IntermediarySanctionFilter } from "./intermediary-sanction.input.js";
import { WHOSE_SANCTION } from "./intermediary-sanction.policy.js";
import {
  findSanctions,
  listBarred,
  sanctionsOfIntermediary,
  sanctionsQuery,
  toSanction,
} from "./intermediary-sanction.repository.js";
import type { SanctionRow } from "./intermediary-sanction.rows.js";
import type { SanctionLevel } from "./intermediary-sanction.machine.js";
import type { IntermediarySanction } from "./intermediary-sanction.type.js";

/** Service of sanctions. */
export interface IntermediarySanctionService {
  find(id: string): Promise<IntermediarySanction | undefined>;
  /** As `find`, of what a write of this request left. */
  findAnew(id: string): Promise<IntermediarySanction | undefined>;
  list(filter: IntermediarySanctionFilter, page: PageArgs): Promise<Page<IntermediarySanction>>;
  listOfIntermediary(intermediaryId: string, page: PageArgs): Promise<Page<IntermediarySanction>>;
  /** Levels in force on the day under which the intermediary may not bid; public, as its standing is. */
  barring(intermediaryId: string): Promise<readonly SanctionLevel[]>;
}

/** Newest notice first. */
const ORDER = [
  { column: "prior_notice_on", direction: "desc" },
  { column: "id", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createIntermediarySanctionService = ({
  db,
  viewer,
  asOf,
  cursors,
}: ServiceDependencies): IntermediarySanctionService => {
  const today = localDateOf(asOf);
  const toNode = (row: SanctionRow): IntermediarySanction => toSanction(row, today);
  const byId = createKeyLoader(
    async (ids) =>
      (await findSanctions(db, ids)).filter((row) => canRead(WHOSE_SANCTION, { viewer, today }, row)).map(toNode),
    ({ id }) => id,
  );
  const barred = createGroupLoader(
    (ids) => listBarred(db, ids, today),
    ({ intermediaryId }) => intermediaryId,
  );
  const ofAgency = createParentPages<object, SanctionRow, IntermediarySanction>(db, () => ({
    orderBy: ORDER,
    ordering: "intermediarySanctions.intermediary",
    filter: {},
    cursors,
    toNode,
    counted: true,
    query: (parent) => sanctionsOfIntermediary(db, viewer, today, parent),
  }));
  return {
    find: (id) => byId.load(id),
    findAnew(id) {
      byId.clear(id);
      return byId.load(id);
    },
    list: (filter, page) =>
      readPage<SanctionRow, IntermediarySanction>({
        query: sanctionsQuery(db, viewer, today, filter),
        orderBy: ORDER,
        ordering: "intermediarySanctions",
        filter,
        page,
        cursors,
        toNode,
      }),
    listOfIntermediary: (intermediaryId, page) => ofAgency.load(intermediaryId, {}, page),
    barring: async (intermediaryId) => (await barred.load(intermediaryId)).map(({ level }) => level),
  };
};
