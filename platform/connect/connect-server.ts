/** Serves a mapping as a subgraph over HTTP: to requests that the gateway signed, and to nobody else. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { GraphQLSchema } from "graphql";
import { createContextVerifier, type FollowedKeys } from "../auth/index.js";
import { runWork } from "../database/request-work.js";
import { pathOf, sendJson, startHttpService, type HttpService } from "../http/index.js";
import { operationIn } from "../subgraph/asked-operation.js";
import { refuseRequest } from "../subgraph/refuse-request.js";
import { beginWork, readSigned, type SignedRequest } from "../subgraph/signed-request.js";
import { createMetrics, logEvent, type Logger, type Metrics } from "../telemetry/index.js";
import type { Backend } from "./backend/backend.js";
import { createConnectExecutor } from "./connect-executor.js";

/** What a process of a mapping is given. */
export interface ConnectServerOptions {
  readonly name: string;
  readonly schema: GraphQLSchema;
  readonly backend: Backend;
  readonly keys: FollowedKeys;
  readonly host: string;
  readonly port: number;
  readonly log: Logger;
  /** Until it resolves, a process that is told to stop says so at /readyz and goes on serving. @default no notice */
  readonly notice?: () => Promise<unknown>;
}

/** The gateway waits 3 s a call and 10 s a request. */
const LIMITS = { longestMs: 10_000, nodes: 50_000 };

/** Starts it; resolves when it listens. */
export const startConnectServer = async (options: ConnectServerOptions): Promise<HttpService> => {
  const { name, keys, backend, log, host, port, notice } = options;
  const verifier = createContextVerifier({ subgraph: name, keys: keys.keys });
  const metrics = createMetrics(name);
  const execute = createConnectExecutor(options.schema, backend);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // Before the body is read: a request that nobody signed asks for no key.
    await keys.lookFor(request.headers["signature-input"]);
    await answerSigned(await readSigned(request, verifier), response);
  };
  const answerSigned = async ({ signed, body }: SignedRequest, response: ServerResponse): Promise<void> => {
    const operation = operationIn(body);
    const startedAt = performance.now();
    const work = beginWork(signed, LIMITS, response);
    const { requestId, traceparent } = signed;
    let requestLog: Logger | undefined;
    const logOf = (): Logger => (requestLog ??= log.child({ requestId, ...(traceparent ? { traceparent } : {}) }));
    await runWork(work, async () => {
      const { status, text, outcome } = await execute(operation, { work, log: logOf });
      observe(metrics, outcome, performance.now() - startedAt);
      sendJson(response, status, text);
    });
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const path = pathOf(request);
    if (path === "/graphql")
      return void answer(request, response).catch((error: unknown) => refuseRequest(response, error, log));
    answerDoor(path, response, { keys, metrics }).catch((error: unknown) => refuseRequest(response, error, log));
  };
  const http = await startHttpService({ listener, host, port, notice });
  logEvent(log, "LISTENING", { url: http.url });
  return {
    ...http,
    async stop() {
      await http.stop();
      await backend.close();
    },
  };
};

/** Doors without a signature; they tell nothing of any record. */
const answerDoor = async (
  path: string,
  response: ServerResponse,
  { keys, metrics }: { readonly keys: FollowedKeys; readonly metrics: Metrics },
): Promise<void> => {
  if (path === "/livez") return sendJson(response, 200, '{"status":"ok"}');
  if (path === "/readyz") {
    // Nobody sends a request to who is not ready, and none of ours would fetch them.
    await keys.warm();
    return keys.ready()
      ? sendJson(response, 200, '{"status":"ok"}')
      : sendJson(response, 503, '{"status":"the gateway\'s keys are not known yet"}');
  }
  if (path === "/metrics")
    return sendJson(response, 200, await metrics.registry.metrics(), metrics.registry.contentType);
  sendJson(response, 404, '{"errors":[]}');
};

const observe = ({ requests, requestSeconds }: Metrics, outcome: string, milliseconds: number): void => {
  requests.inc({ outcome });
  requestSeconds.observe(milliseconds / 1_000);
};
