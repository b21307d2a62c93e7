/** The variables of the processes of `npm start`: derived, where the environment does not give them. */
import { createHmac } from "node:crypto";
import { join } from "node:path";
import { parseGatewayKeys, parseTextSigner, printServiceKeys } from "../../platform/auth/index.js";
import { localAddressOf, projectPath } from "../../platform/config/index.js";
import { messageKeysOf, receiversOf } from "../../platform/subgraph/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { DEMO_USERS } from "../keycloak/demo-users.js";
import { COMMAND_VARIABLES, START_VARIABLES } from "../../commands/command-variables.js";
import { databaseVariable, type ServiceUrls } from "../../commands/service-urls.js";
import { stateDirectory, type LocalState } from "./state.js";

/** Data-sharing agreements of the demonstration. */
const AGREEMENTS = projectPath("infra/agreements");

/** Where what publishers upload is kept. */
export interface LoadsSettings {
  readonly store: string;
  readonly directory: string;
}

/** What `npm start` found and chose. */
export interface StartSettings {
  /** Its own variables. */
  readonly given: Readonly<NodeJS.ProcessEnv>;
  readonly state: LocalState;
  readonly urls: ServiceUrls;
  readonly gatewayPort: string;
  /** Of the development issuer; undefined beside a Keycloak. */
  readonly issuerPort?: string | undefined;
  readonly issuerUrl: string;
  /** From when the demonstration's clock ticks. */
  readonly epoch: Date;
  /** Undefined where publishers load nothing. */
  readonly loads?: LoadsSettings | undefined;
}

const SERVICES = SUBGRAPHS.map(({ name }) => name);
const PROCESSES = ["gateway", "worker", "webhooks", ...SERVICES];
const OF_COMMANDS = new Set([...Object.keys(START_VARIABLES), ...Object.keys(COMMAND_VARIABLES)]);

/**
 * What a child inherits: variables of the machine, and of ours those of its own processes alone. No database but the one that is
 * named to it, and our administrator's least of all.
 */
const inherited = (given: StartSettings["given"], processes: readonly string[]): NodeJS.ProcessEnv => {
  const ownerOf = (name: string): string | undefined =>
    PROCESSES.find((process) => name.startsWith(`${process.toUpperCase()}_`));
  return Object.fromEntries(
    Object.entries(given).filter(([name]) => {
      if (/^(.+_)?DATABASE_URL$|^(KEYCLOAK|ISSUER)_/.test(name)) return false;
      const owner = ownerOf(name);
      return owner === undefined ? !OF_COMMANDS.has(name) : processes.includes(owner);
    }),
  );
};

/** The keys of the gateway, from which those of services are derived. */
const contextKeysOf = ({ given, state }: StartSettings): string => given["GATEWAY_CONTEXT_KEYS"] || state.contextKeys;

/** The key that signs receipts of uploads. */
const uploadKeyOf = ({ given, state }: StartSettings): string => given["GATEWAY_UPLOAD_KEY"] || state.uploadKey;

/** The secret of one process, base64url of 32 bytes. */
const derived = (secret: string, name: string): string => createHmac("sha256", secret).update(name).digest("base64url");

/** Pages that may read the graph may sign in too; Vite's port where none is named. */
const redirectOrigins = ({ given, gatewayPort }: StartSettings): string[] => {
  const frontEnds = (given["GATEWAY_ORIGINS"] ?? "*").replace(/^\*$/, "http://localhost:5173");
  return [`http://localhost:${gatewayPort}`, `http://127.0.0.1:${gatewayPort}`, ...frontEnds.split(",")].filter(
    Boolean,
  );
};

/** Where services answer, as name=url,name=url. */
const addresses = (services: readonly string[], given: StartSettings["given"]): string =>
  services.map((name) => `${name}=${localAddressOf(name, given[`${name.toUpperCase()}_PORT`])}`).join(",");

/** Variables of the process that hosts the services and the issuer. */
export const servicesEnvironment = (settings: StartSettings): NodeJS.ProcessEnv => {
  const { given, state, urls, issuerPort } = settings;
  const environment = inherited(given, SERVICES);
  const keysOf = parseGatewayKeys(contextKeysOf(settings));
  const uploadSigner = parseTextSigner(uploadKeyOf(settings)).publicKey;
  for (const [name, url] of Object.entries(urls)) {
    const prefix = name.toUpperCase();
    environment[`${prefix}_DATABASE_URL`] = url;
    environment[`${prefix}_CONTEXT_KEYS`] = printServiceKeys(keysOf(name));
    environment[`${prefix}_CURSOR_SECRET`] ||= derived(state.cursorSecret, name);
    environment[`${prefix}_LOG_LEVEL`] ??= "warn";
    // Nothing routes by readiness here.
    environment[`${prefix}_NOTICE_MS`] ??= "0";
    environment[`${prefix}_AGREEMENTS`] ??= AGREEMENTS;
  }
  for (const { name, codes, files } of SUBGRAPHS) {
    const prefix = name.toUpperCase();
    if (codes !== undefined) environment[`${prefix}_CODE_KEYS`] ||= `local:${derived(state.codeSecret, name)}`;
    if (files !== undefined) environment[`${prefix}_UPLOAD_SIGNERS`] ||= uploadSigner;
  }
  for (const [variable, keys] of Object.entries(messageKeysOf(SUBGRAPHS, contextKeysOf(settings))))
    environment[variable] ||= keys;
  for (const { name, sends } of SUBGRAPHS)
    if (sends !== undefined) environment[`${name.toUpperCase()}_RECEIVERS`] ||= addresses(receiversOf(name), given);
  if (issuerPort === undefined) return environment;
  return {
    ...environment,
    ISSUER_PORT: issuerPort,
    ISSUER_KEY_FILE: join(stateDirectory(), "issuer-key.json"),
    ISSUER_REDIRECT_URIS: redirectOrigins(settings)
      .map((origin) => `${origin}/`)
      .join(","),
  };
};

/** Variables of the gateway's process. */
export const gatewayEnvironment = (settings: StartSettings, operatorKey: string): NodeJS.ProcessEnv => {
  const { given, state, urls, issuerUrl, epoch } = settings;
  const environment = inherited(given, ["gateway"]);
  return {
    ...environment,
    GATEWAY_SUBGRAPHS: environment["GATEWAY_SUBGRAPHS"] ?? addresses(Object.keys(urls), given),
    GATEWAY_CONTEXT_KEYS: contextKeysOf(settings),
    GATEWAY_PARTNER_KEYS: environment["GATEWAY_PARTNER_KEYS"] || state.partnerKeys,
    GATEWAY_PSEUDONYM_SECRET: environment["GATEWAY_PSEUDONYM_SECRET"] || state.pseudonymSecret,
    GATEWAY_CURSOR_SECRET: environment["GATEWAY_CURSOR_SECRET"] || derived(state.cursorSecret, "gateway"),
    GATEWAY_UPLOAD_KEY: uploadKeyOf(settings),
    GATEWAY_RECEIPT_KEY: environment["GATEWAY_RECEIPT_KEY"] || state.receiptKey,
    GATEWAY_FILES_FOLDER: environment["GATEWAY_FILES_FOLDER"] ?? join(stateDirectory(), "files"),
    GATEWAY_AGREEMENTS: environment["GATEWAY_AGREEMENTS"] ?? AGREEMENTS,
    GATEWAY_ISSUER_URL: issuerUrl,
    GATEWAY_OPERATOR_KEY: operatorKey,
    GATEWAY_DEMO_USERS: DEMO_USERS.map(({ username }) => username).join(","),
    GATEWAY_CLOCK_EPOCH: given["GOVGRAPH_CLOCK"] === "real" ? "real" : epoch.toISOString(),
    ...(settings.loads === undefined
      ? {}
      : { GATEWAY_LOADS_STORE: settings.loads.store, GATEWAY_LOADS_DIRECTORY: settings.loads.directory }),
    ...(given["WEBHOOKS_KEY"]
      ? { GATEWAY_WEBHOOK_SIGNERS: environment["GATEWAY_WEBHOOK_SIGNERS"] || printPublicKeys(given["WEBHOOKS_KEY"]) }
      : {}),
    GATEWAY_LOG_LEVEL: environment["GATEWAY_LOG_LEVEL"] ?? "warn",
    GATEWAY_NOTICE_MS: environment["GATEWAY_NOTICE_MS"] ?? "0",
  };
};

/** The public halves of a list of private keys, as GATEWAY_WEBHOOK_SIGNERS has them. */
const printPublicKeys = (keys: string): string =>
  keys
    .split(",")
    .map((key) => parseTextSigner(key.trim()).publicKey)
    .join(",");

/** Variables of the process that pushes changes, which is begun where WEBHOOKS_KEY is set; its database is that of the service that registers apps. */
export const webhooksEnvironment = ({ given, urls, gatewayPort }: StartSettings): NodeJS.ProcessEnv => {
  const environment = inherited(given, ["webhooks"]);
  return {
    ...environment,
    REFERENCE_DATABASE_URL: urls["reference"],
    WEBHOOKS_GATEWAY_URL: environment["WEBHOOKS_GATEWAY_URL"] || `http://127.0.0.1:${gatewayPort}/graphql`,
    WEBHOOKS_LOG_LEVEL: environment["WEBHOOKS_LOG_LEVEL"] || "warn",
  };
};

/** Variables of the process that loads what publishers upload. */
export const workerEnvironment = (
  { given, state, urls }: StartSettings,
  { store, directory }: LoadsSettings,
): NodeJS.ProcessEnv => ({
  ...inherited(given, ["worker"]),
  ...Object.fromEntries(Object.entries(urls).map(([name, url]) => [databaseVariable(name), url])),
  WORKER_LOADS_STORE: store,
  WORKER_LOADS_DIRECTORY: directory,
  WORKER_LOG_LEVEL: given["WORKER_LOG_LEVEL"] || "warn",
  GOVGRAPH_RECORD_KEYS: given["GOVGRAPH_RECORD_KEYS"] || state.recordKeys,
  GOVGRAPH_SUBJECT_KEY: given["GOVGRAPH_SUBJECT_KEY"] ?? "",
});
