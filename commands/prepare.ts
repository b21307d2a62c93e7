/** Makes databases ready: roles and schemas, tables, and the real data without which records are refused. */
import {
  createDatabase,
  findLoadMark,
  loadWhole,
  migrateUp,
  pendingMigrations,
  provision,
} from "../platform/database/index.js";
import { LawFileRefused, localDateOf } from "../platform/domain/index.js";
import { keepRoutes, registeredRoutes } from "../platform/outbox/index.js";
import { loadShippedLaw, putContradictionsAside, takeLaw, type SetAside } from "../platform/law/index.js";
import { refreshFigures } from "../platform/subgraph/index.js";
import { SUBGRAPHS } from "../schema/subgraph-definitions.js";
import { checkServer, isRefusal } from "./check-server.js";
import { isReconsidered, reconsiderRecords } from "./reconsider.js";
import { withDatabaseOf } from "./service-database.js";
import { databaseVariable, type ServiceUrls } from "./service-urls.js";

/** Name of the mark of real data. */
export const REFERENCE_DATA = "reference data";

/** How to prepare. */
export interface PrepareOptions {
  /** URL of a role that may create roles and schemas; without it they are there already. */
  readonly adminUrl?: string | undefined;
  readonly urls: ServiceUrls;
  readonly resetPasswords?: boolean;
  /** Told of what was done, a line per service. */
  readonly say?: (line: string) => void;
}

/** What was prepared. */
export interface Prepared {
  /** Services whose role is new. */
  readonly newRoles: readonly string[];
}

/** Provisions where there is an administrator, migrates, and loads real data; running it again changes nothing. */
export const prepareDatabases = async ({
  adminUrl,
  urls,
  resetPasswords = false,
  say = () => undefined,
}: PrepareOptions): Promise<Prepared> => {
  const newRoles = adminUrl === undefined ? [] : await provision({ adminUrl, urls, resetPasswords });
  // All of them first: where one is refused, nothing is migrated.
  for (const [service, url] of Object.entries(urls)) await checkService(service, url);
  const changed = new Set<string>();
  for (const definition of SUBGRAPHS) {
    const { name, migrations, referenceData, lawTables } = definition;
    await withDatabaseOf(name, urls, "govgraph-migrate", async (db) => {
      const done = (await migrateUp(db, migrations, name)).length;
      await keepRoutes(db, registeredRoutes(name));
      const real = referenceData === undefined ? undefined : await loadReferenceData(db, referenceData);
      const aside = await putContradictionsAside(db);
      const law: string[] = [];
      for (const lawTable of lawTables) {
        const loaded = await loadShippedLaw(db, lawTable);
        if (loaded === undefined) continue;
        law.push(`${lawTable.kind} loaded`);
        aside.push(...loaded);
      }
      // A table of figures that is new holds none, and none would read as nothing found.
      if (done + law.length + aside.length > 0) await refreshFigures(definition, db, localDateOf(new Date()));
      const role = newRoles.includes(name) ? "role created, " : "";
      const data = referenceData === undefined ? "" : `, ${real ?? "real data unchanged"}`;
      say([`${name}: ${role}${done} ${done === 1 ? "migration" : "migrations"} run${data}`, ...law].join(", "));
      for (const edition of aside) say(toldAside(name, edition));
      if (done + law.length + aside.length > 0) changed.add(name);
    });
  }
  // Last: they ask each other for what they do not own.
  for (const definition of SUBGRAPHS) {
    const { name, reconsider } = definition;
    if (reconsider === undefined) continue;
    await withDatabaseOf(name, urls, "govgraph-migrate", async (db) => {
      const today = localDateOf(new Date());
      if (!changed.has(name) && (await isReconsidered(definition, db, today))) return;
      const line = await reconsiderRecords(definition, db, urls, today);
      if (line === undefined) return;
      say(line);
      await refreshFigures(definition, db, today);
    });
  }
  return { newRoles };
};

const toldAside = (service: string, { kind, edition, why }: SetAside): string =>
  `${service}: the edition of ${edition} of ${kind} that was loaded is put aside, because this release contradicts it: ${why} ` +
  `What ships is in force. Nothing is lost: npm run law -- ${kind} writes it out; load one that agrees.`;

/** What was loaded; undefined where it was there. */
const loadReferenceData = async (
  db: ReturnType<typeof createDatabase>,
  { fingerprint, load }: NonNullable<(typeof SUBGRAPHS)[number]["referenceData"]>,
): Promise<string | undefined> => {
  const content = fingerprint();
  const mark = await findLoadMark(db, REFERENCE_DATA);
  if (mark?.whole && mark.content === content) return undefined;
  let loaded = "";
  await loadWhole(db, { name: REFERENCE_DATA, content }, async (trx) => {
    loaded = await load(trx);
  });
  return `${loaded} loaded`;
};

const checkService = async (service: string, url: string): Promise<void> => {
  try {
    await checkServer(databaseVariable(service), url);
  } catch (error) {
    if (!isRefusal((error as Error).cause)) throw error;
    const role = decodeURIComponent(new URL(url).username);
    throw new Error(
      `The role ${role} is there with another password, or may not sign in; it was left as it is. Give its URL as ${databaseVariable(service)}, ` +
        "run the command in the folder that made the role (GOVGRAPH_DIRECTORY), or give the roles new passwords with " +
        "npm run migrate -- --reset-passwords, which shuts out services that run with the old ones.",
      { cause: error },
    );
  }
};

/** Here and not halfway through a load. */
const checkLaw = async (db: ReturnType<typeof createDatabase>): Promise<void> => {
  try {
    await takeLaw(db);
  } catch (error) {
    if (!(error instanceof LawFileRefused)) throw error;
    throw new Error(`${error.message} Run npm run migrate first, which puts it aside.`, { cause: error });
  }
};

/** Throws a sentence where a service's database can not be reached lacks tables of this version, or holds an edition of the law's data that contradicts it. */
export const checkPrepared = async (urls: ServiceUrls): Promise<void> => {
  for (const { name, migrations } of SUBGRAPHS) {
    await checkService(name, urls[name]!);
    const pending = await withDatabaseOf(name, urls, "govgraph-check", (db) => pendingMigrations(db, migrations, name));
    if (pending.length > 0)
      throw new Error(
        `The database of ${name} lacks ${pending.length} of ${migrations.length} migrations: run npm run migrate first.`,
      );
    await withDatabaseOf(name, urls, "govgraph-check", checkLaw);
  }
};
