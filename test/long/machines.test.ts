/** As test/e2e/machines.test.ts, in 2,000 sequences; each machine has data of its own, of which others spent nothing. */
import { MODEL_VIEWERS, MODELLED } from "../support/machines/index.js";
import { drive, transitionsOf } from "../support/machines/model.js";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;

beforeEach(async () => {
  stack = await startStack({ viewers: MODEL_VIEWERS });
});
afterEach(() => stack.stop());

it.each(Object.entries(MODELLED))("the machine of %s holds in 2,000 sequences", async (name, described) => {
  const taken = await drive(stack, described, { sequences: 2_000 });
  const steps = [...taken.values()].reduce((sum, times) => sum + times, 0);
  process.stderr.write(`${name}: ${steps} steps of ${taken.size} transitions\n`);
  expect([...taken.keys()].sort()).toEqual(transitionsOf(described));
});
