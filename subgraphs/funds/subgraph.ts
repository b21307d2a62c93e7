/** The funds subgraph: policies, budget allotments and the flow of public money, kept as a double-entry book. */
import "reflect-metadata";
import { defineSubgraph } from "../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../demonstration.js";
import type { FundsServices } from "./context.js";
import { loading } from "./loading.js";
import { migrations } from "./migrations/index.js";
import * as nouns from "./nouns.js";
import { fundsRules } from "./seeds/check.js";
import { clearFunds, seedFunds } from "./seeds/seed.js";

/** Definition of the subgraph. */
export const funds = defineSubgraph<FundsServices, DemonstrationWorld>({
  name: "funds",
  nouns,
  loading,
  migrations,
  clear: clearFunds,
  seed: seedFunds,
  rules: fundsRules,
});
