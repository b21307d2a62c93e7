/** Legal basis (法律依据): what this noun adds to the reference service. */
import { inTransaction, inTrial } from "../../../platform/database/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { ReferenceServices } from "../context.js";
import { registerLegalBases, type LegalBasisRegistration } from "./legal-basis.registration.js";
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
  services,
  migrations: [addRanks],
  lawTables: [LEGAL_BASIS_LAW],
  batches: {
    /** Legal bases for citations, found or created, in the same order. */
    registerLegalBases: (input, { db, asOf }) =>
      inTransaction(db, (trx) => registerLegalBases(trx, input as LegalBasisRegistration[], localDateOf(asOf))),
    /** The same for a dry run: nothing is created. */
    tryLegalBases: (input, { db, asOf }) =>
      inTrial(db, (trx) => registerLegalBases(trx, input as LegalBasisRegistration[], localDateOf(asOf))),
  },
};
