/** Twenty mutants of the policy table, others whenever the table changes: the hand-typed matrix notices each. */
import { loadPolicy } from "../../platform/disclosure/table/index.js";
import { policyMutants } from "../mutants/policy-mutants.js";
import { killerOf } from "../mutants/run-policy-mutant.js";
import { startStack, type TestStack } from "../support/stack.js";

const table = loadPolicy();

/** Pseudo-random order that the table's own hash seeds, so that a run can be had again. */
const sampled = (count: number): ReturnType<typeof policyMutants> => {
  let seed = Number.parseInt(table.hash.slice(0, 8), 16);
  const next = (): number => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0);
  return policyMutants(table)
    .map((mutant) => ({ mutant, place: next() }))
    .sort((left, right) => left.place - right.place)
    .slice(0, count)
    .map(({ mutant }) => mutant);
};

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

describe(`mutants sampled by ${table.hash}`, () => {
  it.each(sampled(20).map((mutant) => [mutant.name, mutant] as const))("%s is killed", async (_name, mutant) => {
    expect(await killerOf(stack, mutant)).toEqual(expect.any(String));
  });
});
