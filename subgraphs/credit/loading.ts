/** What the credit service loads. */
import type { Loading } from "../../platform/subgraph/loading.js";
import { licenceImport } from "./licence/licence.import.js";
import { penaltyImport } from "./penalty/penalty.import.js";

/** Its loading. */
export const loading: Loading = { imports: [licenceImport, penaltyImport] };
