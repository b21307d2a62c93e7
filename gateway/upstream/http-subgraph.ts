/** Asks one subgraph over HTTP: signs the bytes it sends, waits no longer than it may, tells clients nothing internal. */
import { Pool } from "undici";
import { CONTEXT_HEADER, signContext, type ContextKeys } from "../../platform/auth/index.js";
import { createDisclosureLog, type DisclosureReport } from "../../platform/disclosure/enforcement/index.js";
import { localDateOf } from "../../platform/domain/index.js";
import { createGraphQLError, outcomeOf } from "../../platform/errors/index.js";
import { MAX_ANSWER_BYTES } from "../../platform/subgraph/wire.js";
import { logEvent, type Logger, type Metrics } from "../../platform/telemetry/index.js";
import type { GatewayContext } from "../context.js";
import { isAdded, type GuardedQuery } from "../disclosure/partner-guard.js";
import type { SubgraphPolicy } from "../disclosure/policy-in-force.js";
import { exchange, GivenUp, type Exchanged } from "./exchange.js";
import type { SubgraphAnswer, SubgraphRequest } from "./subgraph.js";

/** Longest time of one call (docs/limits.md). */
const CALL_DEADLINE_MS = 3_000;

/** What it takes to ask a service. */
export interface HttpSubgraphOptions {
  readonly keys: ContextKeys;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** @default 3000 */
  readonly callDeadlineMs?: number;
}

type Failure = "UPSTREAM_UNAVAILABLE" | "UPSTREAM_TIMEOUT";

/** A service at an address. */
export interface HttpSubgraph {
  /** Asks it under the policy of the request's generation. Throws UPSTREAM_UNAVAILABLE or UPSTREAM_TIMEOUT. */
  ask(request: SubgraphRequest, policy: SubgraphPolicy): Promise<SubgraphAnswer>;
  /** Ends its connections. */
  close(): Promise<void>;
}

/** Creates the way to a service. */
export const createHttpSubgraph = (name: string, address: string, options: HttpSubgraphOptions): HttpSubgraph => {
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
  return {
    async ask({ operation, variables, context }, policy) {
      const { query } = operation;
      const guarded = policy.enforces ? undefined : policy.guard.prepare(query);
      context.subgraphRequests += 1;
      const body = `${(guarded?.operation ?? operation).head}${variables}}`;
      const sentAt = Date.now();
      const waitMs = Math.min(options.callDeadlineMs ?? CALL_DEADLINE_MS, context.deadlineAt - sentAt);
      if (waitMs <= 0) throw failed("UPSTREAM_TIMEOUT", context, new Error("The time of the request is over."));
      // Signed each time again: a subgraph takes a signature once.
      const signature = (): string =>
        signContext(
          {
            context: {
              subgraph: name,
              viewer: context.viewer,
              asOf: context.asOf.toISOString(),
              requestId: context.requestId,
              language: context.language,
              traceparent: context.traceparent,
              timeoutMs: waitMs,
              policyHash: policy.hash,
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
          gone: context.gone,
          mostBytes: MAX_ANSWER_BYTES,
        });
      let answer: SubgraphAnswer;
      try {
        const { status, text } = await send().catch((cause: unknown) => {
          if (isMutation(query) || !isClosed(cause)) throw cause;
          return send();
        });
        if (status !== 200) throw new Error(`status ${status}`);
        answer = checkedAnswer(JSON.parse(text));
      } catch (cause) {
        const isLate = cause instanceof GivenUp || isTimeout(cause);
        throw failed(isLate ? "UPSTREAM_TIMEOUT" : "UPSTREAM_UNAVAILABLE", context, cause);
      }
      options.metrics.subgraphRequests.inc({ service: name, outcome: outcomeOf(answer.errors) });
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
  const request = { viewer: context.viewer, on: localDateOf(context.asOf), log };
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

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** Only the shape that GraphQL allows goes on to the engine, which trusts it (threat E08). */
const checkedAnswer = (answer: unknown): SubgraphAnswer => {
  if (!isRecord(answer)) throw new Error("The answer is not an object.");
  const { data, errors, extensions } = answer;
  if (data === undefined && errors === undefined) throw new Error("The answer has neither data nor errors.");
  if (data !== undefined && data !== null && !isRecord(data)) throw new Error("The data is not an object.");
  if (errors !== undefined && !(Array.isArray(errors) && errors.every(isError)))
    throw new Error("The errors are not a list of errors.");
  const disclosure = isRecord(extensions) && isRecord(extensions["disclosure"]) ? extensions["disclosure"] : undefined;
  if (disclosure && !["withheld", "masked"].every((kind) => isEntries(disclosure[kind])))
    throw new Error("The disclosure report is not what subgraphs report.");
  return { data, errors, disclosure } as SubgraphAnswer;
};

const isEntries = (entries: unknown): boolean =>
  Array.isArray(entries) &&
  entries.every(
    (entry: unknown) =>
      isRecord(entry) &&
      Array.isArray(entry["path"]) &&
      entry["path"].every((key: unknown) => typeof key === "string") &&
      typeof entry["rule"] === "string" &&
      Number.isSafeInteger(entry["count"]),
  );

const isError = (error: unknown): boolean =>
  isRecord(error) &&
  typeof error["message"] === "string" &&
  (error["path"] === undefined || error["path"] === null || Array.isArray(error["path"])) &&
  (error["extensions"] === undefined || error["extensions"] === null || isRecord(error["extensions"]));
