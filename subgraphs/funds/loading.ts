/** What the funds service loads. */
import type { Loading } from "../../platform/subgraph/loading.js";
import { budgetAllotmentImport } from "./budget-allotment/budget-allotment.import.js";
import { subsidyBatchImport } from "./subsidy/subsidy-batch.import.js";
import { namedMatters } from "./service-matter/service-matter.batches.js";

/** Its loading. */
export const loading: Loading = { imports: [budgetAllotmentImport, subsidyBatchImport], batches: { namedMatters } };
