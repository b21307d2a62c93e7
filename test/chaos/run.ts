/** A run: clients write while processes are killed in turn, and afterwards nothing is lost, half done or done twice. */
import type { Knex } from "knex";
import { createRandom } from "../../infra/local/random.js";
import { createDatabase } from "../../platform/database/index.js";
import { wholeDraft } from "../support/verbs/cases.js";
import { draftInput } from "../support/verbs/intermediary.js";
import { check, sentMessages, waitingMessages, type Databases, type Findings } from "./checks.js";
import { createClients, type Clients, type Expected } from "./clients.js";
import { live, type Living } from "./lives.js";
import { race, type Races } from "./races.js";
import { DATABASE, GATEWAY, startWorld, type ChaosWorld } from "./processes.js";

/** What a run is. */
export interface RunOptions {
  /** Of the random numbers that choose lives, moments and victims. */
  readonly seed: number;
  /** Writes that are acknowledged at least. */
  readonly writes: number;
  /** Clients that write at once. */
  readonly clients: number;
  /** Writes between two kills, on average. */
  readonly writesPerKill: number;
}

/** A process that was killed. */
interface Kill {
  readonly victims: readonly string[];
  readonly afterWrites: number;
  readonly awayMs: number;
}

/** What came of a run. */
export interface RunResult {
  readonly options: RunOptions;
  readonly durationMs: number;
  readonly acknowledged: number;
  readonly sentAgain: number;
  readonly sentTwiceAtOnce: number;
  readonly kills: readonly Kill[];
  readonly messages: number;
  /** What came of races before anything was killed. */
  readonly races: Races;
  /** How often the processes logged which error. */
  readonly logged: Readonly<Record<string, number>>;
  readonly findings: Findings;
}

/** Services that the clients write to. */
const WRITTEN = ["matters", "funds", "credit", "intermediary"] as const;

/** A penalty that may be repaired. */
const REPAIRABLE = "CF-GOLDEN-1";

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const countsOf = (names: readonly string[]): Record<string, number> =>
  Object.fromEntries([...new Set(names)].map((name) => [name, names.filter((one) => one === name).length]));

/** Copies of a penalty that may be repaired; answers with their ids. */
const copyPenalties = async (credit: Knex, count: number): Promise<string[]> => {
  const { rows } = await credit.raw<{ rows: { id: string }[] }>(
    `insert into penalties select (jsonb_populate_record(p, jsonb_build_object('id', 'CF-CHAOS-' || n, 'version', 1))).*
     from penalties p, generate_series(1, ?::int) as n where p.id = ? returning id`,
    [count, REPAIRABLE],
  );
  return rows.map(({ id }) => id);
};

/** Kills in turn a service, the gateway, the database, and all three at once, at random moments, until it is told to end. */
const killInTurn = async (
  world: ChaosWorld,
  { seed, writesPerKill }: RunOptions,
  { acknowledged, ended }: { readonly acknowledged: () => number; readonly ended: () => boolean },
): Promise<Kill[]> => {
  const random = createRandom(seed, "kills");
  const kills: Kill[] = [];
  for (let turn = 0; !ended(); turn++) {
    const next = acknowledged() + writesPerKill * (0.5 + random());
    const service = WRITTEN[Math.floor(random() * WRITTEN.length)]!;
    const victims = [[service], [GATEWAY], [DATABASE], [service, GATEWAY, DATABASE]][turn % 4]!;
    const late = random() * 200;
    while (acknowledged() < next && !ended()) await pause(5);
    if (ended()) break;
    await pause(late);
    const afterWrites = acknowledged();
    kills.push({ victims, afterWrites, awayMs: await world.kill(victims) });
  }
  return kills;
};

/** Waits five minutes at most until no message waits: a service that was killed looks for what waits every 30 s, and pauses up to a minute. */
const settle = async (databases: Databases): Promise<void> => {
  for (const end = Date.now() + 300_000; Date.now() < end && (await waitingMessages(databases)) > 0;) await pause(500);
};

const inWorld = async (world: ChaosWorld, databases: Databases, options: RunOptions): Promise<RunResult> => {
  const since = performance.now();
  const random = createRandom(options.seed, "clients");
  const clients = createClients(world, createRandom(options.seed, "doubled"));
  const shared = {
    clients,
    draft: await wholeDraft({ databases: databases as Record<string, Knex> }),
    project: await draftInput({ databases: databases as Record<string, Knex> }),
    penalties: await copyPenalties(databases["credit"]!, options.writes),
    balances: new Map<string, Readonly<Record<string, bigint>>>(),
  } satisfies Partial<Living>;
  const races = await race({ ...shared, random });
  let lives = 0;
  let isOver = false;
  const write = async (): Promise<void> => {
    while (clients.counts.acknowledged < options.writes && !isOver) await live({ ...shared, random, number: ++lives });
  };
  const kills = killInTurn(world, options, {
    acknowledged: () => clients.counts.acknowledged,
    ended: () => isOver,
  });
  try {
    await Promise.all(Array.from({ length: options.clients }, write));
  } catch (error) {
    const told = world.errors().map(({ line }) => line);
    throw new Error(`${String(error)}\n${told.slice(-20).join("\n")}`, { cause: error });
  } finally {
    isOver = true;
    await kills;
  }
  await settle(databases);
  const { acknowledged, repeated, doubled } = clients.counts;
  return {
    options,
    durationMs: Math.round(performance.now() - since),
    acknowledged,
    sentAgain: repeated,
    sentTwiceAtOnce: doubled,
    kills: await kills,
    races,
    messages: await sentMessages(databases),
    logged: countsOf(world.errors().map(({ event }) => event)),
    findings: {
      ...(await check(databases, {
        expected: await underTheirKeys(databases["intermediary"]!, clients.expected),
        balances: shared.balances,
      })),
      rulesBroken: await rulesBroken(clients, shared.balances.keys()),
    },
  };
};

/** Allotments whose reconciliation, as everybody reads it, has a difference or a rule that does not hold. */
const rulesBroken = async (clients: Clients, numbers: Iterable<string>): Promise<unknown[]> => {
  const broken: unknown[] = [];
  for (const no of numbers) {
    const told = (await clients.ask(
      "auditor-1",
      `{ budgetAllotment(allotmentNo: "${no}") { reconciliation { difference rules { id ok } } } }`,
    )) as { budgetAllotment: { reconciliation: { difference: string; rules: { id: string; ok: boolean | null }[] } } };
    const { difference, rules } = told.budgetAllotment.reconciliation;
    if (difference !== "0.00" || rules.some(({ ok }) => ok === false)) broken.push({ no, difference, rules });
  }
  return broken;
};

/** The entries, those of bids under the keys of bids and not of their projects: a firm bids once for each. */
const underTheirKeys = async (market: Knex, expected: readonly Expected[]): Promise<Expected[]> => {
  const bids = (await market("bids").select("id", "project_no")) as { id: string; project_no: string }[];
  const bidFor = new Map(bids.map(({ id, project_no: project }) => [project, String(id)]));
  return expected.map((entry) =>
    entry.kind === "Bid" ? { ...entry, key: bidFor.get(entry.key) ?? entry.key } : entry,
  );
};

/** Runs it on processes and a database of its own. */
export const run = async (options: RunOptions): Promise<RunResult> => {
  const world = await startWorld();
  const databases = Object.fromEntries(
    Object.entries(world.urls).map(([service, url]) => [
      service,
      createDatabase({ url, applicationName: "chaos", schema: service, statementTimeoutMs: 0 }),
    ]),
  );
  try {
    return await inWorld(world, databases, options);
  } finally {
    await Promise.all(Object.values(databases).map((db) => db.destroy()));
    await world.stop();
  }
};
