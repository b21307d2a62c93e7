/** The example mirror as a process beside a stack whose clock moves, and random writes to what it copies. */
import type { Knex } from "knex";
import { projectPath } from "../../platform/config/index.js";
import { renewFeed } from "../../platform/database/index.js";
import { localDateOf } from "../../platform/domain/index.js";
import { runNode, waitFor, type CommandRun } from "./commands.js";
import { othersSettled } from "./feed.js";
import { TEST_NOW, type TestStack } from "./stack.js";

/** A mirror of a stack. */
export interface MirrorRun {
  /** Runs a command of the mirror to its end. */
  run(...words: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }>;
  /** Follows until it is killed. */
  follow(...words: readonly string[]): CommandRun;
  /** Moves the gateway's clock on by so many days. */
  moveDays(days: number): void;
  stop(): void;
}

const DAY_MS = 86_400_000;

/** The clock goes no further: in the end nothing at all would be public. */
const LAST_NOW = TEST_NOW.getTime() + 1_000 * DAY_MS;

/** Starts a gateway with a clock of its own, and gives the mirror beside it. */
export const startMirror = async (stack: TestStack): Promise<MirrorRun> => {
  let now = TEST_NOW;
  const { gateway } = await stack.another({
    clock: () => now,
    rate: { quotas: { anonymous: 0, signedIn: 0 }, store: undefined },
  });
  const running: CommandRun[] = [];
  const begin = (words: readonly string[]): CommandRun => {
    const where = ["--graph", gateway.url, ...(words[0] === "download" ? [] : ["--database", stack.database.ownerUrl])];
    const run = runNode([projectPath("dist/clients/mirror/src/main.js"), ...words, ...where], {});
    running.push(run);
    return run;
  };
  return {
    async run(...words) {
      const { ended, output } = begin(words);
      return { code: await ended, output: output() };
    },
    follow: (...words) => begin(["follow", "--every", "0.05", ...words]),
    moveDays: (days) => void (now = new Date(Math.min(now.getTime() + days * DAY_MS, LAST_NOW))),
    stop: () => running.forEach(({ child }) => child.kill("SIGKILL")),
  };
};

/** Numbers from 0 to 1, the same for the same seed (mulberry32, public domain). */
export const randomOf = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

interface Writing {
  readonly stack: TestStack;
  readonly random: () => number;
  readonly mirror: MirrorRun;
  /** Number of the write, for ids. */
  readonly number: number;
}

const credit = ({ stack }: Writing): Knex => stack.databases["credit"]!;

const anyOf = async (
  { random }: Writing,
  db: Knex,
  table: string,
  where: object = {},
): Promise<{ readonly id: string }> => {
  const rows = (await db(table).where(where).orderBy("id")) as { readonly id: string }[];
  // Of a long run nothing may be left: its write then changes nothing.
  return rows[Math.floor(random() * rows.length)] ?? { id: "" };
};

const today = localDateOf(TEST_NOW);

/** What happens to records, each with about the same chance. */
const WRITES: readonly ((writing: Writing) => Promise<unknown>)[] = [
  async (writing) => {
    const [model] = (await credit(writing)("penalties").where("id", "CF-GOLDEN-1")) as object[];
    await credit(writing)("penalties").insert({ ...model, id: `M-${writing.number}` });
  },
  async (writing) => {
    const [model] = (await credit(writing)("penalties").where("id", "CF-GOLDEN-1")) as object[];
    await credit(writing)("penalties").insert({ ...model, id: `W-${writing.number}` });
    await credit(writing)("penalties").where("id", `W-${writing.number}`).delete();
  },
  async (writing) => {
    const { id } = await anyOf(writing, credit(writing), "penalties", { repaired_on: null });
    await credit(writing)("penalties").where({ id }).update({ repaired_on: today });
  },
  async (writing) => {
    const { id } = await anyOf(writing, credit(writing), "penalties");
    await credit(writing)("penalties")
      .where({ id })
      .update({ violation_type: `变更 ${writing.number}` });
  },
  async (writing) => {
    const { id } = await anyOf(writing, credit(writing), "licences");
    await credit(writing)("licences")
      .where({ id })
      .update({ content: `变更 ${writing.number}` });
  },
  async (writing) => {
    const { id } = await anyOf(writing, credit(writing), "licences", { withdrawn_on: null });
    await credit(writing)("licences").where({ id }).update({ withdrawn_on: today });
  },
  async (writing) => {
    const matters = writing.stack.databases["matters"]!;
    const { id } = await anyOf(writing, matters, "service_matters", { status: "PUBLISHED" });
    await matters("service_matters").where({ id }).update({ visits: writing.number });
  },
  async (writing) => {
    const reference = writing.stack.databases["reference"]!;
    const { id } = await anyOf(writing, reference, "organizations");
    await reference("organizations")
      .where({ id })
      .update({ name: `更名 ${writing.number}` });
  },
  async ({ mirror, random }) => mirror.moveDays(1 + Math.floor(random() * 40)),
];

/** One random write, repair, end or day. */
export const writeOnce = (writing: Writing): Promise<unknown> =>
  WRITES[Math.floor(writing.random() * WRITES.length)]!(writing);

/** The database of credit is set back: its readers begin again. */
export const restore = (stack: TestStack, day: string): Promise<void> =>
  renewFeed(stack.databases["credit"]!, day, { newEpoch: true });

/** Kinds to which random writes happen. */
export const WRITTEN_KINDS = ["PENALTY", "LICENCE", "SERVICE_MATTER", "ORGANIZATION"] as const;

/** What a run does. */
export interface MirrorSequence {
  readonly seed: number;
  /** True as long as it goes on, told before each write how many there were. */
  readonly goesOn: (writes: number) => boolean;
}

/** Random writes while a mirror follows, is killed and begun again; returns how many there were of each. The copy is verified by whoever asks. */
export const runSequence = async (
  stack: TestStack,
  mirror: MirrorRun,
  { seed, goesOn }: MirrorSequence,
): Promise<{ readonly writes: number; readonly kills: number }> => {
  const random = randomOf(seed);
  let [writes, kills] = [0, 0];
  let following = mirror.follow("--kinds", ...WRITTEN_KINDS);
  while (goesOn(writes)) {
    await writeOnce({ stack, random, mirror, number: writes });
    writes += 1;
    if (writes % 15 !== 0) continue;
    // Every other time in the middle of a copy or of a piece of the feed.
    if (random() < 0.5) await waitFor(following, () => following.output().includes("In step"));
    following.child.kill("SIGKILL");
    await following.ended;
    kills += 1;
    following = mirror.follow("--kinds", ...WRITTEN_KINDS);
  }
  following.child.kill("SIGKILL");
  await following.ended;
  await othersSettled(stack);
  return { writes, kills };
};
