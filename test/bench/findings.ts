/** Part of `npm run bench`: a page of findings from the precomputed table, beside the rules over all records; asserts nothing. */
import "reflect-metadata";
import { runMain } from "../../platform/config/index.js";
import { findDirectly } from "../support/direct-findings.js";
import { measureOnStack } from "./bench-stack.js";

const ROUNDS = 40;
const TODAY = "2026-09-28";
const QUERY = `{ intermediaryFindings(first: 20) { totalCount nodes { id message } } }`;

/** Median of the rounds in milliseconds; the first ones open connections and are left out. */
const median = async (work: () => Promise<unknown>): Promise<number> => {
  const times: number[] = [];
  for (let round = -10; round < ROUNDS; round++) {
    const started = performance.now();
    await work();
    if (round >= 0) times.push(performance.now() - started);
  }
  return Math.round(times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]! * 10) / 10;
};

await runMain(() =>
  measureOnStack(
    "findings",
    async (stack) => {
      // The whole way of a question first, so that what is measured last finds the machine warmest.
      const gateway = await median(() => stack.ask(QUERY));
      const service = await median(() => stack.askSubgraph("intermediary", QUERY));
      const rules = await median(() => findDirectly(stack.databases["intermediary"]!, {}, TODAY));
      return { rulesMs: rules, serviceMs: service, gatewayMs: gateway, ratio: Math.round(rules / service) };
    },
    "demo",
  ),
);
