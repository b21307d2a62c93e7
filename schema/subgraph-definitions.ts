/** The product's own subgraphs, in the order of their ports; one of the three places that may import a subgraph. */
import "reflect-metadata";
import type { SubgraphDefinition } from "../platform/subgraph/index.js";
import { credit } from "../subgraphs/credit/subgraph.js";
import { funds } from "../subgraphs/funds/subgraph.js";
import { intermediary } from "../subgraphs/intermediary/subgraph.js";
import { matters } from "../subgraphs/matters/subgraph.js";
import { reference } from "../subgraphs/reference/subgraph.js";

/** A definition whose services are of no concern to the caller. */
export type AnySubgraph = SubgraphDefinition<unknown>;

/** All that are built so far. */
export const SUBGRAPHS = [reference, matters, intermediary, credit, funds] as unknown as readonly AnySubgraph[];
