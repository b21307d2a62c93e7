/** As test/e2e/mirror.test.ts, for 30 minutes, every kind with them; another length in minutes by MIRROR_MINUTES, another sequence by MIRROR_SEED. */
import { runSequence, startMirror, type MirrorRun } from "../support/mirror.js";
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
let mirror: MirrorRun;
beforeAll(async () => {
  stack = await startStack();
  mirror = await startMirror(stack);
});
afterAll(async () => {
  mirror.stop();
  await stack.stop();
});

it("copy and graph are equal after random writes, repairs, ends, days and kills", async () => {
  const endsAt = Date.now() + Number(process.env["MIRROR_MINUTES"] ?? 30) * 60_000;
  const seed = Number(process.env["MIRROR_SEED"] ?? 1);
  expect((await mirror.run("copy")).code).toBe(0);
  const { writes, kills } = await runSequence(stack, mirror, { seed, goesOn: () => Date.now() < endsAt });
  expect(Math.min(writes, kills)).toBeGreaterThan(0);
  expect(await mirror.run("verify")).toEqual({
    code: 0,
    output: expect.stringContaining("Copy and graph are equal."),
  });
});
