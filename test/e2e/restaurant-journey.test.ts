/** A restaurant from the first search to the last fen, by the API alone. */
import { storyClock, tellRestaurantStory, type Way } from "../support/journey/restaurant.js";
import { startStack, type TestStack } from "../support/stack.js";

const clock = storyClock();
let stack: TestStack;
let way: Way;

beforeAll(async () => {
  stack = await startStack();
  const { ask } = await stack.another({ clock: () => clock.now });
  way = { stack, ask, handIn: async (_viewer, name) => ({ name, delivery: "PAPER" }) };
});
afterAll(() => stack.stop());

tellRestaurantStory(() => way, clock);
