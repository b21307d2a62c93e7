/** `npm run bench -- attack`: how long attack documents hold up a gateway, those of our own writing and ten thousand generated ones; asserts no time. */
import "reflect-metadata";
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { projectPath, runMain } from "../../platform/config/index.js";
import { askAttack } from "../support/attacks/ask-attack.js";
import type { Attack } from "../support/attacks/attack.js";
import { generatedAttacks } from "../support/attacks/generated-attacks.js";
import { faultsOfRefusal, refusalOf, wordsOf } from "../support/attacks/judge.js";
import { ATTACKS } from "../support/attacks/table.js";
import { createMadeGraphs, type MadeGraphs } from "../support/made-world/made-graph.js";
import { startMadeHttp } from "../support/made-world/made-http.js";
import { at } from "./figures.js";

const SEED = Number(process.env["BENCH_SEED"] ?? 20_261_129);
const DOCUMENTS = Number(process.env["BENCH_DOCUMENTS"] ?? 10_000);
const WARMING = 200;

/** What a gateway's process says when it is asked. */
interface Told {
  readonly url?: string;
  /** Longest time since it was last asked in which it did nothing else, in milliseconds. */
  readonly longestMs?: number;
}

const told = async (gateway: ChildProcess): Promise<Told> => ((await once(gateway, "message")) as [Told])[0];

/** Sends attacks one after the other. Returns how each ended, and how long each held up the gateway. */
const sendAll = async (
  { gateway, url, graphs }: { readonly gateway: ChildProcess; readonly url: string; readonly graphs: MadeGraphs },
  attacks: readonly Attack[],
): Promise<object> => {
  const words = wordsOf(graphs.schema);
  const outcomes: Record<string, number> = {};
  const blocks: { readonly name: string; readonly outcome: string; readonly ms: number }[] = [];
  for (const attack of attacks) {
    const answer = await askAttack(url, attack);
    const refusal = refusalOf(answer);
    const outcome = typeof refusal === "object" ? refusal.limit : (refusal ?? "ANSWERED");
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    const faults = answer.data === undefined ? faultsOfRefusal(attack, answer, words) : [];
    if (faults.length > 0) throw new Error(`${faults.join()}: ${attack.query}`);
    const reading = told(gateway);
    gateway.send("read");
    blocks.push({ name: attack.name, outcome, ms: (await reading).longestMs! });
  }
  blocks.sort((one, other) => other.ms - one.ms);
  const times = blocks.map(({ ms }) => ms).reverse();
  return {
    documents: attacks.length,
    outcomes,
    longestMs: at(times, 1),
    p999Ms: at(times, 0.999),
    p99Ms: at(times, 0.99),
    medianMs: at(times, 0.5),
    above50Ms: times.filter((ms) => ms > 50).length,
    slowest: blocks.slice(0, 5),
  };
};

await runMain(async () => {
  const graphs = createMadeGraphs();
  const http = await startMadeHttp(graphs.made);
  const gateway = fork(projectPath("dist/test/bench/attack-gateway.js"), [JSON.stringify(http.subgraphs)]);
  try {
    const { url } = await told(gateway);
    const generated = generatedAttacks(graphs.schema, { seed: SEED, count: DOCUMENTS + WARMING });
    const sent = { gateway, url: url!, graphs };
    await sendAll(sent, generated.slice(0, WARMING));
    const results = {
      seed: SEED,
      targetMs: 50,
      written: await sendAll(sent, Object.values(ATTACKS).flat()),
      generated: await sendAll(sent, generated.slice(WARMING)),
    };
    const machine = { node: process.version, cores: cpus().length, model: cpus()[0]?.model };
    const measured = { measuredOn: new Date().toISOString().slice(0, 10), machine, results };
    process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
    writeFileSync(projectPath("test/bench/results/attack.json"), `${JSON.stringify(measured, null, 2)}\n`);
  } finally {
    gateway.kill();
    await once(gateway, "exit");
    await http.stop();
  }
});
