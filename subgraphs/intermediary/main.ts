/** The process of the intermediary subgraph. */
import "reflect-metadata";
import { runSubgraph } from "../../platform/subgraph/index.js";
import { intermediary } from "./subgraph.js";

await runSubgraph(intermediary, process.env);
