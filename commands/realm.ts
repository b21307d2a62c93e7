/** `npm run realm`: keeps the clients of a Keycloak realm as apps are registered in the graph; once, or again and again. */
import "reflect-metadata";
import { setTimeout as wait } from "node:timers/promises";
import { InvalidArgumentError } from "commander";
import { readConfig } from "../platform/config/index.js";
import { APPS_OF_REALM, type AppOfRealm } from "../platform/subgraph/wire.js";
import { createCommand, runCommand, say } from "./command.js";
import { DATABASE_VARIABLES } from "./command-variables.js";
import { openDatabases } from "./databases.js";
import { openDirectCalls } from "./direct-calls.js";
import { keepRealm, type Kept } from "./realm/keep-realm.js";
import { openRealmAdmin } from "./realm/realm-admin.js";
import { REALM_VARIABLES } from "./realm/realm-variables.js";

const seconds = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 86_400)
    throw new InvalidArgumentError("It is a number of seconds, 1 to 86400.");
  return value;
};

const LINES: Readonly<Record<Exclude<Kept, "same">, string>> = {
  made: "made",
  changed: "changed",
  left: "left alone: it was made by hand",
  refused: "refused",
};

const run = async ({ every, dryRun = false }: { every?: number; dryRun?: boolean }): Promise<void> => {
  const {
    REALM_URL: url,
    REALM_CLIENT: client,
    REALM_CLIENT_SECRET: secret,
  } = readConfig(REALM_VARIABLES, process.env);
  const { urls, release } = await openDatabases({ prepare: false });
  const { call, close } = openDirectCalls(urls, { applicationName: "govgraph-realm", asOf: new Date() });
  const stopping = new AbortController();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => stopping.abort());
  const admin = openRealmAdmin({ url, client, secret });
  const read = (after: string): Promise<readonly AppOfRealm[]> =>
    call(APPS_OF_REALM.service, APPS_OF_REALM.batch, after);
  /** One round; a later one tells of what it does alone. How many clients the realm did not take. */
  const once = async (isFirst: boolean): Promise<number> => {
    const counts: Record<Kept, number> = { made: 0, changed: 0, same: 0, left: 0, refused: 0 };
    for await (const { clientId, kept, differences } of keepRealm(admin, read, { trial: dryRun })) {
      counts[kept] += 1;
      if (kept === "same" || (kept === "left" && !isFirst)) continue;
      say(`${clientId}: ${LINES[kept]}${differences.length > 0 ? ` (${differences.join(", ")})` : ""}`);
    }
    const { made, changed, same, left, refused } = counts;
    if (isFirst || made + changed + refused > 0)
      say(
        `${dryRun ? "would be: " : ""}${made} made, ${changed} changed, ${same} as they are, ${left} left alone${refused > 0 ? `, ${refused} refused` : ""}`,
      );
    return refused;
  };
  try {
    if ((await once(true)) > 0 && every === undefined) process.exitCode = 1;
    while (every !== undefined && !stopping.signal.aborted) {
      await wait(every * 1_000, undefined, { signal: stopping.signal }).catch(() => undefined);
      // A realm that does not answer is asked again: what it misses is told the next time.
      if (!stopping.signal.aborted) await once(false).catch((error: Error) => say(error.message));
    }
  } finally {
    await close();
    await release();
  }
};

await runCommand(
  createCommand(
    "npm run realm --",
    "Makes and changes the clients of a Keycloak realm as apps are registered; clients that were made by hand are left alone, and none is deleted.",
    { ...REALM_VARIABLES, ...DATABASE_VARIABLES },
  )
    .option("--every <seconds>", "goes on, looking again after so many seconds", seconds)
    .option("--dry-run", "says what would be done, and does nothing")
    .action(run),
);
