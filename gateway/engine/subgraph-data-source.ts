/** Asks one subgraph over HTTP: signs the bytes it sends, waits no longer than it may, tells clients nothing internal. */
import type { GraphQLDataSource } from "@apollo/gateway";
import type { GraphQLFormattedError } from "graphql";
import { Pool } from "undici";
import { CONTEXT_HEADER, signContext, type ContextKeys } from "../../platform/auth/index.js";
import type { DisclosureReport } from "../../platform/disclosure/index.js";
import { createGraphQLError } from "../../platform/errors/index.js";
import type { Metrics } from "../../platform/telemetry/index.js";
import type { GatewayContext } from "../context.js";

/** Longest time of one call (security.md §1). */
const CALL_DEADLINE_MS = 3_000;
/** Largest answer. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/** What every data source of the gateway needs. */
export interface DataSourceOptions {
  readonly keys: ContextKeys;
  readonly policyHash: string;
  readonly metrics: Metrics;
  /** @default 3000 */
  readonly callDeadlineMs?: number;
}

interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: { readonly disclosure?: DisclosureReport };
}

type Failure = "UPSTREAM_UNAVAILABLE" | "UPSTREAM_TIMEOUT";

/** Data source of one subgraph; `close` ends its connections. */
export type SubgraphDataSource = GraphQLDataSource<Record<string, unknown>> & { close(): Promise<void> };

/** Creates the data source. */
export const createSubgraphDataSource = (
  name: string,
  address: string,
  options: DataSourceOptions,
): SubgraphDataSource => {
  const { origin, pathname } = new URL(address);
  const pool = new Pool(origin, {
    connections: 32,
    connect: { timeout: 500 },
    headersTimeout: 10_000,
    bodyTimeout: 10_000,
  });
  const failed = (code: Failure): Error => {
    options.metrics.subgraphRequests.inc({ service: name, outcome: code });
    return createGraphQLError(code, undefined, { service: name });
  };
  return {
    async process(asked) {
      const { request, context: passed } = asked;
      const context = passed as unknown as GatewayContext;
      context.subgraphRequests += 1;
      const body = JSON.stringify({
        query: request.query,
        variables: request.variables,
        operationName: request.operationName,
      });
      const waitMs = Math.min(options.callDeadlineMs ?? CALL_DEADLINE_MS, context.deadlineAt - Date.now());
      if (waitMs <= 0) throw failed("UPSTREAM_TIMEOUT");
      const signature = signContext(
        {
          context: {
            subgraph: name,
            viewer: context.viewer,
            asOf: context.asOf.toISOString(),
            requestId: context.requestId,
            policyHash: options.policyHash,
          },
          method: "POST",
          path: pathname,
          body,
        },
        options.keys,
      );
      const signal = AbortSignal.timeout(waitMs);
      let answer: SubgraphAnswer;
      try {
        const response = await pool.request({
          method: "POST",
          path: pathname,
          headers: { "content-type": "application/json", accept: "application/json", [CONTEXT_HEADER]: signature },
          body,
          signal,
        });
        const text = await readLimited(response.body, MAX_ANSWER_BYTES);
        if (response.statusCode !== 200) throw new Error(`status ${response.statusCode}`);
        answer = checkedAnswer(JSON.parse(text));
      } catch (cause) {
        throw failed(signal.aborted || isTimeout(cause) ? "UPSTREAM_TIMEOUT" : "UPSTREAM_UNAVAILABLE");
      }
      options.metrics.subgraphRequests.inc({ service: name, outcome: "ok" });
      const place = "pathInIncomingRequest" in asked ? asked.pathInIncomingRequest : undefined;
      for (const entry of answer.extensions?.disclosure?.withheld ?? [])
        context.withheld.push({ ...entry, path: pathInAnswer(entry.path, place) });
      return { data: answer.data as never, errors: answer.errors as never };
    },
    close: () => pool.destroy(),
  };
};

/** A path of the subgraph's answer as the client sees it: an entity stands where the gateway asked for it. */
const pathInAnswer = (path: readonly string[], place: readonly (string | number)[] | undefined): string[] =>
  path[0] === "_entities"
    ? [...(place ?? []).map((step) => (typeof step === "number" ? "@" : step)), ...path.slice(2)]
    : [...path];

const isTimeout = (cause: unknown): boolean =>
  /Timeout/i.test((cause as { code?: string; name?: string }).code ?? "") &&
  !/CONNECT/.test((cause as { code?: string }).code ?? "");

const readLimited = async (body: AsyncIterable<Buffer>, limit: number): Promise<string> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > limit) throw new Error("The answer is too large.");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** Only the shape that GraphQL allows goes on to the engine, which trusts it (security.md E08). */
const checkedAnswer = (answer: unknown): SubgraphAnswer => {
  if (!isRecord(answer)) throw new Error("The answer is not an object.");
  const { data, errors, extensions } = answer;
  if (data === undefined && errors === undefined) throw new Error("The answer has neither data nor errors.");
  if (data !== undefined && data !== null && !isRecord(data)) throw new Error("The data is not an object.");
  if (errors !== undefined && !(Array.isArray(errors) && errors.every(isError)))
    throw new Error("The errors are not a list of errors.");
  const disclosure = isRecord(extensions) && isRecord(extensions["disclosure"]) ? extensions["disclosure"] : undefined;
  if (disclosure && !Array.isArray(disclosure["withheld"])) throw new Error("The disclosure report is not a list.");
  return { data, errors, ...(disclosure ? { extensions: { disclosure } } : {}) } as SubgraphAnswer;
};

const isError = (error: unknown): boolean =>
  isRecord(error) &&
  typeof error["message"] === "string" &&
  (error["path"] === undefined || error["path"] === null || Array.isArray(error["path"])) &&
  (error["extensions"] === undefined || error["extensions"] === null || isRecord(error["extensions"]));
