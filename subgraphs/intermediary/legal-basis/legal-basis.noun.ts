/** Legal basis (法律依据), owned by reference: what this noun adds to the intermediary service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { IntermediaryServices } from "../context.js";
import { LegalBasis } from "./legal-basis.type.js";

/** Declaration of the noun. */
export const legalBasis: Noun<IntermediaryServices> = {
  orphanedTypes: [LegalBasis],
  references: {
    LegalBasis: ({ id }) => ({ id }),
  },
};
