/** Serves a subgraph over HTTP: only signed requests, one context per request, closed fields enforced. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Knex } from "knex";
import { createContextVerifier, type ContextKeys, type SignerKeys } from "../auth/index.js";
import { enforceDisclosure } from "../disclosure/enforcement/index.js";
import type { AgreementBook } from "../disclosure/decision/index.js";
import type { PolicyTable } from "../disclosure/table/index.js";
import type { CodeKeys } from "../domain/index.js";
import { ERROR_CODES, toFormattedError, type ErrorCode } from "../errors/index.js";
import { createCursorCodec } from "../graphql/index.js";
import { pathOf, sendJson, startHttpService, type HttpService } from "../http/index.js";
import { createReceiptReader } from "../files/index.js";
import { keepLaw } from "../law/index.js";
import { MESSAGES_PATH } from "../outbox/index.js";
import { createMetrics, logEvent, type Logger, type PushMetrics, type Tracing } from "../telemetry/index.js";
import { readSteps, stepsAsked } from "../write/index.js";
import { createAsk, dependenciesOf, type RequestBasis } from "./ask.js";
import type { SubgraphDefinition } from "./definition.js";
import { createFileDoor, heldFilesOf } from "./file-door.js";
import { createFailureReport } from "./failure-report.js";
import { limitWork } from "./limit-work.js";
import { startMessages, type MessageOptions } from "./messages.js";
import { refuseRequest } from "./refuse-request.js";
import { runBatch } from "./run-batch.js";
import { buildSubgraph } from "./schema.js";
import type { BatchCall } from "./loading.js";
import { readSigned, type RequestLimits } from "./signed-request.js";
import { BATCH_CLIENT, FILES_PATH, HELD_FILES, STEPS_TAKEN, TRIAL } from "./wire.js";

/** Where batch calls are made, each by its name. */
const BATCHES = "/batch/";

/** What a subgraph process is given. */
export interface SubgraphOptions {
  readonly host: string;
  readonly port: number;
  readonly db: Knex;
  readonly contextKeys: ContextKeys;
  /** Secret from which cursors are sealed; the same on all replicas. */
  readonly cursorSecret: string;
  /** Keys of the codes that the service gives out; NO_CODE_KEYS where it gives out none. */
  readonly codeKeys: CodeKeys;
  /** Public keys of the gateway's receipts of uploads. @default none, no upload is known */
  readonly uploadSigners?: SignerKeys;
  readonly policy: PolicyTable;
  /** Where its messages go and come from. @default nowhere, what it sends waits */
  readonly messages?: MessageOptions;
  /** Data-sharing agreements. @default none, SHARED is then held by no one */
  readonly agreements?: AgreementBook;
  /** How much one request may cause. @default DEFAULT_LIMITS */
  readonly limits?: Partial<RequestLimits>;
  /** Until it resolves, a subgraph that is told to stop says so at /readyz and goes on serving. @default no notice */
  readonly notice?: () => Promise<unknown>;
  readonly log: Logger;
  /** Where spans go. @default nowhere */
  readonly tracing?: Tracing | undefined;
  /** Sends metrics beside what stands at /metrics. @default they are read there alone */
  readonly pushMetrics?: PushMetrics | undefined;
}

/** Ten seconds, as the gateway waits for a whole request, and as many nodes as it lets a signed-in viewer ask for. */
export const DEFAULT_LIMITS: RequestLimits = { longestMs: 10_000, nodes: 50_000 };

/** A running subgraph. */
export interface RunningSubgraph {
  readonly name: string;
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the subgraph; resolves when it listens. It starts without its database and says so at /readyz. */
export const startSubgraph = async <Services>(
  definition: SubgraphDefinition<Services>,
  options: SubgraphOptions,
): Promise<RunningSubgraph> => {
  const { schema } = await buildSubgraph(definition);
  enforceDisclosure(schema, {
    table: options.policy,
    subgraph: definition.name,
    ...(options.agreements ? { agreements: options.agreements } : {}),
  });
  limitWork(schema);
  const isOtherPolicy = createPolicyCheck(options.policy.subgraphs[definition.name]?.hash, options.log);
  const metrics = createMetrics(definition.name);
  const verifier = createContextVerifier({ subgraph: definition.name, keys: options.contextKeys });
  const { db, codeKeys, log } = options;
  const basis: RequestBasis = {
    db,
    codeKeys,
    log,
    cursors: createCursorCodec(options.cursorSecret),
    readReceipt: createReceiptReader(options.uploadSigners ?? new Map()),
  };
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const ask = createAsk({
    schema,
    basis,
    createServices: definition.createServices,
    isOtherPolicy,
    limits,
    metrics,
    tracing: options.tracing && { tracing: options.tracing, service: definition.name },
  });
  const messages = startMessages(definition, { ...options, metrics });
  const answerFile = createFileDoor(definition, { basis, limits });
  const batches: Readonly<Record<string, BatchCall>> = {
    ...definition.batches,
    [HELD_FILES]: heldFilesOf(definition),
    [STEPS_TAKEN]: (input, own) => readSteps(own.db, stepsAsked.parse(input)),
  };
  /** Doors without a signature, by their paths: they tell nothing of any record. */
  const doors: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    "/livez": async (response) => sendJson(response, 200, '{"status":"ok"}'),
    "/readyz": (response) => answerReadiness(db, response),
    "/metrics": async (response) =>
      sendJson(response, 200, await metrics.registry.metrics(), metrics.registry.contentType),
  };
  const answerSigned = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const signed = await readSigned(request, verifier);
    const path = pathOf(request);
    if (path === "/graphql") return ask(signed, response);
    if (path.startsWith(FILES_PATH)) return answerFile(signed.signed, path.slice(FILES_PATH.length), response);
    const name = path.slice(BATCHES.length);
    const batch = Object.hasOwn(batches, name) ? batches[name] : undefined;
    if (!batch || signed.signed.viewer.clientId !== BATCH_CLIENT) return sendJson(response, 404, '{"errors":[]}');
    const trial = request.url === `${path}${TRIAL}`;
    const dependencies = dependenciesOf(basis, signed.signed);
    await answerBatch(response, () => runBatch(batch, signed.body, dependencies, trial), dependencies.log);
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const path = pathOf(request);
    const door = Object.hasOwn(doors, path) ? doors[path] : undefined;
    if (door && (request.method === "GET" || request.method === "HEAD")) return void door(response);
    if (path.startsWith(MESSAGES_PATH))
      return void messages.answer(request, response).catch((error: unknown) => refuseRequest(response, error, log));
    if (path !== "/graphql" && !path.startsWith(BATCHES) && !path.startsWith(FILES_PATH))
      return sendJson(response, 404, '{"errors":[]}');
    answerSigned(request, response).catch((error: unknown) => refuseRequest(response, error, log));
  };

  const law = await keepLaw({ db: options.db, log: options.log });
  const http: HttpService = await startHttpService({
    listener,
    host: options.host,
    port: options.port,
    notice: options.notice,
  });
  const pushed = options.pushMetrics?.(metrics.registry);
  logEvent(options.log, "LISTENING", { url: http.url });
  return {
    name: definition.name,
    url: `${http.url}/graphql`,
    async stop() {
      law.stop();
      await http.stop();
      await messages.stop();
      // Before its database ends, of which some figures are.
      await pushed?.stop();
      await options.db.destroy();
      await options.tracing?.stop();
    },
  };
};

/**
 * True where the gateway goes by other rules for this subgraph: then all closed fields are withheld, which is the stricter
 * of the two. Each such hash is logged once. A caller without a gateway's table, such as an import, sends none.
 */
const createPolicyCheck = (own: string | undefined, log: Logger): ((given: string | undefined) => boolean) => {
  const logged = new Set<string>();
  return (given) => {
    if (given === undefined || given === own) return false;
    if (!logged.has(given) && logged.size < 100) {
      logged.add(given);
      logEvent(log, "POLICY_MISMATCH", { own, gateway: given });
    }
    return true;
  };
};

/** Makes a batch call; where it fails, the answer says what became of it, and a line why. */
const answerBatch = async (response: ServerResponse, batch: () => Promise<unknown>, log: Logger): Promise<void> => {
  try {
    sendJson(response, 200, JSON.stringify({ output: await batch() }));
  } catch (error) {
    const told = toFormattedError(
      { message: "" },
      error,
      createFailureReport(() => log),
    );
    const { code } = told.extensions as { code: ErrorCode };
    sendJson(response, ERROR_CODES[code].httpStatus, JSON.stringify({ errors: [told] }));
  }
};

const answerReadiness = async (db: Knex, response: ServerResponse): Promise<void> => {
  try {
    await db.raw("select 1");
    sendJson(response, 200, '{"status":"ok"}');
  } catch {
    sendJson(response, 503, '{"status":"database unavailable"}');
  }
};
