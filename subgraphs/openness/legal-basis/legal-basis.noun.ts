/** Legal basis (法律依据), owned by reference: what this noun adds to the openness service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { LegalBasisResolver } from "./legal-basis.resolver.js";
import { LegalBasis } from "./legal-basis.type.js";

const textOr = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** Declaration of the noun. */
export const legalBasis: Noun<OpennessServices> = {
  orphanedTypes: [LegalBasis],
  resolvers: [LegalBasisResolver],
  references: {
    LegalBasis: ({ id, docNo, lawName }) => ({ id, docNo: textOr(docNo), lawName: textOr(lawName) }),
  },
};
