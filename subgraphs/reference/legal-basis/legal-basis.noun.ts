/** Legal basis (法律依据): what this noun adds to the reference service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { ReferenceServices } from "../context.js";
import { LegalBasisResolver } from "./legal-basis.resolver.js";
import { LEGAL_BASIS_LAW } from "./legal-basis.law.js";
import { addRanks } from "./migrations/20261129160000_add_ranks.js";
import { createLegalBasisService } from "./legal-basis.service.js";

const services = { legalBases: createLegalBasisService };

declare module "../context.js" {
  interface ReferenceServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const legalBasis: Noun<ReferenceServices> = {
  owns: ["LegalBasis"],
  resolvers: [LegalBasisResolver],
  references: {
    LegalBasis: ({ id }, { legalBases }) => legalBases.find(String(id)),
  },
  changes: [{ kind: "LEGAL_BASIS", type: "LegalBasis", description: "Article of a law, by id (法律依据)." }],
  services,
  migrations: [addRanks],
  lawTables: [LEGAL_BASIS_LAW],
};
