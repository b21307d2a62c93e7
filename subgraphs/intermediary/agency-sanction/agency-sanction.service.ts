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
import type { AgencySanctionFilter } from "./agency-sanction.input.js";
import { WHOSE_SANCTION } from "./agency-sanction.policy.js";
import {
  findSanctions,
  listBarred,
  sanctionsOfAgency,
  sanctionsQuery,
  toSanction,
} from "./agency-sanction.repository.js";
import type { SanctionRow } from "./agency-sanction.rows.js";
import type { SanctionLevel } from "./agency-sanction.machine.js";
import type { AgencySanction } from "./agency-sanction.type.js";

/** Service of sanctions. */
export interface AgencySanctionService {
  find(id: string): Promise<AgencySanction | undefined>;
  list(filter: AgencySanctionFilter, page: PageArgs): Promise<Page<AgencySanction>>;
  listOfAgency(agencyId: string, page: PageArgs): Promise<Page<AgencySanction>>;
  /** Levels in force on the day under which the agency may not bid; public, as its standing is. */
  barring(agencyId: string): Promise<readonly SanctionLevel[]>;
}

/** Newest notice first. */
const ORDER = [
  { column: "noticed_on", direction: "desc" },
  { column: "id", direction: "asc" },
] as const;

/** Creates the service for one request. */
export const createAgencySanctionService = ({
  db,
  viewer,
  asOf,
  cursors,
}: ServiceDependencies): AgencySanctionService => {
  const today = localDateOf(asOf);
  const toNode = (row: SanctionRow): AgencySanction => toSanction(row, today);
  const byId = createKeyLoader(
    async (ids) =>
      (await findSanctions(db, ids)).filter((row) => canRead(WHOSE_SANCTION, { viewer, today }, row)).map(toNode),
    ({ id }) => id,
  );
  const barred = createGroupLoader(
    (ids) => listBarred(db, ids, today),
    ({ agencyId }) => agencyId,
  );
  const ofAgency = createParentPages<object, SanctionRow, AgencySanction>(db, () => ({
    orderBy: ORDER,
    ordering: "agencySanctions.agency",
    filter: {},
    cursors,
    toNode,
    counted: true,
    query: (parent) => sanctionsOfAgency(db, viewer, today, parent),
  }));
  return {
    find: (id) => byId.load(id),
    list: (filter, page) =>
      readPage<SanctionRow, AgencySanction>({
        query: sanctionsQuery(db, viewer, today, filter),
        orderBy: ORDER,
        ordering: "agencySanctions",
        filter,
        page,
        cursors,
        toNode,
      }),
    listOfAgency: (agencyId, page) => ofAgency.load(agencyId, {}, page),
    barring: async (agencyId) => (await barred.load(agencyId)).map(({ level }) => level),
  };
};
