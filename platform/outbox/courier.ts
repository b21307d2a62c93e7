/** Delivers a service's messages while its process runs: a job for each message, and sweeps of what a receiver could not take. */
import type { Runner, TaskList } from "graphile-worker";
import type { Knex } from "knex";
import pg from "pg";
import type { ContextKeys } from "../auth/index.js";
import { logEvent, type Logger, type Metrics } from "../telemetry/index.js";
import { silentLogger } from "./create-messages.js";
import { createDeliver, type Progress } from "./deliver.js";
import { listWaitingReceivers, sweepAfter } from "./deliveries.js";
import { createMessageMetrics } from "./message-metrics.js";
import { postMessage, type Receiver } from "./post-message.js";
import { keepRoutes, type Routes } from "./routes.js";

/** How long deliveries pause, in milliseconds. */
export interface Pauses {
  /** How often what waits is looked for, beside the jobs: what a killed process left behind waits no longer. */
  readonly sweepMs: number;
  /** First pause after a receiver did not take a message; each one doubles it. */
  readonly firstMs: number;
  readonly longestMs: number;
}

const PAUSES: Pauses = { sweepMs: 30_000, firstMs: 1_000, longestMs: 60_000 };

/** What a courier goes by. */
export interface CourierOptions {
  /** Name of the service whose messages it delivers. */
  readonly sender: string;
  readonly db: Knex;
  /** The same database, for the queue's own connections. */
  readonly databaseUrl: string;
  /** The sender's own private keys by the ids that calls name; the first one signs. */
  readonly keys: ContextKeys;
  readonly routes: Routes;
  readonly receivers: ReadonlyMap<string, Receiver>;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** @default every 30 s; 1 s, doubled up to 60 s */
  readonly pauses?: Pauses;
}

/** Deliveries under way. */
export interface Courier {
  /** Lets calls under way end, and leaves what was not begun to the next process. */
  stop(): Promise<void>;
}

/** Starts the deliveries; they begin when the database is there. */
export const startCourier = (options: CourierOptions): Courier => {
  const { sender, db, keys, receivers, log, pauses = PAUSES } = options;
  const { tries } = createMessageMetrics(options.metrics.registry, db);
  /** How often in a row each receiver could not take what it was sent. */
  const failures = new Map<string, number>();
  const stopping = new AbortController();

  const deliver = createDeliver({
    db,
    post: async (message, name) => {
      const receiver = receivers.get(name);
      if (!receiver) return { kind: "AWAY", failure: "NO_ADDRESS" };
      return postMessage(message, { sender, receiver, keys });
    },
    onOutcome(receiver, { id, topic }, outcome) {
      tries.inc({ receiver, outcome: outcome.kind });
      if (outcome.kind === "REJECTED")
        logEvent(log, "MESSAGE_SET_ASIDE", { receiver, topic, message: id, reason: outcome.reason });
      else if (outcome.kind !== "APPLIED" && !failures.has(receiver))
        logEvent(log, "MESSAGES_WAIT", { receiver, topic, cause: outcome.failure });
    },
  });

  const settle = async (receiver: string, progress: Progress): Promise<void> => {
    if (progress === "DONE") return void failures.delete(receiver);
    const count = failures.get(receiver) ?? 0;
    failures.set(receiver, count + 1);
    await sweepAfter(db, receiver, Math.min(pauses.longestMs, pauses.firstMs * 2 ** Math.min(count, 16)));
  };
  const taskList = {
    async deliver(job: { receiver: string; record: string }) {
      // A receiver that could not take what came before is swept: it is not asked for each message.
      if (!failures.has(job.receiver)) await settle(job.receiver, await deliver.record(job.receiver, job.record));
    },
    async sweep({ receiver }: { receiver: string }) {
      await settle(receiver, await deliver.all(receiver));
    },
  } as unknown as TaskList;

  const running = keepRunning({ ...options, sweepMs: pauses.sweepMs, taskList, stopping: stopping.signal });
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
};

/** How long a worker waits for a database that is away, in milliseconds. */
const AWAY_MS = 1_000;

/** Runs a worker until it is to stop, and begins another where one ended: its database may be away for a while. */
const keepRunning = async ({
  db,
  databaseUrl,
  sender,
  routes,
  log,
  sweepMs,
  taskList,
  stopping,
}: CourierOptions & {
  readonly sweepMs: number;
  readonly taskList: TaskList;
  readonly stopping: AbortSignal;
}): Promise<void> => {
  const { run } = await import("graphile-worker");
  let told = false;
  while (!stopping.aborted) {
    const pgPool = new pg.Pool({
      connectionString: databaseUrl,
      max: 3,
      application_name: `govgraph-${sender}-courier`,
    });
    // A connection that breaks is replaced: the queue tries again by itself.
    pgPool.on("error", () => undefined);
    pgPool.on("connect", (client) => void client.on("error", () => undefined));
    let runner: Runner | undefined;
    let timer: NodeJS.Timeout | undefined;
    try {
      await keepRoutes(db, routes);
      runner = await run({
        pgPool,
        schema: sender,
        concurrency: 4,
        noHandleSignals: true,
        pollInterval: 2_000,
        taskList,
        // Else a worker that stops does not wait until what it did is written down, and its jobs stay locked for hours.
        preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
        logger: await silentLogger(),
      });
      told = false;
      const sweepAll = async (): Promise<void> => {
        for (const receiver of await listWaitingReceivers(db)) await sweepAfter(db, receiver, 0);
      };
      await sweepAll();
      timer = setInterval(() => void sweepAll().catch(() => undefined), sweepMs);
      await Promise.race([runner.promise, whenAborted(stopping)]);
    } catch (error) {
      if (!told && !stopping.aborted) logEvent(log, "COURIER_STOPPED", { error });
      told = true;
      await Promise.race([new Promise((resolve) => setTimeout(resolve, AWAY_MS).unref()), whenAborted(stopping)]);
    } finally {
      clearInterval(timer);
      await runner?.stop().catch(() => undefined);
      await pgPool.end().catch(() => undefined);
    }
  }
};

const whenAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
