/** Division (行政区划), owned by reference: what this noun adds to the credit service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { DivisionResolver } from "./division.resolver.js";

/** Declaration of the noun. */
export const division: Noun<CreditServices> = {
  resolvers: [DivisionResolver],
  references: {
    Division: ({ code }) => ({ code }),
    DivisionAsOf: ({ code, on }) => ({ code, on }),
  },
};
