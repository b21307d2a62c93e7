/** The process of one service of messages: tells its URL to the test that began it, and ends on a signal as a service does. */
import "reflect-metadata";
import { parseMessageKeys, parseSenders, parseServiceKeys } from "../../../platform/auth/index.js";
import { createDatabase } from "../../../platform/database/index.js";
import { loadPolicy } from "../../../platform/disclosure/table/index.js";
import { createCodeKey, parseCodeKeys } from "../../../platform/domain/index.js";
import { stopOnSignal } from "../../../platform/http/index.js";
import { startSubgraph } from "../../../platform/subgraph/index.js";
import { createLogger } from "../../../platform/telemetry/index.js";
import { PATIENT } from "../database.js";
import { receiverDefinition, RECEIVER, SENDER, senderDefinition, TOPIC } from "./fixture-services.js";
import type { ServiceSettings } from "./start-services.js";

const settings = JSON.parse(process.argv[2]!) as ServiceSettings;
const isSender = settings.role === "sender";
const definition = isSender ? senderDefinition : receiverDefinition;
const running = await startSubgraph(definition, {
  host: "127.0.0.1",
  port: settings.port,
  db: createDatabase({
    url: settings.databaseUrl,
    applicationName: `test-${settings.role}`,
    schema: definition.name,
    ...PATIENT,
  }),
  contextKeys: parseServiceKeys(settings.contextKeys),
  cursorSecret: "test",
  codeKeys: parseCodeKeys(createCodeKey("test")),
  policy: loadPolicy(),
  messages: {
    databaseUrl: settings.databaseUrl,
    keys: parseMessageKeys(settings.messageKeys, SENDER),
    routes: isSender ? new Map([[TOPIC, [RECEIVER]]]) : new Map(),
    receivers: new Map([[RECEIVER, { name: RECEIVER, url: settings.receiverUrl }]]),
    senders: isSender ? new Map() : parseSenders(settings.senders, [SENDER, RECEIVER]),
    pauses: { sweepMs: 500, firstMs: 50, longestMs: 200 },
  },
  log: createLogger({ name: settings.role, level: "warn" }),
});
stopOnSignal(() => running.stop());
process.send?.(running.url);
