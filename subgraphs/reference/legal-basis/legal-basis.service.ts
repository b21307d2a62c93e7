/** Finds and lists legal bases, those no longer in force included; all are public. */
import { localDateOf } from "../../../platform/domain/index.js";
import { createKeyLoader, readPage, type Page, type PageArgs } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import type { LegalBasis } from "./legal-basis.js";
import { findLegalBases, legalBasesQuery, toLegalBasis, type LegalBasisQuery } from "./legal-basis.repository.js";
import type { LegalBasisRow } from "./legal-basis.rows.js";

/** Service of legal bases. */
export interface LegalBasisService {
  /** Undefined before its first day. */
  find(id: string): Promise<LegalBasis | undefined>;
  list(query: LegalBasisQuery, page: PageArgs): Promise<Page<LegalBasis>>;
}

/** Creates the service for one request. */
export const createLegalBasisService = ({ db, cursors, asOf }: ServiceDependencies): LegalBasisService => {
  const today = localDateOf(asOf);
  const byId = createKeyLoader(
    (ids) => findLegalBases(db, ids),
    ({ id }) => id,
  );
  return {
    async find(id) {
      const found = await byId.load(id);
      // What is loaded ahead of its day shows from that day on.
      return found?.effectiveFrom !== undefined && found.effectiveFrom > today ? undefined : found;
    },
    list: (asked, page) =>
      readPage<LegalBasisRow, LegalBasis>({
        query: legalBasesQuery(db, asked, today),
        orderBy: [{ column: "id", direction: "asc" }],
        ordering: "legalBases:ID",
        filter: asked,
        page,
        cursors,
        toNode: toLegalBasis,
      }),
  };
};
