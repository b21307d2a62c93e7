/** What the openness service loads. */
import type { Loading } from "../../platform/subgraph/loading.js";
import { documentImport } from "./public-document/public-document.import.js";

/** Its loading. */
export const loading: Loading = { imports: [documentImport] };
