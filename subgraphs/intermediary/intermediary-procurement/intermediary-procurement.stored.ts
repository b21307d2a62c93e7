/** What is kept as JSON of a project: spans in which it stood still, each with its version (decision 33). Draws are in draw.stored.ts. */
import { storedShape } from "../../../platform/database/index.js";
import type { MarketSuspension } from "./intermediary-procurement.js";

/** A span, version 1: days as `YYYY-MM-DD`. */
interface StoredSuspensionV1 {
  readonly from: string;
  readonly to?: string;
  readonly reason?: string;
}

/** A span in which the project stood still. */
export const STORED_SUSPENSION = storedShape<MarketSuspension, StoredSuspensionV1>({
  places: ["intermediary_procurements.suspensions"],
  toStored: ({ from, to, reason }) => ({ from, to, reason }),
  toDomain: ({ from, to, reason }) => ({ from, to, reason }),
});
