/** A bucket of a real S3-compatible server, built from its makers' release: s3s-fs verifies signatures and the SHA-256 of what comes. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { projectPath } from "../../platform/config/index.js";
import { createS3Shelf } from "../../platform/files/s3-shelf.js";
import { describeShelf, ownFolder } from "../support/shelf-tests.js";

/** The server, its version and where it is built once. */
const SERVER = { name: "s3s-fs", version: "0.14.1" };
const BUILT = projectPath(`node_modules/.cache/${SERVER.name}-${SERVER.version}`);
const PROGRAM = join(BUILT, "bin", SERVER.name);

const KEY = { region: "us-east-1", keyId: "govgraph", secret: "a-secret-of-this-test" };

let server: ChildProcess | undefined;
let folder: string;
let origin: string;

const build = async (): Promise<void> => {
  if (existsSync(PROGRAM)) return;
  const { name, version } = SERVER;
  const cargo = spawn(
    "cargo",
    ["install", name, "--version", version, "--features", "binary", "--locked", "--root", BUILT],
    { stdio: ["ignore", "ignore", "inherit"] },
  );
  const [code] = (await once(cargo, "exit")) as [number];
  if (code !== 0) throw new Error(`${name} ${version} could not be built with cargo.`);
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
};

const answers = async (): Promise<boolean> =>
  fetch(origin).then(
    () => true,
    () => false,
  );

beforeAll(async () => {
  await build();
  folder = await ownFolder();
  await mkdir(join(folder, "root", "files"), { recursive: true });
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const options = [
    "--host",
    "127.0.0.1",
    "--port",
    String(port),
    "--access-key",
    KEY.keyId,
    "--secret-key",
    KEY.secret,
  ];
  server = spawn(PROGRAM, [...options, join(folder, "root")], { stdio: "ignore" });
  while (!(await answers())) {
    if (server.exitCode !== null) throw new Error("The server ended.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
});
afterAll(async () => {
  if (server && server.exitCode === null) {
    server.kill();
    await once(server, "exit");
  }
  await rm(folder, { recursive: true });
});

describeShelf(`a bucket of ${SERVER.name} ${SERVER.version}`, async () => ({
  shelf: createS3Shelf({ url: `${origin}/files`, ...KEY }),
  folder,
  // More than one page of a list.
  many: 1_100,
}));

describe("what the server does not take", () => {
  // SHA-256 of "hello".
  const sha256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

  /** Whether it is there after it was put there. */
  const keep = async (bytes: string, key: Partial<typeof KEY> = {}): Promise<boolean> => {
    const path = join(folder, "one.part");
    await writeFile(path, bytes);
    const shelf = createS3Shelf({ url: `${origin}/files`, ...KEY, ...key });
    try {
      await shelf.keep({ path, bytes: bytes.length, sha256 });
      return (await shelf.find(sha256)) !== undefined;
    } finally {
      await shelf.close();
    }
  };

  it("is what another key signed", async () => {
    await expect(keep("hello", { secret: "another" })).rejects.toThrow(/^The bucket answers 403 \(\w+\)\.$/);
    await expect(keep("hello", { keyId: "another" })).rejects.toThrow(/^The bucket answers 403 \(\w+\)\.$/);
  });

  it("is other bytes than their SHA-256 says", async () => {
    await expect(keep("hallo")).rejects.toThrow(/^The bucket answers [45]\d\d/);
    const shelf = createS3Shelf({ url: `${origin}/files`, ...KEY });
    expect(await shelf.find(sha256)).toBeUndefined();
    await shelf.close();
    expect(await keep("hello")).toBe(true);
  });
});
