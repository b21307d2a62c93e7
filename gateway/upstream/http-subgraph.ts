/** Asks one subgraph over HTTP: signs the bytes it sends, waits no longer than it may, tells clients nothing internal. */
import { Pool } from "undici";
import { areShared, signContext, type ContextKeys, type Viewer } from "../../platform/auth/index.js";
import { createDisclosureLog, type DisclosureReport } from "../../platform/disclosure/enforcement/index.js";
import { createGraphQLError, outcomeOf } from "../../platform/errors/index.js";
import { MAX_ANSWER_BYTES } from "../../platform/subgraph/wire.js";
import { logEvent, type Logger, type Metrics } from "../../platform/telemetry/index.js";
import type { GatewayContext } from "../context.js";
import type { GuardedQuery } from "../disclosure/partner-guard.js";
import type { SubgraphPolicy } from "../disclosure/policy-in-force.js";
import type { Gone } from "../waiters.js";
import { subgraphAddress } from "./address.js";
import { askedOf, onlyAsked } from "./asked-data.js";
import { isWithin } from "./answer-measure.js";
import { CallFailed, causeOf, isClosed } from "./call-failure.js";
import { exchange, GivenUp, type Exchanged } from "./exchange.js";
import { inOurWords } from "./partner-errors.js";
import { readAnswer } from "./read-answer.js";
import { createSharedCalls, viewerOf, type Call, type Given, type SharedCalls } from "./shared-calls.js";
import { createSubgraphSlots, type SubgraphSlots } from "./subgraph-slots.js";
import type { SubgraphAnswer, SubgraphRequest } from "./subgraph.js";
import { toldViewer } from "./told-viewer.js";

/** Longest time of one call (docs/limits.md). */
export const CALL_DEADLINE_MS = 3_000;

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
  /** @default those of SLOT_LIMITS */
  readonly slots?: SubgraphSlots;
  /** Calls of all services. @default those of this one alone */
  readonly calls?: SharedCalls;
}

/** A call with its document, and what the service is told of who asks. */
interface Sent extends Omit<Call, "isHeavy"> {
  readonly query: string;
  readonly told: object;
}

/** A service at an address; it has places for so many requests at once. */
export interface HttpSubgraph {
  /** Asks it under the policy of the request's generation. Throws UPSTREAM_UNAVAILABLE, UPSTREAM_TIMEOUT or SERVICE_UNAVAILABLE. */
  ask(request: SubgraphRequest, policy: SubgraphPolicy): Promise<SubgraphAnswer>;
  /** Ends its connections. */
  close(): Promise<void>;
}

/** Creates the way to a service. Throws a sentence where the address is no good. */
export const createHttpSubgraph = (name: string, address: string, options: HttpSubgraphOptions): HttpSubgraph => {
  const { origin, target } = subgraphAddress(address);
  const { pseudonymOf = () => undefined, slots = createSubgraphSlots(name), calls = createSharedCalls() } = options;
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
  /** Makes a call; what becomes of it is counted and logged once, whoever waits for it. */
  const make = async ({ query, body, context, told, policyHash }: Sent, gone: Gone): Promise<Given> => {
    context.subgraphRequests += 1;
    const sentAt = Date.now();
    const waitMs = Math.min(options.callDeadlineMs ?? CALL_DEADLINE_MS, context.deadlineAt - sentAt);
    if (waitMs <= 0) throw failed(context, new GivenUp("The time of the request is over."));
    const { asOf, requestId, language, traceparent } = context;
    // Signed each time again: a subgraph takes a signature once.
    const signedHeaders = (): Readonly<Record<string, string>> =>
      signContext(
        {
          context: {
            subgraph: name,
            viewer: told,
            asOf: asOf.toISOString(),
            requestId,
            language,
            traceparent,
            timeoutMs: waitMs,
            policyHash,
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
        gone,
        mostBytes: MAX_ANSWER_BYTES,
      });
    let given: Given;
    try {
      const exchanged = await send().catch((cause: unknown) => {
        if (isMutation(query) || !isClosed(cause)) throw cause;
        return send();
      });
      // Before it is read, of whoever is not ours.
      if (!isShared && !isWithin(exchanged.text)) throw new CallFailed("too-complex");
      given = { exchanged, answer: readAnswer(exchanged) };
    } catch (error) {
      throw failed(context, error);
    }
    options.metrics.subgraphRequests.inc({ service: name, outcome: outcomeOf(given.answer.errors), cause: "" });
    return given;
  };
  const answerTo = async (sent: Sent): Promise<SubgraphAnswer> => {
    const { nodes } = sent.context.cost;
    const writes = isMutation(sent.query);
    const begin = (gone: Gone): Promise<Given> =>
      slots.run({ nodes, writes, gone, deadlineAt: sent.context.deadlineAt }, () => make(sent, gone));
    if (!writes) return calls.run({ ...sent, isHeavy: slots.isHeavy(nodes) }, begin);
    try {
      return (await begin(sent.context.gone)).answer;
    } finally {
      calls.forget();
    }
  };
  return {
    async ask({ operation, variables, context }, policy) {
      const { query } = operation;
      const isTrusted = policy.enforces && isShared;
      const guarded = isTrusted ? undefined : policy.guard.prepare(query);
      const viewer = isTrusted ? viewerOf(operation, context) : context.viewer;
      const given = await answerTo({
        service: name,
        address,
        query,
        body: `${(guarded?.operation ?? operation).head}${variables}}`,
        viewer,
        told: isTrusted ? viewer : toldViewer(viewer, guarded, pseudonymOf),
        policyHash: policy.hash,
        context,
        joined() {
          context.sharedSubgraphRequests += 1;
          options.metrics.sharedSubgraphRequests.inc({ service: name });
        },
      });
      const answer = isTrusted ? given : askedFor((guarded?.operation ?? operation).query, given);
      const disclosure = disclosureOf(answer, { isTrusted, policy, guarded, query, context });
      return { data: answer.data, errors: answer.errors, disclosure };
    },
    close: () => pool.destroy(),
  };
};

/** Of the answer of a service that is not trusted, what was asked for; of its errors none about what the guard added, and those in our words. */
const askedFor = (query: string, { data, errors }: SubgraphAnswer): SubgraphAnswer => {
  const asked = askedOf(query);
  return { data: onlyAsked(data, asked), errors: errors && inOurWords(errors, asked) };
};

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
  const request = { viewer: context.viewer, on: context.today, log };
  if (isTrusted) policy.guard.prepare(query)?.withholdAll(data, request);
  else guarded?.apply(data, request);
  return log.report();
};

const isMutation = (query: string): boolean => /^\s*mutation\b/.test(query);
