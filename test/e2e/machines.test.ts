/** Every machine that writes obey, driven through the graph: each step that its data allows happens, every other is refused and changes nothing. */
import { MODEL_VIEWERS, MODELLED } from "../support/machines/index.js";
import { drive, transitionsOf } from "../support/machines/model.js";
import { startStack, type TestStack } from "../support/stack.js";

/** Of a machine that says nothing else; 2,000 of each are in test/long. */
const FEW = 25;

let stack: TestStack;

beforeAll(async () => {
  stack = await startStack({ viewers: MODEL_VIEWERS });
});
afterAll(() => stack.stop());

it.each(Object.entries(MODELLED))("the machine of %s holds for whoever does whatever", async (_name, described) => {
  const taken = await drive(stack, described, { sequences: described.sequences ?? FEW, seed: 2_026 });
  // Otherwise it would hold of little.
  expect([...taken.keys()].sort()).toEqual(transitionsOf(described));
});
