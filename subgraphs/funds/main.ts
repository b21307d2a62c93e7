/** The process of the funds subgraph. */
import "reflect-metadata";
import { runSubgraph } from "../../platform/subgraph/index.js";
import { funds } from "./subgraph.js";

await runSubgraph(funds, process.env);
