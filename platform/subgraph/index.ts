/** Subgraphs: from a definition to SDL and to a running process. */
export { defineSubgraph, orderedMigrations } from "./define-subgraph.js";
export type { Noun, ServicesOf } from "./noun.js";
export type {
  BatchCall,
  ReferenceData,
  ReferenceLookup,
  ServiceDependencies,
  SubgraphContext,
  SubgraphDefinition,
  TrackedKind,
} from "./definition.js";
export { changesRootOf } from "./changes.js";
export { loadPolicy, runSubgraph, startFromEnvironment, subgraphVariables } from "./run-subgraph.js";
export { refreshFeed, refreshFigures } from "./refresh.js";
export { SHARED_SCALARS, buildSubgraph, type SubgraphSchema } from "./schema.js";
export { MAX_ANSWER_BYTES } from "./executor.js";
export { createBatchCall, type BatchTarget } from "./batch-call.js";
export { BATCH_CLIENT, DEFAULT_LIMITS, startSubgraph, type RunningSubgraph, type SubgraphOptions } from "./server.js";
