/** The process of the openness subgraph. */
import "reflect-metadata";
import { runSubgraph } from "../../platform/subgraph/index.js";
import { openness } from "./subgraph.js";

await runSubgraph(openness, process.env);
