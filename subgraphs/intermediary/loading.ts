/** What the intermediary service loads, and the figures that follow. */
import type { Loading } from "../../platform/subgraph/loading.js";
import { intermediaryServiceImport } from "./intermediary-service/intermediary-service.import.js";
import { refreshMarketFigures } from "./market-statistics/figures.repository.js";
import { namedMatters } from "./service-matter/service-matter.batches.js";

/** Its loading. */
export const loading: Loading = {
  imports: [intermediaryServiceImport],
  batches: { namedMatters },
  refresh: refreshMarketFigures,
  // What writes loads the graph; loading and exporting need none of it.
  stepsInTime: async (db, at) => (await import("./procurement-handling/end-in-time.js")).endInTime(db, at),
};
