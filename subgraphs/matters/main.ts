/** The process of the matters subgraph. */
import "reflect-metadata";
import { runSubgraph } from "../../platform/subgraph/index.js";
import { matters } from "./subgraph.js";

await runSubgraph(matters, process.env);
