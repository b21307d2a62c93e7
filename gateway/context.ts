/** What one request carries through the gateway. */
import type { WithheldEntry } from "../platform/disclosure/index.js";
import type { Viewer } from "../platform/auth/index.js";

/** The request's context. */
export interface GatewayContext {
  readonly viewer: Viewer;
  readonly asOf: Date;
  readonly requestId: string;
  /** Instant after which no subgraph is waited for, milliseconds. */
  readonly deadlineAt: number;
  /** What subgraphs withheld, as they reported it. */
  readonly withheld: WithheldEntry[];
  /** Requests sent to subgraphs so far. */
  subgraphRequests: number;
}

/** Longest time of a whole request (security.md §1). */
export const REQUEST_DEADLINE_MS = 10_000;
