/** The openness subgraph: what government publishes of itself, clause by clause of the Opinions of 2016, documents first. */
import "reflect-metadata";
import { defineSubgraph } from "../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../demonstration.js";
import type { OpennessServices } from "./context.js";
import { loading } from "./loading.js";
import { migrations } from "./migrations/index.js";
import * as nouns from "./nouns.js";
import { opennessRules } from "./seeds/check.js";
import { clearOpenness, seedOpenness } from "./seeds/seed.js";

/** Definition of the subgraph. */
export const openness = defineSubgraph<OpennessServices, DemonstrationWorld>({
  name: "openness",
  nouns,
  migrations,
  loading,
  clear: clearOpenness,
  seed: seedOpenness,
  rules: opennessRules,
});
