/** `node dist/test/bench/existence.js`: how long the gateway takes to refuse a hidden record and an unknown key, in turns; asserts no time. */
import "reflect-metadata";
import { runMain } from "../../platform/config/index.js";
import type { TestStack } from "../support/stack.js";
import { measureOnStack } from "./bench-stack.js";
import { median } from "./figures.js";

const SAMPLES = Number(process.env["BENCH_SAMPLES"] ?? 500);
const WARM_UP = 50;
const TARGET_MS = 5;
const HIDDEN = "22240120260302000001";
const UNKNOWN = "22240120260302999999";

const QUERY = "query Existence($key: ID!) { serviceCase(caseNo: $key) { caseNo state applicantName } }";

/** Milliseconds of one refusal. Throws where a record was found or the query failed. */
const sample = async (stack: TestStack, key: string): Promise<number> => {
  const started = performance.now();
  const { body } = await stack.ask(QUERY, { variables: { key } });
  const elapsed = performance.now() - started;
  if (body.errors !== undefined || body.data?.serviceCase !== null)
    throw new Error(`${key} was not refused as not found: ${JSON.stringify(body).slice(0, 300)}`);
  return elapsed;
};

const measure = async (stack: TestStack): Promise<object> => {
  const owner = await stack.ask(QUERY, { viewer: "citizen-1", variables: { key: HIDDEN } });
  if (owner.body.data?.serviceCase?.caseNo !== HIDDEN) throw new Error("The hidden record is not in the seed.");
  const taken = await stack.databases["matters"]!("service_cases").where("case_no", UNKNOWN);
  if (taken.length > 0) throw new Error("The unknown key is that of a record.");
  const times: Record<"hidden" | "unknown", number[]> = { hidden: [], unknown: [] };
  for (let round = -WARM_UP; round < SAMPLES; round++) {
    // In turns, and in both orders: the second of a pair would else always find the machine warmer.
    const pair = [
      ["hidden", HIDDEN],
      ["unknown", UNKNOWN],
    ] as const;
    for (const [name, key] of round % 2 === 0 ? pair : [...pair].reverse()) {
      const elapsed = await sample(stack, key);
      if (round >= 0) times[name].push(elapsed);
    }
  }
  const [hidden, unknown] = [median(times.hidden), median(times.unknown)];
  return {
    samplesEach: times.hidden.length,
    hiddenMedianMs: Number(hidden.toFixed(3)),
    unknownMedianMs: Number(unknown.toFixed(3)),
    differenceMs: Number(Math.abs(hidden - unknown).toFixed(3)),
    targetMs: TARGET_MS,
  };
};

await runMain(() => measureOnStack("existence", measure));
