/** Divisions (行政区划) for loaders of other services. */
import type { BatchCall } from "../../../platform/subgraph/loading.js";
import { findDivisions } from "./division.repository.js";

/** Those of the codes that are divisions. */
export const knownDivisions: BatchCall = async (input, { db }) =>
  (await findDivisions(db, input as string[])).map(({ code }) => code);
