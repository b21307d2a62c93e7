/** What the openness service loads, and what time brings about in it. */
import type { Loading } from "../../platform/subgraph/loading.js";
import { documentImport } from "./public-document/public-document.import.js";

/** Its loading. */
export const loading: Loading = {
  imports: [documentImport],
  // What writes loads the graph; loading and exporting need none of it.
  stepsInTime: async (db, at) => (await import("./disclosure-handling/abandon-in-time.js")).abandonInTime(db, at),
};
