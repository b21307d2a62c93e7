/** Files at the gateway: a signed-in viewer sends one, an object holds it, and who may read the object reads it; nothing else gets in or out. */
import { createHash } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cleanUp } from "../../gateway/files/clean-up.js";
import { createHolders, type Holders } from "../../gateway/files/holders.js";
import type { GatewayOptions, RunningGateway } from "../../gateway/gateway.js";
import { createSigningKey, parseSignerKeys, parseTextSigner } from "../../platform/auth/index.js";
import {
  createFileStore,
  createLocalShelf,
  createReceiptReader,
  createScanner,
  printFileId,
} from "../../platform/files/index.js";
import { attachFile, heldAmong, type AttachInput } from "../../platform/files/attached/index.js";
import { inTrial } from "../../platform/database/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { startFakeScanner } from "../support/fake-scanner.js";
import { pdf, SAMPLES, SPOILED } from "../support/sample-files.js";
import { startStack, TEST_NOW, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";

type Name = keyof typeof VIEWERS;

/** A case of citizen-1, handled by the agency of officer-1. */
const CASE = { kind: "ServiceCase", key: "22240120260302000001" };

const signer = parseTextSigner(createSigningKey());
const readReceipt = createReceiptReader(parseSignerKeys(signer.publicKey));

let folder: string;
let stack: TestStack;
let gateway: RunningGateway;

const filesOf = (more: Partial<NonNullable<GatewayOptions["files"]>> = {}): NonNullable<GatewayOptions["files"]> => ({
  store: createFileStore({ folder: join(folder, "incoming"), shelf: createLocalShelf(folder) }),
  signer,
  mostBytes: 1_024 * 1_024,
  day: { files: 10_000, bytes: 1_024 ** 3 },
  ...more,
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "govgraph-files-"));
  stack = await startStack();
  ({ gateway } = await stack.another({ files: filesOf() }));
});
afterAll(async () => {
  await stack?.stop();
  await rm(folder, { recursive: true });
});

const tokenOf = (viewer: Name): Record<string, string> =>
  viewer === "anonymous" ? {} : { authorization: `Bearer ${viewer}.test.test` };

interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly fileId?: string;
    readonly sha256?: string;
    readonly bytes?: number;
    readonly mediaType?: string;
    readonly endsAt?: string;
    readonly errors?: readonly { readonly extensions: { readonly code: string; readonly reason?: string } }[];
  };
}

const send = async (
  bytes: Buffer,
  { viewer = "citizen-1", headers = {}, url = gateway.url }: { viewer?: Name; headers?: object; url?: string } = {},
): Promise<Told> => {
  const response = await fetch(`${url}/files`, {
    method: "POST",
    body: bytes,
    headers: { "content-type": "application/octet-stream", ...tokenOf(viewer), ...headers },
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Told["body"] };
};

const read = (fileId: string, viewer: Name, headers: object = {}, method = "GET"): Promise<Response> =>
  fetch(`${gateway.url}/files/${fileId}`, { method, headers: { ...tokenOf(viewer), ...headers } });

const reasonOf = ({ status, body }: Told): readonly unknown[] => [
  status,
  body.errors?.[0]?.extensions.code,
  body.errors?.[0]?.extensions.reason,
];

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

/** Everything that is in the folder, files that come among them. */
const kept = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

const attach = (fileId: string, more: Partial<AttachInput> = {}, viewer: Name = "citizen-1"): Promise<string> =>
  stack.databases["matters"]!.transaction(async (trx) => {
    const input = { fileId, name: "证明.pdf", holder: CASE, ...more };
    const { id } = await attachFile(trx, input, { viewer: VIEWERS[viewer], asOf: TEST_NOW, readReceipt });
    return printFileId({ service: "matters", id });
  });

describe("[E10] an upload", () => {
  it.each(Object.entries(SAMPLES))("of %s is known by its content and kept under its SHA-256", async (_, sample) => {
    const { status, headers, body } = await send(sample.bytes);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      sha256: sha256(sample.bytes),
      bytes: sample.bytes.length,
      mediaType: sample.mediaType,
    });
    expect(headers.get("location")).toBe(`/files/${body.fileId}`);
    expect(Math.abs(Date.parse(body.endsAt!) - Date.now() - 24 * 60 * 60 * 1_000)).toBeLessThan(60_000);
    expect(await kept()).toContain(sha256(sample.bytes));
  });

  it.each(Object.entries(SPOILED))("of %s is refused, and nothing of it stays", async (_, { bytes, reason }) => {
    const before = await kept();
    const told = await send(bytes, { headers: { "content-type": "application/pdf" } });
    expect(reasonOf(told)).toEqual([reason === "FILE_TYPE" ? 415 : 400, "BAD_USER_INPUT", reason]);
    expect(await kept()).toEqual(before);
  });

  it("of the same bytes by another is the same file, and each has a receipt of their own", async () => {
    const bytes = pdf("twice");
    const [one, other] = [await send(bytes), await send(bytes, { viewer: "citizen-2" })];
    expect(other.body.sha256).toBe(one.body.sha256);
    expect(other.body.fileId).not.toBe(one.body.fileId);
    expect((await kept()).filter((name) => name === one.body.sha256)).toHaveLength(1);
  });

  it("is for who is signed in", async () => {
    expect(reasonOf(await send(pdf(), { viewer: "anonymous" }))).toEqual([401, "UNAUTHENTICATED", undefined]);
  });

  it("above the limit is refused, by what it says and by what comes", async () => {
    const large = Buffer.concat([pdf(), Buffer.alloc(1_024 * 1_024)]);
    expect(reasonOf(await send(large))).toEqual([413, "LIMIT_EXCEEDED", "FILE_SIZE"]);
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(large);
        controller.close();
      },
    });
    const response = await fetch(`${gateway.url}/files`, {
      method: "POST",
      body: stream,
      duplex: "half",
      headers: tokenOf("citizen-1"),
    } as RequestInit);
    expect(response.status).toBe(413);
    expect((await kept()).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("comes in pieces too, and is held against the digest that its sender says", async () => {
    const bytes = pdf("digest");
    const digest = (of: Buffer): object => ({
      "content-digest": `sha-256=:${createHash("sha256").update(of).digest("base64")}:`,
    });
    expect((await send(bytes, { headers: digest(bytes) })).status).toBe(201);
    expect(reasonOf(await send(pdf("other"), { headers: digest(bytes) }))).toEqual([
      400,
      "BAD_USER_INPUT",
      "FILE_DIGEST",
    ]);
    const malformed = { "content-digest": "sha-256=abc" };
    expect(reasonOf(await send(bytes, { headers: malformed }))).toEqual([400, "BAD_USER_INPUT", "FILE_DIGEST"]);
    expect((await send(bytes, { headers: { "content-digest": "sha-512=:YQ==:" } })).status).toBe(201);
  });

  it.each([
    ["a form", { "content-type": "multipart/form-data; boundary=x" }],
    ["what a page can send without asking", { "content-type": "text/plain" }],
    ["JSON", { "content-type": "application/json" }],
    ["packed bytes", { "content-encoding": "gzip" }],
  ])("as %s is refused", async (_name, headers) =>
    expect(reasonOf(await send(pdf(), { headers }))).toEqual([415, "BAD_USER_INPUT", "FILE_BODY"]),
  );

  it("that is cut off leaves nothing", async () => {
    const before = await kept();
    await new Promise<void>((resolve) => {
      const sent = httpRequest(`${gateway.url}/files`, {
        method: "POST",
        headers: { ...tokenOf("citizen-1"), "content-length": 1_000 },
      });
      sent.on("error", () => resolve());
      sent.write(pdf());
      // Cut off once it is being written.
      const look = setInterval(() => {
        void kept().then((names) => {
          if (!names.some((name) => name.endsWith(".part"))) return;
          clearInterval(look);
          sent.destroy();
        });
      }, 10);
    });
    for (;;) {
      const now = await kept();
      if (!now.some((name) => name.endsWith(".part"))) {
        expect(now).toEqual(before);
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });

  it("is allowed so many times and bytes a day", async () => {
    const { gateway: strict } = await stack.another({ files: filesOf({ day: { files: 2, bytes: 10 * 1_024 ** 2 } }) });
    const { gateway: narrow } = await stack.another({ files: filesOf({ day: { files: 20, bytes: 1_024 ** 2 } }) });
    const times = async (url: string, viewer: Name): Promise<Told> => send(pdf(), { url, viewer });
    expect([(await times(strict.url, "citizen-1")).status, (await times(strict.url, "citizen-1")).status]).toEqual([
      201, 201,
    ]);
    const refused = await times(strict.url, "citizen-1");
    expect(reasonOf(refused)).toEqual([429, "RATE_LIMITED", "FILE_QUOTA"]);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(40_000);
    expect((await times(strict.url, "citizen-2")).status).toBe(201);
    expect((await times(narrow.url, "citizen-1")).status).toBe(201);
    expect(reasonOf(await times(narrow.url, "citizen-1"))).toEqual([429, "RATE_LIMITED", "FILE_QUOTA"]);
  });
});

describe("an upload that nothing holds", () => {
  let fileId: string;
  beforeAll(async () => {
    fileId = (await send(pdf("mine"))).body.fileId!;
  });

  it("is its sender's alone", async () => {
    expect(Buffer.from(await (await read(fileId, "citizen-1")).arrayBuffer())).toEqual(pdf("mine"));
    for (const viewer of ["anonymous", "citizen-2", "officer-1", "supervisor-1", "app-partner"] as const)
      expect((await read(fileId, viewer)).status).toBe(404);
  });

  it("is known by nothing but its receipt as it was signed", async () => {
    const [head, , signature] = fileId.split(".");
    const forged = Buffer.from(JSON.stringify({ sha256: sha256(pdf("mine")), bytes: 1, mediaType: "text/html" }));
    for (const id of [`${head}.${forged.toString("base64url")}.${signature}`, sha256(pdf("mine")), `${fileId}x`, "x"])
      expect((await read(id, "citizen-1")).status).toBe(404);
  });

  it("is attached by its sender alone", async () => {
    for (const viewer of ["citizen-2", "anonymous"] as const)
      await expect(attach(fileId, {}, viewer)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("[E10] a file that a case holds", () => {
  let fileId: string;
  beforeAll(async () => {
    fileId = await attach((await send(pdf("held"))).body.fileId!);
  });

  it.each([
    ["anonymous", 404],
    ["citizen-1", 200],
    ["citizen-2", 404],
    ["agent-1", 404],
    ["officer-1", 200],
    ["officer-2", 404],
    ["supervisor-1", 200],
    ["auditor-1", 404],
    ["publisher-1", 200],
    ["app-open", 404],
    ["app-partner", 404],
  ] as const)("answers %s with %s", async (viewer, status) => {
    const response = await read(fileId, viewer);
    expect(response.status).toBe(status);
    if (status === 200) expect(Buffer.from(await response.arrayBuffer())).toEqual(pdf("held"));
    else expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
  });

  it("is bytes to save, and nothing that a browser opens or keeps", async () => {
    const { headers } = await read(fileId, "officer-1");
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="??.pdf"; filename*=UTF-8''${encodeURIComponent("证明")}.pdf`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store, no-transform",
      "cross-origin-resource-policy": "same-origin",
      "accept-ranges": "bytes",
    });
  });

  it.each([
    ["bytes=0-3", 206, "%PDF"],
    ["bytes=-6", 206, "%%EOF\n"],
    ["bytes=100000-", 416, undefined],
    ["bytes=0-1,4-5", 200, undefined],
    ["lines=0-3", 200, undefined],
  ])("is given for the range %s with %s", async (range, status, text) => {
    const response = await read(fileId, "officer-1", { range });
    expect(response.status).toBe(status);
    const size = pdf("held").length;
    if (status === 416) expect(response.headers.get("content-range")).toBe(`bytes */${size}`);
    if (text !== undefined) {
      expect(await response.text()).toBe(text);
      expect(response.headers.get("content-range")).toMatch(new RegExp(`^bytes \\d+-\\d+/${size}$`));
    }
  });

  it("is told apart by its tag", async () => {
    const tag = `"${sha256(pdf("held"))}"`;
    expect((await read(fileId, "officer-1", { "if-none-match": tag })).status).toBe(304);
    expect((await read(fileId, "officer-1", { range: "bytes=0-3", "if-range": '"other"' })).status).toBe(200);
    const head = await read(fileId, "officer-1", {}, "HEAD");
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([
      200,
      String(pdf("held").length),
      "",
    ]);
  });

  it("is not found in another service, or by another id", async () => {
    const [, id] = fileId.split(".");
    for (const other of [`credit.${id}`, `gateway.${id}`, `none.${id}`, "matters.00000000-0000-0000-0000-000000000000"])
      expect((await read(other, "officer-1")).status).toBe(404);
  });
});

describe("what is attached", () => {
  it("is refused twice, under a name that is not its content's, and beyond the number", async () => {
    const { fileId } = (await send(pdf("attached"))).body;
    await attach(fileId!);
    await expect(attach(fileId!)).rejects.toMatchObject({ code: "RULE_VIOLATION", details: { reason: "FILE_TWICE" } });
    const other = (await send(pdf("other name"))).body.fileId!;
    for (const name of [
      "照片.png",
      "page.html",
      "证明",
      "a/b.pdf",
      "x\u202efdp.pdf",
      " x.pdf",
      `${"长".repeat(120)}.pdf`,
    ])
      await expect(attach(other, { name })).rejects.toMatchObject({ details: { rule: "FILE_NAME" } });
    await expect(attach(other, { most: 1 })).rejects.toMatchObject({ details: { reason: "FILE_COUNT" } });
  });
});

describe("what nothing holds", () => {
  const DAY_MS = 24 * 60 * 60 * 1_000;
  const holdersAt = (addresses: ReadonlyMap<string, string>): Holders =>
    createHolders({
      addresses: () => addresses,
      keys: stack.contextKeys,
      services: stack.subgraphs.map(({ name }) => name),
      callMs: 20_000,
    });
  const addresses = (): Map<string, string> => new Map(stack.subgraphs.map(({ name, url }) => [name, url]));

  it("ends after a day, and what a case holds does not", async () => {
    const { store } = filesOf();
    const [free, held] = [await send(pdf("free")), await send(pdf("stays"))];
    const fileId = await attach(held.body.fileId!);
    const isKept = async (told: Told): Promise<boolean> => (await kept()).includes(told.body.sha256!);

    await cleanUp(store, holdersAt(addresses()), Date.now() + DAY_MS);
    expect([await isKept(free), await isKept(held)]).toEqual([true, true]);

    const without = addresses();
    without.delete("funds");
    const late = Date.now() + 2 * DAY_MS;
    await expect(cleanUp(store, holdersAt(without), late)).rejects.toMatchObject({ code: "UPSTREAM_UNAVAILABLE" });
    expect([await isKept(free), await isKept(held)]).toEqual([true, true]);

    const { removed } = await cleanUp(store, holdersAt(addresses()), late);
    expect(removed).toBeGreaterThan(0);
    expect([await isKept(free), await isKept(held)]).toEqual([false, true]);
    expect((await read(fileId, "citizen-1")).status).toBe(200);
    const db = stack.databases["matters"]!;
    await expect(
      inTrial(db, async (trx) => {
        await SUBGRAPHS.find(({ name }) => name === "matters")!.clear(trx);
        return heldAmong(trx, [held.body.sha256!]);
      }),
    ).resolves.toEqual([]);
    // Its receipt is good, its bytes are gone: the sender is told to come again.
    expect((await read(free.body.fileId!, "citizen-1")).status).toBe(503);
  });
});

describe("with a scanner", () => {
  it("what it refuses is refused, and while it is away nothing is taken", async () => {
    const scanner = await startFakeScanner((file) => (file.includes("virus") ? "Test.Mark FOUND" : "OK"));
    const store = createFileStore({
      folder: join(folder, "incoming"),
      shelf: createLocalShelf(folder),
      scanner: createScanner(scanner.address),
    });
    const { gateway: scanned } = await stack.another({ files: filesOf({ store }) });
    const { url } = scanned;
    expect((await send(pdf("clean"), { url })).status).toBe(201);
    const infected = pdf("virus");
    expect(reasonOf(await send(infected, { url }))).toEqual([422, "RULE_VIOLATION", "FILE_INFECTED"]);
    await scanner.stop();
    expect(reasonOf(await send(pdf("later"), { url }))).toEqual([503, "SERVICE_UNAVAILABLE", "FILE_SCANNER"]);
    const names = await kept();
    for (const bytes of [infected, pdf("later")]) expect(names).not.toContain(sha256(bytes));
    expect(names.filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});

describe("many at once", () => {
  it("are refused with when to come again, and each gives its place back", async () => {
    const open = await Promise.all(
      Array.from(
        { length: 4 },
        () =>
          new Promise<ReturnType<typeof httpRequest>>((resolve) => {
            const sent = httpRequest(`${gateway.url}/files`, {
              method: "POST",
              headers: { ...tokenOf("agent-1"), "content-length": 10_000 },
            });
            sent.on("error", () => undefined);
            sent.write(pdf("slow"), () => resolve(sent));
          }),
      ),
    );
    while ((await kept()).filter((name) => name.endsWith(".part")).length < open.length)
      await new Promise((resolve) => setTimeout(resolve, 10));
    const refused = await send(pdf(), { viewer: "agent-1" });
    expect([...reasonOf(refused), refused.headers.get("retry-after")]).toEqual([
      429,
      "RATE_LIMITED",
      "FILE_UPLOADS",
      "1",
    ]);
    expect((await send(pdf(), { viewer: "citizen-2" })).status).toBe(201);
    for (const sent of open) sent.destroy();
    while ((await send(pdf(), { viewer: "agent-1" })).status !== 201)
      await new Promise((resolve) => setTimeout(resolve, 20));
  });
});

it("pages of other origins are asked first, and read what they are told of a file", async () => {
  const preflight = await fetch(`${gateway.url}/files`, {
    method: "OPTIONS",
    headers: { origin: "https://app.example", "access-control-request-method": "POST" },
  });
  expect([preflight.status, preflight.headers.get("access-control-allow-origin")]).toEqual([204, "*"]);
  expect(preflight.headers.get("access-control-allow-credentials")).toBeNull();
  const told = await send(pdf(), { headers: { origin: "https://app.example" } });
  expect(told.headers.get("access-control-expose-headers")).toContain("content-disposition");
});

it("what came and went is counted", async () => {
  const metrics = await (await fetch(`${gateway.adminUrl}/metrics`)).text();
  for (const outcome of ["uploaded", "downloaded", "refused", "cut-off"])
    expect(metrics).toMatch(new RegExp(`govgraph_files_total\\{outcome="${outcome}",process="gateway"\\} [1-9]`));
  expect(metrics).toMatch(/govgraph_file_bytes_total\{direction="in",process="gateway"\} [1-9]/);
});

it("other methods are refused with those that are allowed", async () => {
  const put = await fetch(`${gateway.url}/files`, { method: "PUT", body: pdf(), headers: tokenOf("citizen-1") });
  const remove = await read("x", "citizen-1", {}, "DELETE");
  expect([put.status, put.headers.get("allow"), remove.status, remove.headers.get("allow")]).toEqual([
    405,
    "POST, OPTIONS",
    405,
    "GET, HEAD, OPTIONS",
  ]);
});

it("a gateway without a folder has no doors", async () => {
  expect(
    (await fetch(`${stack.url}/files`, { method: "POST", body: pdf(), headers: tokenOf("citizen-1") })).status,
  ).toBe(404);
});
