/** Finds legal bases; all are public. */
import DataLoader from "dataloader";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { findLegalBases } from "./legal-basis.repository.js";
import type { LegalBasis } from "./legal-basis.type.js";

/** Service of legal bases. */
export interface LegalBasisService {
  find(id: string): Promise<LegalBasis | undefined>;
}

/** Creates the service for one request. */
export const createLegalBasisService = ({ db }: ServiceDependencies): LegalBasisService => {
  const byId = new DataLoader<string, LegalBasis | undefined>(
    async (ids) => {
      const found = new Map((await findLegalBases(db, ids)).map((basis) => [basis.id, basis]));
      return ids.map((id) => found.get(id));
    },
    { maxBatchSize: 200 },
  );
  return { find: (id) => byId.load(id) };
};
