/** What the funds service loads. */
import type { Loading } from "../../platform/subgraph/loading.js";
import { budgetAllotmentImport } from "./budget-allotment/budget-allotment.import.js";
import { subsidyBatchImport } from "./subsidy/subsidy-batch.import.js";

/** Its loading. */
export const loading: Loading = { imports: [budgetAllotmentImport, subsidyBatchImport] };
