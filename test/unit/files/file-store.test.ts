/** The store: pieces are on the disk before the next one is taken, and whatever goes wrong nothing stays. */
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFileStore, createLocalShelf, type FileStore, type Shelf } from "../../../platform/files/index.js";
import { pdf } from "../../support/sample-files.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "govgraph-store-"));
});
afterEach(() => rm(folder, { recursive: true }));

const incoming = (): string => join(folder, "incoming");
const store = (more: { shelf?: Shelf; scan?: () => Promise<void> } = {}): FileStore =>
  createFileStore({
    folder: incoming(),
    shelf: more.shelf ?? createLocalShelf(folder),
    ...(more.scan ? { scanner: { scan: more.scan } } : {}),
  });
const kept = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

const PIECE = 64 * 1_024;

it("takes a piece once all before it are in the file: no more than one is in memory", async () => {
  const unwritten: number[] = [];
  const source = async function* (): AsyncGenerator<Buffer> {
    for (let given = 0; given < 200; given++) {
      if (given > 0) {
        const [name] = await readdir(incoming());
        unwritten.push(given * PIECE - (await stat(join(incoming(), name!))).size);
      }
      yield Buffer.alloc(PIECE, given);
    }
  };
  const { bytes } = await store().put(source(), { mostBytes: 200 * PIECE, typed: false });
  expect(bytes).toBe(200 * PIECE);
  expect(new Set(unwritten)).toEqual(new Set([0]));
});

const broken = async function* (): AsyncGenerator<Buffer> {
  yield pdf();
  throw new Error("cut off");
};
const whole = async function* (): AsyncGenerator<Buffer> {
  yield pdf();
};

it.each<[string, () => Promise<unknown>]>([
  ["the source breaks off", () => store().put(broken(), { mostBytes: PIECE })],
  ["it is too large", () => store().put(whole(), { mostBytes: 10 })],
  ["it is no such type", () => store().put(asSource(Buffer.from("hello, world")), { mostBytes: PIECE })],
  ["it is not what was said", () => store().put(whole(), { mostBytes: PIECE, sha256: "0".repeat(64) })],
  ["it is charged too much", () => store().put(whole(), { mostBytes: PIECE, onBytes: fail })],
  ["the scanner refuses it", () => store({ scan: fail }).put(whole(), { mostBytes: PIECE })],
  [
    "the shelf is full",
    () => store({ shelf: { ...createLocalShelf(folder), keep: fail } }).put(whole(), { mostBytes: PIECE }),
  ],
])("[E10] keeps nothing where %s", async (_why, put) => {
  await expect(put()).rejects.toThrow();
  expect(await kept()).toEqual([]);
});

const fail = async (): Promise<never> => {
  throw new Error("no");
};
const asSource = async function* (bytes: Buffer): AsyncGenerator<Buffer> {
  // A byte at a time: its beginning is known all the same.
  for (const byte of bytes) yield Buffer.from([byte]);
};

it("refuses a wrong beginning with its first bytes, without waiting for the rest", async () => {
  let given = 0;
  const source = async function* (): AsyncGenerator<Buffer> {
    for (; given < 1_000; given++) yield Buffer.from("MZ this is a program");
  };
  await expect(store().put(source(), { mostBytes: PIECE })).rejects.toMatchObject({ details: { reason: "FILE_TYPE" } });
  expect(given).toBe(0);
});

it("has nothing where its folder is not there yet", async () => {
  const empty = createLocalShelf(join(folder, "none"));
  const listed: unknown[] = [];
  for await (const entry of empty.list(new Date(8e15))) listed.push(entry);
  expect([listed, await empty.find("0".repeat(64))]).toEqual([[], undefined]);
});

it("clears what killed processes left, and nothing that comes now", async () => {
  const files = store();
  await files.put(whole(), { mostBytes: PIECE });
  const [left, now] = [join(incoming(), "left.part"), join(incoming(), "now.part")];
  await writeFile(left, "half");
  await writeFile(now, "half");
  await utimes(left, new Date(0), new Date(0));
  expect(await files.clear(new Date(1_000))).toBe(1);
  expect((await kept()).filter((name) => name.endsWith(".part"))).toEqual(["now.part"]);
  expect(await kept()).toHaveLength(2);
});
