/** `npm run webhooks`: pushes changes to the addresses of registered apps, in a process of its own; several share the work. */
import { parsePartnerKeys, parseTextSigner, signFeedReader } from "../platform/auth/index.js";
import { readConfig } from "../platform/config/index.js";
import { isPublicAddress, stopOnSignal } from "../platform/http/index.js";
import { createLogger, logEvent } from "../platform/telemetry/index.js";
import { createPost, openFeed, shareFeed, startPusher } from "../platform/webhooks/index.js";
import { createCommand, runCommand } from "./command.js";
import { DATABASE_VARIABLES } from "./command-variables.js";
import { openDatabaseUrl } from "./databases.js";
import { openDatabaseOf } from "./service-database.js";
import { WEBHOOKS_VARIABLES } from "./webhooks-variables.js";

/** The service that registers apps. */
const SERVICE = "reference";

const run = async (): Promise<void> => {
  const config = readConfig(WEBHOOKS_VARIABLES, process.env);
  const keys = parsePartnerKeys(config.WEBHOOKS_KEY);
  const { urls, release } = await openDatabaseUrl(SERVICE);
  const db = openDatabaseOf(SERVICE, urls, "govgraph-webhooks");
  const log = createLogger({ name: "webhooks", level: config.WEBHOOKS_LOG_LEVEL });
  const { post, close } = createPost({ keys, allows: isPublicAddress, now: Date.now });
  // The first key signs, as it does what is pushed.
  const signer = parseTextSigner(config.WEBHOOKS_KEY.split(",")[0] ?? "");
  const feed = openFeed(new URL(config.WEBHOOKS_GATEWAY_URL), () => signFeedReader(signer, Date.now()));
  const pusher = startPusher({ db, read: shareFeed(feed), post, log });
  logEvent(log, "WEBHOOKS_READY", {});
  process.send?.("ready");
  stopOnSignal(async () => {
    await pusher.stop();
    await close();
    await db.destroy();
    await release();
  });
};

await runCommand(
  createCommand("npm run webhooks --", "Pushes changes to the addresses of registered apps, until it is stopped.", {
    ...WEBHOOKS_VARIABLES,
    ...DATABASE_VARIABLES,
  }).action(run),
);
