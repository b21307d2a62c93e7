/** Every machine that writes obey, driven through the graph: each step that its data allows happens, every other is refused and changes nothing. */
import { MODELLED } from "../support/machines/index.js";
import { drive, transitionsOf } from "../support/machines/model.js";
import { startStack, type TestStack } from "../support/stack.js";

/** Of each machine; 2,000 of each are in test/long. */
const SEQUENCES = 25;

let stack: TestStack;

beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

it.each(Object.entries(MODELLED))(
  "the machine of %s holds for whoever does whatever",
  async (_name, described) => {
    const taken = await drive(stack, described, { sequences: SEQUENCES, seed: 2_026 });
    // Otherwise it would hold of little.
    expect([...taken.keys()].sort()).toEqual(transitionsOf(described));
  },
);
