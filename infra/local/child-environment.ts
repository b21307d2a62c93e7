/** The variables of the processes of `npm start`: derived, where the environment does not give them. */
import { createHmac } from "node:crypto";
import { join } from "node:path";
import { parseGatewayKeys, printServiceKeys } from "../../platform/auth/index.js";
import { projectPath } from "../../platform/config/index.js";
import { SUBGRAPH_PORTS } from "../../platform/subgraph/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { DEMO_USERS } from "../keycloak/demo-users.js";
import type { ServiceUrls } from "./service-urls.js";
import { stateDirectory, type LocalState } from "./state.js";
import { DEMONSTRATION_DAY } from "./world.js";

/** Data-sharing agreements of the demonstration. */
const AGREEMENTS = projectPath("infra/agreements");

/** What `npm start` found and chose. */
export interface StartSettings {
  readonly state: LocalState;
  readonly urls: ServiceUrls;
  readonly gatewayPort: string;
  /** Of the development issuer; undefined beside a Keycloak. */
  readonly issuerPort?: string | undefined;
  readonly issuerUrl: string;
}

/** What our children need of the machine; no database but the one that is named to them, and our administrator's least of all. */
const inherited = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(.+_)?DATABASE_URL$/.test(name) && name !== "ISSUER_PORT"),
  );

/** The secret of one process, base64url of 32 bytes. */
const derived = (secret: string, name: string): string => createHmac("sha256", secret).update(name).digest("base64url");

/** Pages that may read the graph may sign in too; Vite's port where none is named. */
const redirectOrigins = (gatewayPort: string): string[] => {
  const frontEnds = (process.env["GATEWAY_ORIGINS"] ?? "*").replace(/^\*$/, "http://localhost:5173");
  return [`http://localhost:${gatewayPort}`, `http://127.0.0.1:${gatewayPort}`, ...frontEnds.split(",")].filter(
    Boolean,
  );
};

/** Variables of the process that hosts the services and the issuer. */
export const servicesEnvironment = ({ state, urls, gatewayPort, issuerPort }: StartSettings): NodeJS.ProcessEnv => {
  const environment = inherited();
  const keysOf = parseGatewayKeys(state.contextKeys);
  for (const [name, url] of Object.entries(urls)) {
    const prefix = name.toUpperCase();
    environment[`${prefix}_DATABASE_URL`] = url;
    environment[`${prefix}_CONTEXT_KEYS`] = printServiceKeys(keysOf(name));
    environment[`${prefix}_CURSOR_SECRET`] ||= derived(state.cursorSecret, name);
    environment[`${prefix}_LOG_LEVEL`] ??= "warn";
    environment[`${prefix}_AGREEMENTS`] ??= AGREEMENTS;
  }
  for (const { name, codes } of SUBGRAPHS)
    if (codes !== undefined)
      environment[`${name.toUpperCase()}_CODE_KEYS`] ||= `local:${derived(state.codeSecret, name)}`;
  if (issuerPort === undefined) return environment;
  return {
    ...environment,
    ISSUER_PORT: issuerPort,
    ISSUER_KEY_FILE: join(stateDirectory(), "issuer-key.json"),
    ISSUER_REDIRECT_URIS: redirectOrigins(gatewayPort)
      .map((origin) => `${origin}/`)
      .join(","),
  };
};

/** Variables of the gateway's process. */
export const gatewayEnvironment = (
  { state, urls, issuerUrl }: StartSettings,
  operatorKey: string,
): NodeJS.ProcessEnv => {
  const environment = inherited();
  const subgraphs = Object.keys(urls).map(
    (name) => `${name}=http://127.0.0.1:${environment[`${name.toUpperCase()}_PORT`] ?? SUBGRAPH_PORTS[name]}/graphql`,
  );
  return {
    ...environment,
    GATEWAY_SUBGRAPHS: environment["GATEWAY_SUBGRAPHS"] ?? subgraphs.join(","),
    GATEWAY_CONTEXT_KEYS: state.contextKeys,
    GATEWAY_AGREEMENTS: environment["GATEWAY_AGREEMENTS"] ?? AGREEMENTS,
    GATEWAY_ISSUER_URL: issuerUrl,
    GATEWAY_OPERATOR_KEY: operatorKey,
    GATEWAY_DEMO_USERS: DEMO_USERS.map(({ username }) => username).join(","),
    GATEWAY_CLOCK_EPOCH: environment["GOVGRAPH_CLOCK"] === "real" ? "real" : `${DEMONSTRATION_DAY}T09:00:00+08:00`,
    GATEWAY_LOG_LEVEL: environment["GATEWAY_LOG_LEVEL"] ?? "warn",
  };
};
