/** `node dist/test/bench/limits.js`: what hostile documents leave behind, how soon they are refused, what planning does to others, and a light question beside heavy ones; asserts no time. */
import "reflect-metadata";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { runMain } from "../../platform/config/index.js";
import { HOSTILE } from "../support/hostile.js";
import type { TestStack } from "../support/stack.js";
import { measureOnStack } from "./bench-stack.js";
import { at, timed } from "./figures.js";
import { planningBesideOthers, planningByFields, planningOnAndOffTheLoop } from "./planning.js";
import { measureOnProcesses } from "./process-stack.js";

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

const LIGHT = `{ organization(uscc: "91990101MA9000011P") { name } }`;
const HEAVY_QUERY = `{ organizations(first: 100) { nodes { name penalties(first: 100) { nodes { docNo facts counterparty { name } } } } } }`;

const errorAt = async (url: string, query: string): Promise<string | undefined> => {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/graphql-response+json" },
    body: JSON.stringify({ query }),
  });
  const { errors } = (await response.json()) as { errors?: { extensions: { reason?: string; code: string } }[] };
  return errors?.[0] && String(errors[0].extensions.reason ?? errors[0].extensions.code);
};

/** How many of each. */
const counted = (outcomes: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};

/** Asks for the same light thing again and again while heavy documents are answered; each service and the gateway are processes. */
const beside = async (url: string): Promise<object> => {
  const ask = async (query: string): Promise<string> => (await errorAt(url, query)) ?? "ANSWERED";
  // More and more at once: the pools of the services open their connections before the clock runs.
  for (let together = 1; together <= HEAVY; together++)
    await Promise.all(Array.from({ length: together }, () => ask(LIGHT)));
  await ask(HEAVY_QUERY);
  const alone: number[] = [];
  for (let round = 0; round < 100; round++) alone.push(await timed(() => ask(LIGHT)));
  let running = HEAVY;
  const answers = Array.from({ length: HEAVY }, async () => {
    const outcome = await ask(HEAVY_QUERY);
    running -= 1;
    return outcome;
  });
  const times: number[] = [];
  const lights: string[] = [];
  while (running > 0) times.push(await timed(async () => void lights.push(await ask(LIGHT))));
  const heavy = await Promise.all(answers);
  times.sort((a, b) => a - b);
  alone.sort((a, b) => a - b);
  return {
    heavy: counted(heavy),
    light: counted(lights),
    aloneMedianMs: at(alone, 0.5),
    medianMs: at(times, 0.5),
    worstMs: at(times, 1),
    targetMs: 1_000,
  };
};

await runMain(async () => {
  const planning = await planningByFields();
  const planningThread = await planningOnAndOffTheLoop();
  const processes = await measureOnProcesses(async (url) => ({
    lightBesideHeavy: await beside(url),
    planningBesideOthers: await planningBesideOthers(url),
  }));
  await measureOnStack("limits", async (stack) => ({
    refusals: await refusals(stack),
    planning,
    planningThread,
    ...processes,
    memory: await memory(stack),
  }));
});
