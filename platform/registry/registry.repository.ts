/** SQL of the registry. Writers hold one lock, so that versions and bundles follow each other. */
import type { Knex } from "knex";
import { inTransaction, migrateUp } from "../database/index.js";
import { createRegistry } from "./migrations/20261130000000_create_registry.js";
import type { Act, Submission, SubgraphVersion, VersionStep } from "./version.js";
import type { VersionState } from "./version.machine.js";

/** Schema of the registry's tables; its role has the same name behind `govgraph_`. */
export const REGISTRY_SCHEMA = "registry";

/** Its database, or a transaction in it. */
export type RegistryDatabase = Knex;

/** A transaction in it. */
export type RegistryTransaction = Knex.Transaction;

/** Makes the tables that are missing. */
export const migrateRegistry = (db: Knex): Promise<string[]> => migrateUp(db, [createRegistry], REGISTRY_SCHEMA);

/** Runs a change while nobody else changes anything. */
export const changing = <Result>(db: Knex, work: (trx: Knex.Transaction) => Promise<Result>): Promise<Result> =>
  inTransaction(db, async (trx) => {
    await trx.raw("set local lock_timeout = 0");
    await trx.raw("select pg_advisory_xact_lock(hashtextextended('govgraph.registry', 0))");
    return work(trx);
  });

interface VersionRow extends Omit<SubgraphVersion, "url" | "overlay"> {
  readonly url: string | null;
  readonly overlay: string | null;
}

const COLUMNS = [
  "subgraph",
  "version",
  "change",
  "sdl",
  "overlay",
  "url",
  "owner",
  "enforces",
  "state",
  "author",
  "reason",
];

const versionOf = ({ url, overlay, ...row }: VersionRow): SubgraphVersion => ({
  ...row,
  ...(url === null ? {} : { url }),
  ...(overlay === null ? {} : { overlay }),
});

/** Versions in the order of subgraphs, oldest first; those that fit the description. */
export const listVersions = async (
  db: Knex,
  where: Partial<Pick<SubgraphVersion, "subgraph" | "version" | "change" | "state">> = {},
): Promise<SubgraphVersion[]> => {
  const rows = await db("subgraph_versions").select(COLUMNS).where(where).orderBy(["subgraph", "version"]);
  return (rows as VersionRow[]).map(versionOf);
};

/** Keeps what was handed in together as drafts, with the next numbers. */
export const insertVersions = async (
  trx: Knex.Transaction,
  submissions: readonly Submission[],
  { by, why }: Act,
): Promise<SubgraphVersion[]> => {
  const [{ last } = { last: 0 }] = (await trx("subgraph_versions").select(
    trx.raw("coalesce(max(change), 0) as last"),
  )) as { last: number }[];
  const versions: SubgraphVersion[] = [];
  for (const submission of submissions) {
    const known = await listVersions(trx, { subgraph: submission.subgraph });
    const version: SubgraphVersion = {
      ...submission,
      ...{ version: (known.at(-1)?.version ?? 0) + 1, change: last + 1, state: "DRAFT", author: by, reason: why },
    };
    await trx("subgraph_versions").insert({
      ...version,
      url: submission.url ?? null,
      overlay: submission.overlay ?? null,
      owner: JSON.stringify(submission.owner),
    });
    versions.push(version);
  }
  return versions;
};

/** Moves a version on from the state that it was read in. Throws where it is in another by now. */
export const moveVersion = async (
  trx: Knex.Transaction,
  { subgraph, version, state }: SubgraphVersion,
  to: VersionState,
): Promise<void> => {
  const moved = await trx("subgraph_versions").where({ subgraph, version, state }).update({ state: to });
  if (moved !== 1) throw new Error(`Version ${version} of ${subgraph} is no longer ${state}.`);
};

/** Adds a line to the history. */
export const insertStep = async (
  trx: Knex.Transaction,
  { subgraph, version }: Pick<SubgraphVersion, "subgraph" | "version">,
  { event, state }: Pick<VersionStep, "event" | "state">,
  { by, why, at }: Act,
): Promise<void> =>
  void (await trx("version_steps").insert({ subgraph, version, event, state, actor: by, reason: why, at }));

/** What happened, oldest first: of one subgraph or of all. */
export const listSteps = async (db: Knex, subgraph?: string): Promise<VersionStep[]> => {
  const rows = (await db("version_steps")
    .select("subgraph", "version", "event", "state", db.raw("actor as by"), db.raw("reason as why"), "at")
    .where(subgraph === undefined ? {} : { subgraph })
    .orderBy("id")) as (Omit<VersionStep, "at"> & { at: Date })[];
  return rows.map(({ at, ...step }) => ({ ...step, at: at.toISOString() }));
};

/** Keeps an approval; a later one of the same person takes its place. */
export const insertApproval = async (
  trx: Knex.Transaction,
  { change, approved }: { readonly change: number; readonly approved: string },
  { by, at }: Act,
): Promise<void> =>
  void (await trx("change_approvals")
    .insert({ change, approver: by, approved, at })
    .onConflict(["change", "approver"])
    .merge());

/** Who approved exactly that. */
export const listApprovers = async (db: Knex, change: number, approved: string): Promise<string[]> =>
  (await db("change_approvals").select("approver").where({ change, approved })).map(
    ({ approver }: { approver: string }) => approver,
  );

/** A bundle as it is served. */
export interface KeptBundle {
  readonly version: number;
  readonly signed: string;
}

/** The newest bundle; undefined where none was made. */
export const findBundle = async (db: Knex): Promise<KeptBundle | undefined> =>
  (await db("bundles").select("version", "signed").orderBy("version", "desc").first()) as KeptBundle | undefined;

/** Keeps a bundle. */
export const insertBundle = async (
  trx: Knex.Transaction,
  { version, signed }: KeptBundle,
  { by, why, at }: Act,
): Promise<void> => void (await trx("bundles").insert({ version, signed, made_by: by, reason: why, at }));
