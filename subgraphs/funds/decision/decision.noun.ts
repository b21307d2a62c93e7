/** Major decision (重大行政决策), owned by openness: what this noun adds to the funds service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { DecisionResolver } from "./decision.resolver.js";
import { Decision } from "./decision.type.js";

const codesOr = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.filter((code): code is string => typeof code === "string") : undefined;

/** Declaration of the noun. */
export const decision: Noun<FundsServices> = {
  orphanedTypes: [Decision],
  resolvers: [DecisionResolver],
  references: {
    Decision: ({ id, fundPolicyCodes }) => ({ id, fundPolicyCodes: codesOr(fundPolicyCodes) }),
  },
};
