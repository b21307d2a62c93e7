/** Runs one subgraph as a process: its variables, its database, its server, its drain. */
import { parseServiceKeys, parseSignerKeys, type SignerKeys } from "../auth/index.js";
import {
  logLevel,
  portNumber,
  readConfig,
  registeredPort,
  runMain,
  text,
  variable,
  type ConfigTable,
} from "../config/index.js";
import { z } from "zod";
import { createDatabase } from "../database/index.js";
import { NO_CODE_KEYS, parseCodeKeys } from "../domain/index.js";
import { loadAgreements } from "../disclosure/decision/index.js";
import { loadPolicy } from "../disclosure/table/index.js";
import { DEFAULT_NOTICE_MS, noticeOf, NOTICE_DOC, stopOnSignal } from "../http/index.js";
import {
  createLogger,
  logEvent,
  METRICS_VARIABLES,
  openMetricsPush,
  openTracing,
  TRACING_VARIABLES,
  type MetricsConfig,
  type TracingConfig,
} from "../telemetry/index.js";
import type { SubgraphDefinition } from "./definition.js";
import { messageVariables, readMessageOptions } from "./message-variables.js";
import { DEFAULT_LIMITS, startSubgraph, type RunningSubgraph } from "./server.js";

const positive = z.coerce.number().int().min(1);

/** The variables of a subgraph's process, by kind; each carries the process's name in front. */
export const subgraphVariables = ({
  name,
  codes,
  files,
  ...declared
}: Pick<SubgraphDefinition<never>, "name" | "codes" | "files" | "sends" | "receives">): ConfigTable &
  Record<string, ReturnType<typeof variable<unknown>>> => {
  const prefix = name.toUpperCase();
  return {
    [`${prefix}_HOST`]: variable({ doc: "Address to listen on.", schema: text, fallback: "127.0.0.1" }),
    [`${prefix}_PORT`]: variable({
      doc: "Port of GraphQL, health and metrics.",
      schema: portNumber,
      fallback: String(registeredPort(name)),
    }),
    [`${prefix}_DATABASE_URL`]: variable({
      doc: "PostgreSQL URL with this service's own role.",
      schema: text,
      secret: true,
    }),
    [`${prefix}_CONTEXT_KEYS`]: variable({
      doc: "This service's own keys `id:base64url`, derived from the gateway's by `npm run keys`; all verify.",
      schema: text,
      secret: true,
    }),
    [`${prefix}_CURSOR_SECRET`]: variable({
      doc: "Secret that seals cursors, the same on all replicas.",
      schema: text,
      secret: true,
    }),
    ...(codes === undefined
      ? {}
      : {
          [`${prefix}_CODE_KEYS`]: variable({
            doc: `Keys \`id:base64url\` of ${codes}; the first one makes codes, all verify. A key that is left out voids the codes that it made.`,
            schema: text,
            secret: true,
          }),
        }),
    ...messageVariables({ name, ...declared }),
    ...(files === undefined
      ? {}
      : {
          [`${prefix}_UPLOAD_SIGNERS`]: variable({
            doc: "Public keys `id:base64url` of the gateway's receipts of uploads; `npm run keys` prints them. Empty: no upload is known.",
            schema: z.string(),
            fallback: "",
          }),
        }),
    [`${prefix}_AGREEMENTS`]: variable({
      doc: "Folder of data-sharing agreements, the same for the gateway and all services; empty for none.",
      schema: z.string(),
      fallback: "",
    }),
    [`${prefix}_LONGEST_REQUEST_MS`]: variable({
      doc: "Longest time of one request in milliseconds, whatever the gateway says.",
      schema: positive,
      fallback: String(DEFAULT_LIMITS.longestMs),
    }),
    [`${prefix}_MOST_NODES`]: variable({
      doc: "Most list items that one request may have resolved; above it the request is stopped (LIMIT_EXCEEDED, NODES).",
      schema: positive,
      fallback: String(DEFAULT_LIMITS.nodes),
    }),
    [`${prefix}_NOTICE_MS`]: variable({
      doc: NOTICE_DOC,
      schema: z.coerce.number().int().nonnegative(),
      fallback: String(DEFAULT_NOTICE_MS),
    }),
    [`${prefix}_LOG_LEVEL`]: variable({ doc: "Lowest level that is logged.", schema: logLevel, fallback: "info" }),
    ...TRACING_VARIABLES,
    ...METRICS_VARIABLES,
  };
};

/** Keys of receipts; none where there is no variable, or it is empty. */
const signersOf = (listed: string | undefined): SignerKeys => (listed ? parseSignerKeys(listed) : new Map());

/** Starts a subgraph from an environment. */
export const startFromEnvironment = async <Services>(
  definition: SubgraphDefinition<Services>,
  environment: NodeJS.ProcessEnv,
): Promise<RunningSubgraph> => {
  const prefix = definition.name.toUpperCase();
  const config = readConfig(subgraphVariables(definition), environment) as Record<string, unknown>;
  const value = <T>(suffix: string): T => config[`${prefix}_${suffix}`] as T;
  const log = createLogger({ name: definition.name, level: value("LOG_LEVEL") });
  return startSubgraph(definition, {
    host: value("HOST"),
    port: value("PORT"),
    db: createDatabase({
      url: value("DATABASE_URL"),
      applicationName: `govgraph-${definition.name}`,
      schema: definition.name,
    }),
    contextKeys: parseServiceKeys(value("CONTEXT_KEYS")),
    cursorSecret: value("CURSOR_SECRET"),
    codeKeys: definition.codes === undefined ? NO_CODE_KEYS : parseCodeKeys(value("CODE_KEYS")),
    messages: readMessageOptions(definition, value("DATABASE_URL"), config),
    uploadSigners: signersOf(value("UPLOAD_SIGNERS")),
    policy: loadPolicy(),
    agreements: loadAgreements(value("AGREEMENTS")),
    limits: { longestMs: value("LONGEST_REQUEST_MS"), nodes: value("MOST_NODES") },
    notice: noticeOf(value("NOTICE_MS")),
    log,
    tracing: await openTracing(config as unknown as TracingConfig, {
      service: definition.name,
      followsAsker: true,
      onLost: (error) => logEvent(log, "TRACES_NOT_SENT", { error }),
    }),
    pushMetrics: await openMetricsPush(config as unknown as MetricsConfig, {
      service: definition.name,
      onLost: (error) => logEvent(log, "METRICS_NOT_SENT", { error }),
    }),
  });
};

/** The whole of a subgraph's `main.ts`. */
export const runSubgraph = <Services>(
  definition: SubgraphDefinition<Services>,
  environment: NodeJS.ProcessEnv,
): Promise<void> =>
  runMain(async () => {
    const starting = startFromEnvironment(definition, environment);
    // A signal may come between the port and the last step of the start.
    stopOnSignal(async () => (await starting).stop());
    await starting;
  });
