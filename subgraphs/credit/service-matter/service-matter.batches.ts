/** Which service matters licences and commitments name, for an undo in the matters service. */
import { namedIn } from "../../../platform/database/index.js";
import type { BatchCall } from "../../../platform/subgraph/loading.js";

const TABLES = ["licences", "commitments", "matter_commitments"];

/** Those of the ids that a record of this service names. */
export const namedMatters: BatchCall = (input, { db }) =>
  namedIn(
    db,
    TABLES.map((table) => ({ table, column: "matter_id" })),
    input as string[],
  );
