/** The process of the reference subgraph. */
import "reflect-metadata";
import { runSubgraph } from "../../platform/subgraph/index.js";
import { reference } from "./subgraph.js";

await runSubgraph(reference, process.env);
