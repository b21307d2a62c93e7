/** What time brings about in the openness service. */
import type { Loading } from "../../platform/subgraph/loading.js";

/** Its loading. */
export const loading: Loading = {
  // What writes loads the graph; loading and exporting need none of it.
  stepsInTime: async (db, at) => (await import("./disclosure-handling/abandon-in-time.js")).abandonInTime(db, at),
};
