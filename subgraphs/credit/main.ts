/** The process of the credit subgraph. */
import "reflect-metadata";
import { runSubgraph } from "../../platform/subgraph/index.js";
import { credit } from "./subgraph.js";

await runSubgraph(credit, process.env);
