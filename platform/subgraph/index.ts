/** Subgraphs: from a definition to SDL and to a running process. */
export { eachRow, shareOfRows, type DataRule, type RuleFinding } from "./data-rule.js";
export { defineSubgraph, orderedMigrations } from "./define-subgraph.js";
export type { Noun, ServicesOf } from "./noun.js";
export type {
  MayReadFiles,
  ReferenceData,
  ReferenceLookup,
  ServiceDependencies,
  SubgraphContext,
  SubgraphDefinition,
  TrackedKind,
} from "./definition.js";
export { messageKeysOf, receiversOf } from "./message-variables.js";
export type { MessageOptions } from "./messages.js";
export { runSubgraph, startFromEnvironment, subgraphVariables } from "./run-subgraph.js";
export { refreshFeed, refreshFigures } from "./refresh.js";
export { buildSubgraph, type SubgraphSchema } from "./schema.js";
export { BATCH_CLIENT, MAX_ANSWER_BYTES, changesRootOf } from "./wire.js";
export { createBatchCall, type BatchTarget } from "./batch-call.js";
export type { BatchCall, BatchDependencies, Loading } from "./loading.js";
export { DEFAULT_LIMITS, startSubgraph, type RunningSubgraph, type SubgraphOptions } from "./server.js";
