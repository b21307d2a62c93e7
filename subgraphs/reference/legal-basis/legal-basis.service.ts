/** Finds legal bases; all are public. */
import { createKeyLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { findLegalBases } from "./legal-basis.repository.js";
import type { LegalBasis } from "./legal-basis.type.js";

/** Service of legal bases. */
export interface LegalBasisService {
  find(id: string): Promise<LegalBasis | undefined>;
}

/** Creates the service for one request. */
export const createLegalBasisService = ({ db }: ServiceDependencies): LegalBasisService => {
  const byId = createKeyLoader(
    (ids) => findLegalBases(db, ids),
    ({ id }) => id,
  );
  return { find: (id) => byId.load(id) };
};
