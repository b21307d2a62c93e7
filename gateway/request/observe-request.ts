/** What every executed request leaves: one log line and its metrics, its cost where that is asked for, and when to come again where all was busy. */
import type { GraphQLFormattedError } from "graphql";
import { logEvent, type Logger, type Metrics } from "../../platform/telemetry/index.js";
import type { GatewayContext } from "../context.js";
import { pointsOf, type AskedCounters } from "./asked-figures.js";

/** Where it is left. */
export interface ObserveOptions {
  readonly metrics: Metrics;
  /** Figures by operation and app. */
  readonly asked: AskedCounters;
  readonly log: Logger;
}

/** Status and headers of an answer, which may still change. */
export interface AnswerHead {
  status?: number | undefined;
  readonly headers: Map<string, string>;
}

/** A request that was executed. */
export interface Executed {
  readonly context: GatewayContext;
  readonly result: {
    readonly data?: Readonly<Record<string, unknown>> | null | undefined;
    readonly errors?: readonly GraphQLFormattedError[] | undefined;
    readonly extensions?: Readonly<Record<string, unknown>> | undefined;
  };
  readonly head: AnswerHead;
}

/** What is told of it. */
export interface Observed extends Pick<Executed, "context" | "result"> {
  /** As performance.now() tells it. */
  readonly startedAt: number;
  readonly operationName: string | null | undefined;
  /** True where it was answered with what another request was executed for. @default false */
  readonly joined?: boolean;
}

/** Marks an answer that others were in the way of; returns its extensions where they are others now. */
export const finished = ({ context, result, head }: Executed): Record<string, unknown> | undefined => {
  markBusy(result, head);
  // It is shown at the end of what comes in parts.
  if (!context.showsCost || context.parts?.later) return undefined;
  const { nodes, weighted } = context.cost;
  return { ...result.extensions, cost: { nodes, weighted, ...context.paid } };
};

/** The name that a client gave its operation, where it may be told; a number in it may be somebody's. */
const toldName = (name: string | null | undefined): string | undefined =>
  name == null || /\d{6}/.test(name) ? undefined : name.slice(0, 100);

/** Leaves its line and its figures. */
export const observe = (
  { metrics, asked, log }: ObserveOptions,
  { startedAt, operationName, context, result, joined = false }: Observed,
): void => {
  // What comes in parts is observed once, at its end.
  if (context.parts?.later) return;
  const seconds = (performance.now() - startedAt) / 1_000;
  const failed = (result.errors?.length ?? 0) > 0;
  metrics.requests.inc({ outcome: failed ? "error" : "ok" });
  metrics.requestSeconds.observe(seconds);
  const operation = toldName(operationName);
  asked.asked({
    operation: context.isKnown && operation,
    app: context.app,
    errors: result.errors,
    points: pointsOf(context),
    seconds,
  });
  context.span?.rename(operation === undefined ? "operation" : `operation ${operation}`);
  logEvent(log, "REQUEST", {
    requestId: context.requestId,
    operation: operationName?.slice(0, 100),
    viewer: context.viewer?.kind,
    ...(context.contract === undefined ? {} : { contract: context.contract }),
    subgraphRequests: context.subgraphRequests,
    ...(context.sharedSubgraphRequests > 0 ? { sharedSubgraphRequests: context.sharedSubgraphRequests } : {}),
    milliseconds: Math.round(seconds * 1_000),
    failed,
    ...(joined ? { joined } : {}),
  });
};

/** Reasons for which nothing was tried: the same request may succeed soon. */
const BUSY: ReadonlySet<unknown> = new Set(["BUSY", "PLANNING"]);

/** Seconds after which a request that found no place may come again. */
const RETRY_AFTER_SECONDS = 2;

/** Says when to come again, and 503 where nothing is answered. */
const markBusy = ({ data, errors }: Executed["result"], head: AnswerHead): void => {
  if (!errors?.some(({ extensions }) => BUSY.has(extensions?.["reason"]))) return;
  head.headers.set("retry-after", String(RETRY_AFTER_SECONDS));
  if (Object.values(data ?? {}).every((value) => value === null)) head.status = 503;
};
