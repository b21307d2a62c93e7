/** Asks one subgraph over HTTP: signs the bytes it sends, waits no longer than it may, tells clients nothing internal. */
import { Pool } from "undici";
import { areShared, signContext, type ContextKeys, type Viewer } from "../../platform/auth/index.js";
import { createDisclosureLog, type DisclosureReport } from "../../platform/disclosure/enforcement/index.js";
import { localDateOf } from "../../platform/domain/index.js";
import { createGraphQLError, outcomeOf } from "../../platform/errors/index.js";
import { MAX_ANSWER_BYTES } from "../../platform/subgraph/wire.js";
import { logEvent, type Logger, type Metrics } from "../../platform/telemetry/index.js";
import type { GatewayContext } from "../context.js";
import { isAdded, type GuardedQuery } from "../disclosure/partner-guard.js";
import type { SubgraphPolicy } from "../disclosure/policy-in-force.js";
import { subgraphAddress } from "./address.js";
import { askedData } from "./asked-data.js";
import { causeOf, isClosed } from "./call-failure.js";
import { exchange, GivenUp, type Exchanged } from "./exchange.js";
import { inOurWords } from "./partner-errors.js";
import { readAnswer } from "./read-answer.js";
import type { SubgraphAnswer, SubgraphRequest } from "./subgraph.js";
import { toldViewer } from "./told-viewer.js";

/** Longest time of one call (docs/limits.md). */
const CALL_DEADLINE_MS = 3_000;

/** What it takes to ask a service. */
export interface HttpSubgraphOptions {
  /** Keys that it shares make it one of ours, where the policy says that it enforces; under others it is a partner's. */
  readonly keys: ContextKeys;
  /** What a partner's calls viewers. @default nothing */
  readonly pseudonymOf?: ((viewer: Viewer) => string | undefined) | undefined;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** @default 3000 */
  readonly callDeadlineMs?: number | undefined;
}

/** A service at an address. */
export interface HttpSubgraph {
  /** Asks it under the policy of the request's generation. Throws UPSTREAM_UNAVAILABLE or UPSTREAM_TIMEOUT. */
  ask(request: SubgraphRequest, policy: SubgraphPolicy): Promise<SubgraphAnswer>;
  /** Ends its connections. */
  close(): Promise<void>;
}

/** Creates the way to a service. Throws a sentence where the address is no good. */
export const createHttpSubgraph = (name: string, address: string, options: HttpSubgraphOptions): HttpSubgraph => {
  const { origin, target } = subgraphAddress(address);
  const { pseudonymOf = () => undefined } = options;
  const isShared = areShared(options.keys);
  const pool = new Pool(origin, {
    connections: 32,
    connect: { timeout: 500 },
    headersTimeout: 10_000,
    bodyTimeout: 10_000,
  });
  const failed = (context: GatewayContext, error: unknown): Error => {
    const cause = causeOf(error);
    const code = cause === "timeout" || cause === "left" ? "UPSTREAM_TIMEOUT" : "UPSTREAM_UNAVAILABLE";
    options.metrics.subgraphRequests.inc({ service: name, outcome: code, cause });
    const { requestId } = context;
    logEvent(options.log, code, { service: name, requestId, cause, error });
    return createGraphQLError(code, undefined, { service: name });
  };
  return {
    async ask({ operation, variables, context }, policy) {
      const { query } = operation;
      const isTrusted = policy.enforces && isShared;
      const guarded = isTrusted ? undefined : policy.guard.prepare(query);
      context.subgraphRequests += 1;
      const body = `${(guarded?.operation ?? operation).head}${variables}}`;
      const sentAt = Date.now();
      const waitMs = Math.min(options.callDeadlineMs ?? CALL_DEADLINE_MS, context.deadlineAt - sentAt);
      if (waitMs <= 0) throw failed(context, new GivenUp("The time of the request is over."));
      // Signed each time again: a subgraph takes a signature once.
      const signedHeaders = (): Readonly<Record<string, string>> =>
        signContext(
          {
            context: {
              subgraph: name,
              viewer: isTrusted ? context.viewer : toldViewer(context.viewer, guarded, pseudonymOf),
              asOf: context.asOf.toISOString(),
              requestId: context.requestId,
              language: context.language,
              traceparent: context.traceparent,
              timeoutMs: waitMs,
              policyHash: policy.hash,
            },
            method: "POST",
            path: target,
            body,
          },
          options.keys,
        );
      const send = (): Promise<Exchanged> =>
        exchange(pool, {
          path: target,
          headers: { accept: "application/json", ...signedHeaders() },
          body,
          waitMs: sentAt + waitMs - Date.now(),
          gone: context.gone,
          mostBytes: MAX_ANSWER_BYTES,
        });
      let answer: SubgraphAnswer;
      try {
        const exchanged = await send().catch((cause: unknown) => {
          if (isMutation(query) || !isClosed(cause)) throw cause;
          return send();
        });
        answer = readAnswer(exchanged);
      } catch (error) {
        throw failed(context, error);
      }
      options.metrics.subgraphRequests.inc({ service: name, outcome: outcomeOf(answer.errors), cause: "" });
      if (!isTrusted) answer = askedFor((guarded?.operation ?? operation).query, answer);
      const disclosure = disclosureOf(answer, { isTrusted, policy, guarded, query, context });
      return { data: answer.data, errors: answer.errors, disclosure };
    },
    close: () => pool.destroy(),
  };
};

/** Of the answer of a service that is not trusted, what was asked for; of its errors none about what the guard added, and those in our words. */
const askedFor = (query: string, { data, errors }: SubgraphAnswer): SubgraphAnswer => ({
  data: askedData(query, data),
  errors: errors?.filter(({ path }) => !isAdded(path)).map(inOurWords),
});

/** What was withheld and masked: by the subgraph itself, or in its stead, where it is not trusted or goes by other rules. */
const disclosureOf = (
  { data, disclosure }: SubgraphAnswer,
  asked: {
    isTrusted: boolean;
    policy: SubgraphPolicy;
    guarded: GuardedQuery | undefined;
    query: string;
    context: GatewayContext;
  },
): DisclosureReport | undefined => {
  const { isTrusted, policy, guarded, query, context } = asked;
  if (isTrusted && !disclosure?.otherPolicy) return disclosure;
  const log = createDisclosureLog();
  const request = { viewer: context.viewer, on: localDateOf(context.asOf), log };
  if (isTrusted) policy.guard.prepare(query)?.withholdAll(data, request);
  else guarded?.apply(data, request);
  return log.report();
};

const isMutation = (query: string): boolean => /^\s*mutation\b/.test(query);
