/** Finds the openness office of an agency: everybody may know of it. */
import { createKeyLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { findOffices } from "./openness-office.repository.js";
import type { OpennessOffice } from "./openness-office.type.js";

/** Service of openness offices. */
export interface OpennessOfficeService {
  /** That of the agency; undefined for a body that takes no requests. */
  findOf(agencyId: string): Promise<OpennessOffice | undefined>;
}

/** Creates the service for one request. */
export const createOpennessOfficeService = ({ db }: ServiceDependencies): OpennessOfficeService => {
  const byAgency = createKeyLoader(
    (ids) => findOffices(db, ids),
    ({ agencyId }) => agencyId,
  );
  return { findOf: (agencyId) => byAgency.load(agencyId) };
};
