/** `node dist/test/bench/limits.js`: what hostile documents leave behind, how soon they are refused, and a light question beside heavy ones; asserts no time. */
import "reflect-metadata";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { runMain } from "../../platform/config/index.js";
import { HOSTILE } from "../support/hostile.js";
import type { TestStack } from "../support/stack.js";
import { measureOnStack } from "./bench-stack.js";

const DOCUMENTS = Number(process.env["BENCH_DOCUMENTS"] ?? 10_000);
const REFUSALS = 200;
const HEAVY = 20;
const MIB = 1024 * 1024;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Bytes that are in use once all that can be forgotten is. */
const inUse = (): number => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

const at = (sorted: readonly number[], share: number): number =>
  Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2));

const timed = async (request: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await request();
  return performance.now() - started;
};

/** Documents of almost 16 KiB, each another; a comment makes most of each. */
const memory = async (stack: TestStack): Promise<object> => {
  const send = (index: number): Promise<unknown> =>
    stack.ask(`{ me { kind k${index}: kind } } # ${String(index).padEnd(16_000, "x")}`);
  for (let index = 0; index < 50; index++) await send(index);
  const before = inUse();
  for (let index = 50; index < 50 + DOCUMENTS; index++) await send(index);
  return { documents: DOCUMENTS, leftMiB: Number(((inUse() - before) / MIB).toFixed(1)), targetMiB: 100 };
};

const refusals = async (stack: TestStack): Promise<object> => {
  const measured: [string, object][] = [];
  for (const [name, query] of Object.entries(HOSTILE)) {
    const times: number[] = [];
    for (let round = 0; round < REFUSALS; round++) {
      times.push(
        await timed(async () => {
          const { body } = await stack.ask(query);
          if (body.errors?.[0]?.extensions["reason"] !== "NODES") throw new Error(`Not refused: ${query}`);
        }),
      );
    }
    times.sort((a, b) => a - b);
    measured.push([name, { medianMs: at(times, 0.5), p95Ms: at(times, 0.95) }]);
  }
  return Object.fromEntries(measured);
};

/** Asks for the same light thing again and again while heavy documents are answered; services and gateway share one process here. */
const beside = async (stack: TestStack): Promise<object> => {
  const light = `{ organization(uscc: "91990101MA9000011P") { name } }`;
  const heavy = `{ organizations(first: 100) { nodes { name penalties(first: 100) { nodes { docNo facts counterparty { name } } } } } }`;
  const ask = async (): Promise<void> => {
    const { body } = await stack.ask(light);
    if (body.errors !== undefined) throw new Error(`The light question failed: ${JSON.stringify(body.errors)}`);
  };
  const alone: number[] = [];
  for (let round = 0; round < 50; round++) alone.push(await timed(ask));
  let running = HEAVY;
  const answers = Array.from({ length: HEAVY }, async () => {
    const { body } = await stack.ask(heavy);
    running -= 1;
    const [error] = body.errors ?? [];
    return error ? String(error.extensions["reason"] ?? error.extensions["code"]) : "ANSWERED";
  });
  const times: number[] = [];
  while (running > 0) times.push(await timed(ask));
  const outcomes = await Promise.all(answers);
  times.sort((a, b) => a - b);
  alone.sort((a, b) => a - b);
  return {
    heavy: HEAVY,
    outcomes: Object.fromEntries(
      [...new Set(outcomes)].map((outcome) => [outcome, outcomes.filter((each) => each === outcome).length]),
    ),
    lightAsked: times.length,
    aloneMedianMs: at(alone, 0.5),
    medianMs: at(times, 0.5),
    worstMs: at(times, 1),
    targetMs: 1_000,
  };
};

await runMain(() =>
  measureOnStack("limits", async (stack) => ({
    refusals: await refusals(stack),
    lightBesideHeavy: await beside(stack),
    memory: await memory(stack),
  })),
);
