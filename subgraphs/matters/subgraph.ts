/** The matters subgraph: the catalogue of service matters, how agencies implement it, and the cases that come of it (政务服务事项、办件). */
import "reflect-metadata";
import { defineSubgraph } from "../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../demonstration.js";
import type { MattersServices } from "./context.js";
import { loading } from "./loading.js";
import { migrations } from "./migrations/index.js";
import * as nouns from "./nouns.js";
import { mattersRules } from "./seeds/check.js";
import { clearMatters, seedMatters } from "./seeds/seed.js";

/** Definition of the subgraph. */
export const matters = defineSubgraph<MattersServices, DemonstrationWorld>({
  name: "matters",
  nouns,
  loading,
  migrations,
  codes: "the query codes on receipts of cases (查询码)",
  clear: clearMatters,
  seed: seedMatters,
  rules: mattersRules,
});
