/** Progress of a case by its query code (办件进度): what this noun adds to the matters service. */
import type { Noun } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { CaseProgressResolver } from "./case-progress.resolver.js";

/** Declaration of the noun. */
export const caseProgress: Noun<MattersServices> = {
  resolvers: [CaseProgressResolver],
};
