/** What a query costs: CPU of each kind of process, and what was sent and read on its way. */
import { at } from "../figures.js";
import { cpuSecondsOf, cpuSecondsOfServer, serverSecondsBetween } from "./cpu.js";
import type { BuildStack } from "./build-stack.js";
import { readStatements, resetStatements } from "./statements.js";

/** One round: CPU seconds per 1,000 requests by process, and counts per request. */
export interface RoundCost {
  /** Of the gateway, of each service, of all services, of PostgreSQL, and of all. */
  readonly cpu: Readonly<Record<string, number>>;
  readonly requestsPerSecond: number;
  /** Milliseconds of an answer. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly subgraphRequests: number;
  readonly statements: number;
  readonly rows: number;
}

/** The middle of the rounds of a query. */
export interface QueryCost extends RoundCost {
  readonly query: string;
}

/** Measures while so many requests are asked. */
export const measureRound = async (
  stack: BuildStack,
  ask: () => Promise<readonly number[]>,
  requests: number,
): Promise<RoundCost> => {
  await resetStatements(stack.client);
  const sentBefore = await stack.subgraphRequests();
  const processes = new Map([["gateway", stack.gateway.pid!] as const, ...pidsOf(stack)]);
  const before = new Map([...processes].map(([name, pid]) => [name, cpuSecondsOf(pid)]));
  const serverBefore = cpuSecondsOfServer(stack.postmaster);
  const started = performance.now();
  const times = [...(await ask())].map((seconds) => seconds * 1_000).sort((one, other) => one - other);
  const elapsed = (performance.now() - started) / 1_000;
  const server = serverSecondsBetween(serverBefore, cpuSecondsOfServer(stack.postmaster));
  const spent = [...processes].map(([name, pid]) => [name, cpuSecondsOf(pid) - before.get(name)!] as const);
  const sent = (await stack.subgraphRequests()) - sentBefore;
  const statements = await readStatements(stack.client);
  const per1000 = (seconds: number): number => (seconds / requests) * 1_000;
  const [gateway, ...services] = spent.map(([name, seconds]) => [name, per1000(seconds)] as const);
  const ofServices = services.reduce((sum, [, seconds]) => sum + seconds, 0);
  const perRequest = (of: "calls" | "rows"): number =>
    Math.round((statements.reduce((sum, each) => sum + each[of], 0) / requests) * 10) / 10;
  return {
    cpu: {
      gateway: gateway![1],
      ...Object.fromEntries(services),
      services: ofServices,
      postgres: per1000(server),
      all: gateway![1] + ofServices + per1000(server),
    },
    requestsPerSecond: Math.round((times.length / elapsed) * 10) / 10,
    p50: at(times, 0.5),
    p95: at(times, 0.95),
    p99: at(times, 0.99),
    subgraphRequests: Math.round((sent / requests) * 10) / 10,
    statements: perRequest("calls"),
    rows: perRequest("rows"),
  };
};

const pidsOf = ({ services }: BuildStack): (readonly [string, number])[] =>
  [...services].map(([name, { pid }]) => [name, pid!] as const);

/** The round whose sum is in the middle, rounded. */
export const summarizeRounds = (query: string, rounds: readonly RoundCost[]): QueryCost => {
  const middle = [...rounds].sort((one, other) => one.cpu["all"]! - other.cpu["all"]!)[Math.floor(rounds.length / 2)]!;
  return {
    query,
    ...middle,
    cpu: Object.fromEntries(
      Object.entries(middle.cpu).map(([name, seconds]) => [name, Math.round(seconds * 100) / 100]),
    ),
  };
};
