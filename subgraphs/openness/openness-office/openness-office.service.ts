/** Finds the openness office of an agency: everybody may know of it. */
import { createKeyLoader, readPage, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { OpennessOfficeFilter } from "./openness-office.input.js";
import { findOffices, offices, toOffice } from "./openness-office.repository.js";
import type { OpennessOfficeRow } from "./openness-office.rows.js";
import type { OpennessOffice } from "./openness-office.type.js";

/** Service of openness offices. */
export interface OpennessOfficeService {
  /** That of the agency; undefined for a body that takes no requests. */
  findOf(agencyId: string): Promise<OpennessOffice | undefined>;
  list(filter: OpennessOfficeFilter, page: PageArgs): Promise<Page<OpennessOffice>>;
}

const BY_AGENCY = [{ column: "agency_id", direction: "asc" }] as const;

/** Creates the service for one request. */
export const createOpennessOfficeService = ({ db, cursors }: ServiceDependencies): OpennessOfficeService => {
  const byAgency = createKeyLoader(
    (ids) => findOffices(db, ids),
    ({ agencyId }) => agencyId,
  );
  return {
    findOf: (agencyId) => byAgency.load(agencyId),
    list: (filter, page) =>
      readPage<OpennessOfficeRow, OpennessOffice>({
        ...{ query: offices(db, filter), orderBy: BY_AGENCY, ordering: "opennessOffices", filter, page, cursors },
        toNode: toOffice,
      }),
  };
};
