/** The reference subgraph: organisations, divisions, legal bases and the working-day calendar, on which all others join. */
import "reflect-metadata";
import { defineSubgraph } from "../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../demonstration.js";
import type { ReferenceServices } from "./context.js";
import { loading } from "./loading.js";
import { migrations } from "./migrations/index.js";
import * as nouns from "./nouns.js";
import { referenceRules } from "./seeds/check.js";
import { clearReference, seedReference } from "./seeds/seed.js";

/** Definition of the subgraph. */
export const reference = defineSubgraph<ReferenceServices, DemonstrationWorld>({
  name: "reference",
  nouns,
  loading,
  migrations,
  clear: clearReference,
  seed: seedReference,
  rules: referenceRules,
});
