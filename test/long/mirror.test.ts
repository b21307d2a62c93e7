/** As test/e2e/mirror.test.ts, for 30 minutes, every kind with them; another length in minutes by MIRROR_MINUTES, another sequence by MIRROR_SEED. What came of it stands in results/mirror.json. */
import { writeFileSync } from "node:fs";
import { projectPath } from "../../platform/config/index.js";
import { runSequence, startMirror, type MirrorRun } from "../support/mirror.js";
import { startStack, type TestStack } from "../support/stack.js";

const MINUTES = Number(process.env["MIRROR_MINUTES"] ?? 30);

/** What the last verification may take after it, in minutes. */
const REST_MINUTES = 30;

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

it(
  "copy and graph are equal after random writes, repairs, ends, days and kills",
  async () => {
    const endsAt = Date.now() + MINUTES * 60_000;
    const seed = Number(process.env["MIRROR_SEED"] ?? 1);
    expect((await mirror.run("copy")).code).toBe(0);
    const { writes, kills } = await runSequence(stack, mirror, { seed, goesOn: () => Date.now() < endsAt });
    expect(Math.min(writes, kills)).toBeGreaterThan(0);
    const { code, output } = await mirror.run("verify");
    expect([code, output]).toEqual([0, expect.stringContaining("Copy and graph are equal.")]);
    const ranOn = new Date().toISOString().slice(0, 10);
    const result = { ranOn, seed, minutes: MINUTES, writes, kills, said: output.trim().split("\n") };
    writeFileSync(projectPath("test/long/results/mirror.json"), `${JSON.stringify(result, null, 2)}\n`);
  },
  (MINUTES + REST_MINUTES) * 60_000,
);
