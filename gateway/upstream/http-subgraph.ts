/** Asks one subgraph over HTTP: signs the bytes it sends, waits no longer than it may, tells clients nothing internal. */
import { Pool } from "undici";
import { CONTEXT_HEADER, signContext, type ContextKeys } from "../../platform/auth/index.js";
import { createDisclosureLog, type DisclosureReport } from "../../platform/disclosure/enforcement/index.js";
import { createGraphQLError, outcomeOf } from "../../platform/errors/index.js";
import { MAX_ANSWER_BYTES } from "../../platform/subgraph/wire.js";
import { logEvent, type Logger, type Metrics } from "../../platform/telemetry/index.js";
import type { GatewayContext } from "../context.js";
import { isAdded, type GuardedQuery } from "../disclosure/partner-guard.js";
import type { SubgraphPolicy } from "../disclosure/policy-in-force.js";
import type { Gone } from "../waiters.js";
import { exchange, GivenUp, type Exchanged } from "./exchange.js";
import { readAnswer } from "./read-answer.js";
import { createSharedCalls, viewerOf, type Call, type Given, type SharedCalls } from "./shared-calls.js";
import type { SubgraphAnswer, SubgraphRequest } from "./subgraph.js";
import { createSubgraphSlots, type SubgraphSlots } from "./subgraph-slots.js";

/** Longest time of one call (docs/limits.md). */
const CALL_DEADLINE_MS = 3_000;

/** What it takes to ask a service. */
export interface HttpSubgraphOptions {
  readonly keys: ContextKeys;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** @default 3000 */
  readonly callDeadlineMs?: number | undefined;
  /** @default those of SLOT_LIMITS */
  readonly slots?: SubgraphSlots;
  /** Calls of all services. @default those of this one alone */
  readonly calls?: SharedCalls;
}

/** A call with its document. */
interface Sent extends Omit<Call, "isHeavy"> {
  readonly query: string;
}

type Failure = "UPSTREAM_UNAVAILABLE" | "UPSTREAM_TIMEOUT";

/** A service at an address; it has a place for so many requests at once. */
export interface HttpSubgraph {
  /** Asks it under the policy of the request's generation. Throws UPSTREAM_UNAVAILABLE, UPSTREAM_TIMEOUT or SERVICE_UNAVAILABLE. */
  ask(request: SubgraphRequest, policy: SubgraphPolicy): Promise<SubgraphAnswer>;
  /** Ends its connections. */
  close(): Promise<void>;
}

/** Creates the way to a service. */
export const createHttpSubgraph = (name: string, address: string, options: HttpSubgraphOptions): HttpSubgraph => {
  const { slots = createSubgraphSlots(name), calls = createSharedCalls() } = options;
  const { origin, pathname } = new URL(address);
  const pool = new Pool(origin, {
    connections: 32,
    connect: { timeout: 500 },
    headersTimeout: 10_000,
    bodyTimeout: 10_000,
  });
  const failed = (code: Failure, context: GatewayContext, cause: unknown): Error => {
    options.metrics.subgraphRequests.inc({ service: name, outcome: code });
    const { requestId } = context;
    logEvent(options.log, code, { service: name, requestId, error: cause });
    return createGraphQLError(code, undefined, { service: name });
  };
  /** Makes a call; what becomes of it is counted and logged once, whoever waits for it. */
  const make = async ({ query, body, context, viewer, policyHash }: Sent, gone: Gone): Promise<Given> => {
    context.subgraphRequests += 1;
    const sentAt = Date.now();
    const waitMs = Math.min(options.callDeadlineMs ?? CALL_DEADLINE_MS, context.deadlineAt - sentAt);
    if (waitMs <= 0) throw failed("UPSTREAM_TIMEOUT", context, new Error("The time of the request is over."));
    // Signed each time again: a subgraph takes a signature once.
    const signature = (): string =>
      signContext(
        {
          context: {
            subgraph: name,
            viewer,
            asOf: context.asOf.toISOString(),
            requestId: context.requestId,
            language: context.language,
            traceparent: context.traceparent,
            timeoutMs: waitMs,
            policyHash,
          },
          method: "POST",
          path: pathname,
          body,
        },
        options.keys,
      );
    const send = (): Promise<Exchanged> =>
      exchange(pool, {
        path: pathname,
        headers: {
          "content-type": "application/json",
          accept: "application/json",
          // The signed context has both too; these are for who reads no context, such as a proxy.
          "x-request-id": context.requestId,
          traceparent: context.traceparent,
          [CONTEXT_HEADER]: signature(),
        },
        body,
        waitMs: sentAt + waitMs - Date.now(),
        gone,
        mostBytes: MAX_ANSWER_BYTES,
      });
    let given: Given;
    try {
      const { status, text } = await send().catch((cause: unknown) => {
        if (isMutation(query) || !isClosed(cause)) throw cause;
        return send();
      });
      if (status !== 200) throw new Error(`status ${status}`);
      given = { text, answer: readAnswer(text) };
    } catch (cause) {
      const isLate = cause instanceof GivenUp || isTimeout(cause);
      throw failed(isLate ? "UPSTREAM_TIMEOUT" : "UPSTREAM_UNAVAILABLE", context, cause);
    }
    options.metrics.subgraphRequests.inc({ service: name, outcome: outcomeOf(given.answer.errors) });
    return given;
  };
  const answerTo = async (sent: Sent): Promise<SubgraphAnswer> => {
    const { nodes } = sent.context.cost;
    const begin = (gone: Gone): Promise<Given> =>
      slots.run({ nodes, gone, deadlineAt: sent.context.deadlineAt }, () => make(sent, gone));
    if (!isMutation(sent.query)) return calls.run({ ...sent, isHeavy: slots.isHeavy(nodes) }, begin);
    try {
      return (await begin(sent.context.gone)).answer;
    } finally {
      calls.forget();
    }
  };
  return {
    async ask({ operation, variables, context }, policy) {
      const { query } = operation;
      const guarded = policy.enforces ? undefined : policy.guard.prepare(query);
      const answer = await answerTo({
        service: name,
        query,
        body: `${(guarded?.operation ?? operation).head}${variables}}`,
        viewer: viewerOf(operation, context),
        policyHash: policy.hash,
        context,
        joined() {
          context.sharedSubgraphRequests += 1;
          options.metrics.sharedSubgraphRequests.inc({ service: name });
        },
      });
      const errors = guarded ? answer.errors?.filter(({ path }) => !isAdded(path)) : answer.errors;
      const disclosure = disclosureOf(answer, { policy, guarded, query, context });
      return { data: answer.data, errors, disclosure };
    },
    close: () => pool.destroy(),
  };
};

/** What was withheld and masked: by the subgraph itself, or in its stead, where it does not or goes by other rules. */
const disclosureOf = (
  { data, disclosure }: SubgraphAnswer,
  asked: { policy: SubgraphPolicy; guarded: GuardedQuery | undefined; query: string; context: GatewayContext },
): DisclosureReport | undefined => {
  const { policy, guarded, query, context } = asked;
  if (policy.enforces && !disclosure?.otherPolicy) return disclosure;
  const log = createDisclosureLog();
  const request = { viewer: context.viewer, on: context.today, log };
  if (policy.enforces) policy.guard.prepare(query)?.withholdAll(data, request);
  else guarded?.apply(data, request);
  return log.report();
};

const isMutation = (query: string): boolean => /^\s*mutation\b/.test(query);

/**
 * Whether the connection ended before an answer began, as a kept one may when the service closes it for its idleness at the same moment.
 * A query may then be asked once more (RFC 9110 §9.2.2: what is safe may be repeated); a mutation may have happened.
 */
const isClosed = (cause: unknown): boolean =>
  ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"].includes((cause as { code?: string }).code ?? "");

const isTimeout = (cause: unknown): boolean =>
  /Timeout/i.test((cause as { code?: string; name?: string }).code ?? "") &&
  !/CONNECT/.test((cause as { code?: string }).code ?? "");
