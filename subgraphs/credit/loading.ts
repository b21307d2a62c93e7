/** What the credit service loads, and the exchange files that it writes. */
import type { Loading } from "../../platform/subgraph/loading.js";
import { licenceExport } from "./licence/licence.export.js";
import { licenceImport } from "./licence/licence.import.js";
import { penaltyExport } from "./penalty/penalty.export.js";
import { penaltyImport } from "./penalty/penalty.import.js";
import { namedMatters } from "./service-matter/service-matter.batches.js";

/** Its loading. */
export const loading: Loading = {
  imports: [licenceImport, penaltyImport],
  exports: [licenceExport, penaltyExport],
  batches: { namedMatters },
};
