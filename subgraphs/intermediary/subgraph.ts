/** The intermediary subgraph: the list of services that an approval may require, the intermediaries that provide them and the market (中介服务). */
import "reflect-metadata";
import { defineSubgraph } from "../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../demonstration.js";
import type { IntermediaryServices } from "./context.js";
import { loading } from "./loading.js";
import { migrations } from "./migrations/index.js";
import * as nouns from "./nouns.js";
import { intermediaryRules } from "./seeds/check.js";
import { clearIntermediary, seedIntermediary } from "./seeds/seed.js";

/** Definition of the subgraph. */
export const intermediary = defineSubgraph<IntermediaryServices, DemonstrationWorld>({
  name: "intermediary",
  nouns,
  codes: "the passes of the credit gate (准入凭证)",
  loading,
  migrations,
  clear: clearIntermediary,
  seed: seedIntermediary,
  rules: intermediaryRules,
});
