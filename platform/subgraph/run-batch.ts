/** Answers batch calls, for good or as a trial. */
import { inTrial } from "../database/index.js";
import type { BatchCall, BatchDependencies } from "./loading.js";

/** What the batch answers; of a trial, such as a dry run, nothing that it wrote stays. */
export const runBatch = <Dependencies extends BatchDependencies>(
  batch: BatchCall,
  input: unknown,
  dependencies: Dependencies,
  trial: boolean,
): Promise<unknown> =>
  trial ? inTrial(dependencies.db, (db) => batch(input, { ...dependencies, db })) : batch(input, dependencies);
