/** Runs a mapping: as a subgraph behind the gateway, or for one query of whoever writes it. */
import { followKeys } from "../../../platform/auth/index.js";
import { readConfig } from "../../../platform/config/index.js";
import {
  connectSchemaOf,
  createConnectExecutor,
  credentialsOf,
  openBackend,
  startConnectServer,
  type Mapping,
} from "../../../platform/connect/index.js";
import { createRequestWork, runWork } from "../../../platform/database/request-work.js";
import { noticeOf, requireTrusted, type HttpService } from "../../../platform/http/index.js";
import { createLogger, logEvent } from "../../../platform/telemetry/index.js";
import { CONNECT_VARIABLES } from "./connect-variables.js";

/** Longest time of a query that is tried, in milliseconds: as the gateway waits for a subgraph. */
const TRY_MS = 3_000;

const { CONNECT_SECRETS_FOLDER } = CONNECT_VARIABLES;

/** Starts the subgraph. Throws sentences where a variable, the secret or the address of the backend is refused. */
export const serveMapping = (mapping: Mapping, environment: NodeJS.ProcessEnv = process.env): Promise<HttpService> => {
  const config = readConfig(CONNECT_VARIABLES, environment);
  const name = mapping.subgraph;
  const log = createLogger({ name, level: config.CONNECT_LOG_LEVEL });
  return startConnectServer({
    name,
    log,
    schema: connectSchemaOf(mapping),
    backend: openBackend(
      mapping.backend,
      credentialsOf(mapping.backend.auth, { environment, folder: config.CONNECT_SECRETS_FOLDER }),
    ),
    keys: followKeys(requireTrusted(config.CONNECT_GATEWAY_URL).origin, {
      onFailure: (error) => logEvent(log, "KEYS_AWAY", { error }),
    }),
    host: config.CONNECT_HOST,
    port: config.CONNECT_PORT,
    notice: noticeOf(config.CONNECT_NOTICE_MS),
  });
};

/** The answer to one query, as text; nothing is served. What the backend does wrong is a line of the log on standard error. */
export const tryQuery = async (
  mapping: Mapping,
  query: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string> => {
  const { CONNECT_SECRETS_FOLDER: folder } = readConfig({ CONNECT_SECRETS_FOLDER }, environment);
  const backend = openBackend(mapping.backend, credentialsOf(mapping.backend.auth, { environment, folder }));
  const log = createLogger({ name: mapping.subgraph, level: "info", destination: process.stderr });
  const work = createRequestWork({ timeoutMs: TRY_MS, nodes: 50_000 });
  try {
    const execute = createConnectExecutor(connectSchemaOf(mapping), backend);
    const asked = { query, variables: undefined, operationName: undefined };
    const { text } = await runWork(work, () => execute(asked, { work, log: () => log }));
    return JSON.stringify(JSON.parse(text), null, 2);
  } finally {
    work.finish();
    await backend.close();
  }
};
