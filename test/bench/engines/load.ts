/** Load on one gateway: a round of requests in a mode, and what they cost it and the services. */
import type { ChildProcess } from "node:child_process";
import { Pool } from "undici";
import { at } from "../figures.js";
import { coldDocument } from "./cold.js";
import { caseFile } from "./worlds.js";

const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 4);
const QUERY = caseFile("query.graphql");

/** How requests differ: each is another viewer's (`unique`), all are nobody's (`shared`), or each brings a document that was never seen (`cold`). */
export type Mode = "unique" | "shared" | "cold";

/** How many ask at once; plans are made a few at once, so few ask for new ones. */
export const CONNECTIONS: Readonly<Record<Mode, number>> = { unique: 50, shared: 50, cold: 4 };

/** What a round showed: milliseconds, CPU seconds of 1,000 requests. */
export interface Round {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly gatewayCpuPer1000: number;
  readonly servicesCpuPer1000: number;
  readonly subgraphRequests: number;
  readonly peakMiB: number;
}

/** A gateway under load. */
export interface Loaded {
  readonly gateway: ChildProcess;
  readonly services: ChildProcess;
  readonly url: string;
}

interface Usage {
  readonly cpuSeconds: number;
  readonly peakMiB?: number;
  readonly requests?: number;
}

/** The next message of a process. Rejects where it ends before. */
export const told = <Message>(child: ChildProcess): Promise<Message> =>
  new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error("A process of the benchmark ended."));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message as Message);
    });
  });

const usageOf = (child: ChildProcess): Promise<Usage> => {
  const answer = told<Usage>(child);
  child.send("usage");
  return answer;
};

let serial = 0;

/** Asks once; gives the text of the answer. Throws where it is none. */
export const ask = async (pool: Pool, path: string, mode: Mode): Promise<string> => {
  serial += 1;
  const { statusCode, body } = await pool.request({
    method: "POST",
    path,
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      ...(mode === "shared" ? {} : { authorization: `Bearer viewer-${serial}.a.b` }),
    },
    body: JSON.stringify({ query: mode === "cold" ? coldDocument(serial) : QUERY }),
  });
  const text = await body.text();
  if (statusCode !== 200 || text.includes('"errors":')) throw new Error(`status ${statusCode}: ${text.slice(0, 300)}`);
  return text;
};

/** Asks for the seconds of a round; gives the milliseconds of each answer, the shortest first. */
export const load = async (pool: Pool, path: string, mode: Mode): Promise<number[]> => {
  const until = performance.now() + SECONDS * 1_000;
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: CONNECTIONS[mode] }, async () => {
      while (performance.now() < until) {
        const started = performance.now();
        await ask(pool, path, mode);
        times.push(performance.now() - started);
      }
    }),
  );
  return times.sort((a, b) => a - b);
};

/** A pool over the gateway, closed after the work. */
export const withPool = async <Result>(
  url: string,
  connections: number,
  work: (pool: Pool, path: string) => Promise<Result>,
): Promise<Result> => {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections });
  try {
    return await work(pool, pathname);
  } finally {
    await pool.close();
  }
};

/** One round, after a warm-up. */
export const roundOf = ({ gateway, services, url }: Loaded, mode: Mode): Promise<Round> =>
  withPool(url, CONNECTIONS[mode], async (pool, path) => {
    for (let warm = 0; warm < (mode === "cold" ? 10 : 100); warm++) await ask(pool, path, mode);
    const before = [await usageOf(gateway), await usageOf(services)] as const;
    const started = performance.now();
    const times = await load(pool, path, mode);
    const seconds = (performance.now() - started) / 1_000;
    const after = [await usageOf(gateway), await usageOf(services)] as const;
    const per1000 = (index: 0 | 1): number =>
      Number((((after[index].cpuSeconds - before[index].cpuSeconds) * 1_000) / times.length).toFixed(3));
    return {
      requestsPerSecond: Math.round(times.length / seconds),
      p50: at(times, 0.5),
      p95: at(times, 0.95),
      p99: at(times, 0.99),
      gatewayCpuPer1000: per1000(0),
      servicesCpuPer1000: per1000(1),
      subgraphRequests: Number(((after[1].requests! - before[1].requests!) / times.length).toFixed(2)),
      peakMiB: Math.round(after[0].peakMiB!),
    };
  });
