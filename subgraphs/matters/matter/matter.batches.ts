/** Service matters (政务服务事项) for loaders of other services. */
import type { BatchCall } from "../../../platform/subgraph/loading.js";
import { findPublishedByCode, type MatterCode } from "./matter-code.repository.js";

/** Published matters of codes, a list for each, in the same order. */
export const publishedMattersByCode: BatchCall = (input, { db }) => findPublishedByCode(db, input as MatterCode[]);
