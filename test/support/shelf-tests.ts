/** What every shelf of files does, whoever keeps them. */
import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { Shelf } from "../../platform/files/index.js";

/** A shelf that is tried. `folder` is on the file system of its folder, where it has one. */
export interface TriedShelf {
  readonly shelf: Shelf;
  readonly folder: string;
  /** Files that it is filled with, to see that all are listed. @default 30 */
  readonly many?: number;
}

const sha256Of = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
const SOON = (): Date => new Date(Date.now() + 60 * 60 * 1_000);
const LONG_AGO = new Date("2000-01-01T00:00:00Z");

/** Declares the tests; `open` is called once before them. */
export const describeShelf = (name: string, open: () => Promise<TriedShelf>): void =>
  describe(name, () => {
    let shelf: Shelf;
    let folder: string;
    let many: number;
    beforeAll(async () => {
      const tried = await open();
      shelf = tried.shelf;
      many = tried.many ?? 30;
      folder = await mkdtemp(join(tried.folder, "come-"));
    });
    afterAll(async () => {
      await shelf?.close();
      await rm(folder, { recursive: true });
    });

    const keep = async (bytes: Buffer): Promise<string> => {
      const sha256 = sha256Of(bytes);
      const path = join(folder, `${sha256}.part`);
      await writeFile(path, bytes);
      await shelf.keep({ path, bytes: bytes.length, sha256 });
      return sha256;
    };
    const read = async (...asked: Parameters<Shelf["open"]>): Promise<Buffer | undefined> => {
      const content = await shelf.open(...asked);
      return content && buffer(content);
    };
    const listed = async (before: Date): Promise<string[]> => {
      const found: string[] = [];
      for await (const { sha256 } of shelf.list(before)) found.push(sha256);
      return found;
    };

    it("gives what it keeps, whole and in part, as often as it is put there", async () => {
      const bytes = randomBytes(300_000);
      const sha256 = await keep(bytes);
      expect(await keep(bytes)).toBe(sha256);
      expect(await shelf.find(sha256)).toMatchObject({ sha256, bytes: bytes.length });
      expect(await read(sha256)).toEqual(bytes);
      expect(await read(sha256, { start: 100_000, end: 200_000 })).toEqual(bytes.subarray(100_000, 200_001));
      expect(await read(sha256, { start: 299_999, end: 299_999 })).toEqual(bytes.subarray(299_999));
    });

    it("knows nothing of what it does not keep", async () => {
      const sha256 = "0".repeat(64);
      expect([await shelf.find(sha256), await shelf.open(sha256)]).toEqual([undefined, undefined]);
      expect(await shelf.remove(sha256, SOON())).toBe(false);
    });

    it("lists and removes what was put there before an instant, and nothing that was put there after it", async () => {
      const kept = await keep(randomBytes(10));
      expect(await listed(LONG_AGO)).toEqual([]);
      expect(await listed(SOON())).toContain(kept);
      expect([await shelf.remove(kept, LONG_AGO), await read(kept)]).toEqual([false, expect.any(Buffer)]);
      expect([await shelf.remove(kept, SOON()), await read(kept)]).toEqual([true, undefined]);
      expect(await listed(SOON())).not.toContain(kept);
    });

    it("lists all that it keeps, however many", async () => {
      const kept: string[] = [];
      for (let number = 0; number < many; number++) kept.push(await keep(Buffer.from(`number ${number}`)));
      expect(await listed(SOON())).toEqual(expect.arrayContaining(kept));
    });
  });

/** A folder of its own for a run. */
export const ownFolder = (): Promise<string> => mkdtemp(join(tmpdir(), "govgraph-shelf-"));
