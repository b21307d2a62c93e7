/** What one request carries through the gateway. */
import type { Language } from "../platform/disclosure/vocabulary/index.js";
import type { Viewer } from "../platform/auth/index.js";
import type { Span } from "../platform/telemetry/index.js";
import type { LocalDate } from "../platform/domain/index.js";
import type { PaidCost } from "./request/rate-limit.js";
import type { AccessMode } from "./request/access.js";
import type { LaterAnswer } from "./answer/later-answer.js";
import type { DocumentCost } from "./document/cost.js";
import type { Gone } from "./waiters.js";

/** The request's context. */
export interface GatewayContext {
  readonly viewer: Viewer;
  /** Who asks, where services are asked as somebody else. @default the viewer */
  readonly asker?: Viewer;
  /** Who asks, as the rate knows it. */
  readonly client: string;
  readonly asOf: Date;
  /** The day of `asOf` in Shanghai. */
  readonly today: LocalDate;
  /** Given by the client or made here; services log under it. */
  readonly requestId: string;
  /** W3C trace context of the request, with this gateway's span. */
  readonly traceparent: string;
  /** That span, where the trace is recorded. */
  readonly span?: Span;
  /** Aborted when the client hangs up before it has the answer. */
  readonly gone: Gone;
  /** Instant after which no subgraph is waited for, milliseconds. */
  readonly deadlineAt: number;
  /** Language of what the reader is told beside data. */
  readonly language: Language;
  readonly access: AccessMode;
  /** Set where the client takes an answer in parts; what comes after the first is put there. */
  readonly parts?: AnswerParts;
  /** What the document costs. */
  readonly cost: DocumentCost;
  /** What it took of the client's bucket, and what is left; absent where there is no limit. */
  readonly paid?: PaidCost;
  /** True where the client asks to be told what its document costs. */
  readonly showsCost: boolean;
  /** True where the client asks for a receipt of its answer. @default false */
  readonly wantsReceipt?: true;
  /** Key of the header Idempotency-Key. */
  readonly idempotencyKey?: string;
  /** Name of the contract through which it came, for the log line. @default the whole graph */
  readonly contract?: string;
  /** Requests sent to subgraphs so far, for the log line … */
  subgraphRequests: number;
  /** … and those that another request's answered. */
  sharedSubgraphRequests: number;
}

/** Where the parts of an answer are that come after the first. */
export interface AnswerParts {
  later?: AsyncGenerator<LaterAnswer, void>;
  /** The context with which services are asked for them. */
  context?: GatewayContext;
}

/** Longest time of a whole request (docs/limits.md). */
export const REQUEST_DEADLINE_MS = 10_000;
