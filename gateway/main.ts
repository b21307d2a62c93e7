/** The process of the gateway. */
import {
  keysOfSubgraphs,
  parseGatewayKeys,
  parsePartnerKeys,
  parseSignerKeys,
  parseTextSigner,
} from "../platform/auth/index.js";
import { ConfigError, readConfig, runMain, type ConfigOf } from "../platform/config/index.js";
import { loadAgreements } from "../platform/disclosure/decision/index.js";
import { noticeOf, stopOnSignal } from "../platform/http/index.js";
import { receiptKeySet } from "../platform/receipts/index.js";
import { createLogger, logEvent, openMetricsPush, openTracing } from "../platform/telemetry/index.js";
import { createClock } from "./clock.js";
import { GATEWAY_VARIABLES } from "./config.js";
import { openFiles } from "./files/open-files.js";
import { startGateway, type GatewayOptions } from "./gateway.js";

/** Bundles are followed where all that it takes is given. Throws ConfigError where some is missing. */
const bundlesOf = (config: ConfigOf<typeof GATEWAY_VARIABLES>): GatewayOptions["bundles"] => {
  if (config.GATEWAY_BUNDLE_URL === "") return undefined;
  const missing = (["GATEWAY_BUNDLE_SIGNERS", "GATEWAY_BUNDLE_FILE"] as const).filter((name) => config[name] === "");
  if (missing.length > 0)
    throw new ConfigError(missing.map((name) => `${name} is not set: GATEWAY_BUNDLE_URL needs it.`));
  return {
    url: config.GATEWAY_BUNDLE_URL,
    signers: parseSignerKeys(config.GATEWAY_BUNDLE_SIGNERS),
    file: config.GATEWAY_BUNDLE_FILE,
    origins: config.GATEWAY_SUBGRAPH_ORIGINS,
    pollMs: config.GATEWAY_BUNDLE_POLL_MS,
  };
};

/** Documents are published where there is a store. Throws ConfigError where readers are held to none. */
const documentsOf = ({
  GATEWAY_DOCUMENTS_STORE: store,
  GATEWAY_DOCUMENTS_ONLY: anonymousHeld,
}: ConfigOf<typeof GATEWAY_VARIABLES>): GatewayOptions["documents"] => {
  if (store !== "") return { store, anonymousHeld };
  if (anonymousHeld) throw new ConfigError(["GATEWAY_DOCUMENTS_STORE is not set: GATEWAY_DOCUMENTS_ONLY needs it."]);
  return undefined;
};

/** Receipts are given where there is a key. */
const receiptsOf = ({
  GATEWAY_RECEIPT_KEY: key,
  GATEWAY_RECEIPT_RETIRED: retired,
}: ConfigOf<typeof GATEWAY_VARIABLES>): GatewayOptions["receipts"] => {
  if (key === "") return undefined;
  const signer = parseTextSigner(key);
  return { signer, keys: receiptKeySet(signer.publicKey, retired) };
};

/** Publishers load where all that it takes is given. Throws ConfigError where some is missing. */
const loadsOf = ({
  GATEWAY_LOADS_STORE: store,
  GATEWAY_LOADS_DIRECTORY: directory,
}: ConfigOf<typeof GATEWAY_VARIABLES>): GatewayOptions["loads"] => {
  if (store === "" && directory === "") return undefined;
  if (store === "" || directory === "")
    throw new ConfigError(["GATEWAY_LOADS_STORE and GATEWAY_LOADS_DIRECTORY are given both, or neither."]);
  return { store, directory };
};

await runMain(async () => {
  const config = readConfig(GATEWAY_VARIABLES, process.env);
  const partnerKeys = parsePartnerKeys(config.GATEWAY_PARTNER_KEYS);
  if (partnerKeys.size > 0 && config.GATEWAY_PSEUDONYM_SECRET === "")
    throw new ConfigError([
      "GATEWAY_PSEUDONYM_SECRET is not set: partners know viewers by names that are made with it.",
    ]);
  const log = createLogger({ name: "gateway", level: config.GATEWAY_LOG_LEVEL });
  const starting = startGateway({
    host: config.GATEWAY_HOST,
    port: config.GATEWAY_PORT,
    admin: { host: config.GATEWAY_ADMIN_HOST, port: config.GATEWAY_ADMIN_PORT },
    subgraphs: config.GATEWAY_SUBGRAPHS,
    bundles: bundlesOf(config),
    contextKeys: keysOfSubgraphs(
      { names: config.GATEWAY_OWN_SERVICES, keys: parseGatewayKeys(config.GATEWAY_CONTEXT_KEYS) },
      partnerKeys,
    ),
    partnerKeys,
    ...(config.GATEWAY_PSEUDONYM_SECRET === "" ? {} : { pseudonymSecret: config.GATEWAY_PSEUDONYM_SECRET }),
    cursorSecret: config.GATEWAY_CURSOR_SECRET,
    issuerUrl: config.GATEWAY_ISSUER_URL,
    ...(config.GATEWAY_KEY_SET_URL === "" ? {} : { keySetUrl: config.GATEWAY_KEY_SET_URL }),
    clock: createClock(config.GATEWAY_CLOCK_EPOCH),
    agreements: loadAgreements(config.GATEWAY_AGREEMENTS),
    engine: config.GATEWAY_ENGINE,
    explorer: config.GATEWAY_EXPLORER,
    origins: config.GATEWAY_ORIGINS,
    demonstrationUsers: config.GATEWAY_DEMO_USERS,
    operatorKey: config.GATEWAY_OPERATOR_KEY === "" ? undefined : config.GATEWAY_OPERATOR_KEY,
    rate: {
      quotas: { anonymous: config.GATEWAY_RATE_ANONYMOUS, signedIn: config.GATEWAY_RATE_SIGNED_IN },
      store: config.GATEWAY_RATE_STORE === "" ? undefined : config.GATEWAY_RATE_STORE,
    },
    ...(config.GATEWAY_USE_STORE === ""
      ? {}
      : { use: { store: config.GATEWAY_USE_STORE, share: config.GATEWAY_USE_SHARE } }),
    documents: documentsOf(config),
    loads: loadsOf(config),
    receipts: receiptsOf(config),
    webhookSigners: config.GATEWAY_WEBHOOK_SIGNERS === "" ? undefined : parseSignerKeys(config.GATEWAY_WEBHOOK_SIGNERS),
    files: await openFiles(config),
    trustedProxies: config.GATEWAY_TRUSTED_PROXIES,
    notice: noticeOf(config.GATEWAY_NOTICE_MS),
    log,
    tracing: await openTracing(config, {
      service: "gateway",
      followsAsker: false,
      onLost: (error) => logEvent(log, "TRACES_NOT_SENT", { error }),
    }),
    pushMetrics: await openMetricsPush(config, {
      service: "gateway",
      onLost: (error) => logEvent(log, "METRICS_NOT_SENT", { error }),
    }),
  });
  // A signal may come between the port and the last step of the start.
  stopOnSignal(async () => (await starting).stop());
  await starting;
});
