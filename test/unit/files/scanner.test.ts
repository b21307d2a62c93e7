/** The scanner's protocol: what it calls clean is taken, and nothing else, whatever becomes of it. */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createScanner, parseScannerAddress } from "../../../platform/files/index.js";
import { startFakeScanner, type FakeScanner, type ScannerWay } from "../../support/fake-scanner.js";

const MARK = Buffer.from("a mark that stands for a virus");

let folder: string;
let path: string;
let scanner: FakeScanner | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "govgraph-scan-"));
  path = join(folder, "file");
});
afterEach(async () => {
  await scanner?.stop();
  scanner = undefined;
});
afterAll(() => rm(folder, { recursive: true }));

const verdict = (file: Buffer): string => (file.includes(MARK) ? "Test.Mark FOUND" : "OK");

it("is given all bytes, and takes what it calls clean", async () => {
  scanner = await startFakeScanner(verdict);
  const bytes = randomBytes(1_000_000);
  await writeFile(path, bytes);
  await createScanner(scanner.address).scan(path);
  expect(scanner.files).toEqual([bytes]);
});

it("[E10] refuses what it finds something in", async () => {
  scanner = await startFakeScanner(verdict);
  await writeFile(path, Buffer.concat([randomBytes(200_000), MARK]));
  await expect(createScanner(scanner.address).scan(path)).rejects.toMatchObject({
    code: "RULE_VIOLATION",
    details: { reason: "FILE_INFECTED" },
  });
});

const UNSCANNED = { code: "SERVICE_UNAVAILABLE", details: { reason: "FILE_SCANNER" } };

it.each<ScannerWay>(["hangs-up", "is-silent", "answers-early", "never-ends"])(
  "takes nothing where it %s",
  async (way) => {
    scanner = await startFakeScanner(verdict, way);
    await writeFile(path, randomBytes(3_000_000));
    await expect(createScanner(scanner.address, 200).scan(path)).rejects.toMatchObject(UNSCANNED);
  },
);

it.each(["ERROR", "", "OK FOUND or not", "OKAY", "Heuristics.Limits.Exceeded ERROR"])(
  "takes nothing where it answers %j",
  async (answer) => {
    scanner = await startFakeScanner(() => answer);
    await writeFile(path, "hello");
    await expect(createScanner(scanner.address).scan(path)).rejects.toMatchObject(UNSCANNED);
  },
);

it("takes nothing where nobody listens", async () => {
  const gone = await startFakeScanner(verdict);
  await gone.stop();
  await writeFile(path, "hello");
  await expect(createScanner(gone.address).scan(path)).rejects.toMatchObject(UNSCANNED);
  await expect(createScanner({ path: join(folder, "none") }).scan(path)).rejects.toMatchObject(UNSCANNED);
});

it("has an address of two kinds", () => {
  expect(parseScannerAddress("tcp://clamd.inner:3310")).toEqual({ host: "clamd.inner", port: 3310 });
  expect(parseScannerAddress("tcp://[::1]:3310")).toEqual({ host: "::1", port: 3310 });
  expect(parseScannerAddress("unix:/run/clamav/clamd.ctl")).toEqual({ path: "/run/clamav/clamd.ctl" });
  for (const address of ["", "clamd:3310", "tcp://clamd", "http://clamd:3310", "unix:run", "tcp://clamd:3310/x"])
    expect(() => parseScannerAddress(address)).toThrow("A scanner is");
});
