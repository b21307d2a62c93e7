/** Receipts over HTTP: who gets one, what it says, and that the command and the recipe in Python verify what was kept and refuse what was changed. */
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { RunningGateway } from "../../gateway/gateway.js";
import { createSigningKey, parseTextSigner, type Viewer } from "../../platform/auth/index.js";
import { projectPath } from "../../platform/config/index.js";
import { documentIdOf } from "../../platform/documents/index.js";
import {
  readReceiptKeys,
  RECEIPT_KEYS_PATH,
  receiptKeySet,
  verifyReceipt,
  type Receipt,
} from "../../platform/receipts/index.js";
import { runNode } from "../support/commands.js";
import { NO_TOKENS, NOTHING_CLOSED, startFixtureGateway } from "../support/fixture-gateway.js";
import { fixtureSupergraph, startFixtureSubgraph, type FixtureSubgraph } from "../support/fixture-subgraphs.js";
import { until } from "../support/one-subgraph.js";
import { tamperingsOf, type Kept } from "../support/receipts/tamperings.js";
import { VIEWERS } from "../support/viewers.js";

const run = promisify(execFile);
const QUERY = "query Shop($id: ID!) { shop(id: $id) { id name stars next { name } } }";
const RETIRED = parseTextSigner(createSigningKey("r0"));
const KEY = createSigningKey("r1");
const signer = parseTextSigner(KEY);
const keySet = receiptKeySet(signer.publicKey, `${RETIRED.publicKey}@2026-01-01T00:00:00Z`);
const OFFICER: Viewer = { ...VIEWERS["officer-1"], roles: ["citizen", "agency_officer"] };

let subgraphs: FixtureSubgraph[];
let gateway: RunningGateway;
let without: RunningGateway;
let directory: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "govgraph-receipts-"));
  subgraphs = await Promise.all([startFixtureSubgraph("shops"), startFixtureSubgraph("ratings")]);
  const edition = () => ({
    supergraph: fixtureSupergraph(),
    policy: {
      ...NOTHING_CLOSED,
      subgraphs: Object.fromEntries(
        Object.entries(NOTHING_CLOSED.subgraphs).map(([name, summary]) => [name, { ...summary, hash: `of-${name}` }]),
      ),
    },
  });
  const verifier = { ...NO_TOKENS, verify: async () => OFFICER };
  gateway = await startFixtureGateway(subgraphs, { edition, verifier, receipts: { signer, keys: keySet } });
  without = await startFixtureGateway(subgraphs, { edition });
});
afterAll(async () => {
  for (const each of [gateway, without, ...subgraphs]) await each?.stop();
  rmSync(directory, { recursive: true });
});

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Kept["answer"] & { readonly errors?: readonly { message: string; extensions: { reason?: string } }[] };
}

const ask = async (
  request: object,
  { headers = {}, url = gateway.url }: { readonly headers?: Record<string, string>; readonly url?: string } = {},
): Promise<Answered> => {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    body: JSON.stringify(request),
    headers: { "content-type": "application/json", "x-receipt": "sign", ...headers },
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answered["body"] };
};

/** Asks, and verifies with the keys that are served. */
const receipted = async (request: object, headers: Record<string, string> = {}): Promise<Receipt> => {
  const { body: answer } = await ask(request, { headers });
  const served = await (await fetch(`${gateway.url}${RECEIPT_KEYS_PATH}`)).json();
  return verifyReceipt(JSON.stringify({ request, answer }), readReceiptKeys(served), Date.now());
};

describe("an answer with a receipt", () => {
  it("says what was asked, for which class of reader and what stood behind it, and never who asked", async () => {
    const request = { query: QUERY, variables: { id: "1" } };
    const begun = Math.floor(Date.now() / 1_000);
    const anonymous = await receipted(request, { "x-request-id": "kept-under-this" });
    expect(anonymous).toEqual({
      iat: expect.any(Number),
      asOf: "2026-09-28T04:00:00.000Z",
      requestId: "kept-under-this",
      document: documentIdOf(QUERY),
      variables: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      answer: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      viewer: { kind: "anonymous", roles: [] },
      access: "enforce",
      language: "en",
      graph: {
        hash: expect.stringMatching(/^[0-9a-f]{16}$/),
        services: { ratings: "of-ratings", shops: "of-shops" },
      },
    });
    expect(anonymous.iat).toBeGreaterThanOrEqual(begun);
    const officer = await receipted(request, { authorization: "Bearer a.b.c" });
    expect(officer.viewer).toEqual({ kind: "person", roles: ["agency_officer", "citizen"] });
    const said = JSON.stringify(officer);
    const personal = [OFFICER.username, OFFICER.agencyUscc, OFFICER.subjectHash, OFFICER.clientId].filter(Boolean);
    expect(personal.length).toBeGreaterThan(0);
    for (const value of personal) expect(said).not.toContain(value);
    expect((await receipted({ query: "{ topics }" })).graph?.services).toEqual({ ratings: "of-ratings" });
  });

  it("is signed as it is told: errors in the reader's language, whole where it could come in parts, introspection too", async () => {
    const zh = { "accept-language": "zh" };
    const { body, headers } = await ask({ query: "{ shop { name } }" }, { headers: zh });
    expect([body.errors?.[0]?.message, headers.get("content-language")]).toEqual([
      expect.stringMatching(/[\u4e00-\u9fff]/),
      "zh-CN",
    ]);
    const refused = await receipted({ query: "{ shop { name } }" }, zh);
    expect([refused.language, refused.graph]).toEqual(["zh", undefined]);
    const broken = await receipted({ query: `{ shop(id: "1") { name broken } }` }, zh);
    expect(broken.graph?.services).toEqual({ shops: "of-shops" });
    const parts = { accept: "multipart/mixed;deferSpec=20220824, application/json" };
    await receipted({ query: `{ shop(id: "1") { name ... @defer { stars } } }` }, parts);
    const { __schema } = { __schema: "{ __schema { queryType { name } } }" };
    await receipted({ query: __schema });
    await receipted({ query: __schema });
    await receipted({ query: QUERY, variables: { id: "1" } }, { "x-cost": "show", "accept-encoding": "gzip" });
  });

  it("names the graph that answered, though another comes into use meanwhile", async () => {
    let number = 1;
    const summaries = (): object =>
      Object.fromEntries(
        Object.entries(NOTHING_CLOSED.subgraphs).map(([name, summary]) => [name, { ...summary, hash: `of-${number}` }]),
      );
    const changing = await startFixtureGateway(subgraphs, {
      edition: () => ({
        supergraph: fixtureSupergraph(),
        policy: { ...NOTHING_CLOSED, subgraphs: summaries() } as typeof NOTHING_CLOSED,
      }),
      receipts: { signer, keys: keySet },
    });
    const servicesOf = async (answered: Promise<Answered>): Promise<unknown> => {
      const { body: answer } = await answered;
      const text = JSON.stringify({ request: { query: "{ topics }" }, answer });
      return (await verifyReceipt(text, readReceiptKeys(keySet), Date.now())).graph?.services;
    };
    const asked = (): Promise<Answered> => ask({ query: "{ topics }" }, { url: changing.url });
    try {
      expect(await servicesOf(asked())).toEqual({ ratings: "of-1" });
      let holds = true;
      const held = subgraphs[1]!.hold(() => holds);
      const answered = asked();
      await until(() => held.count() === 1);
      [holds, number] = [false, 2];
      const reloaded = changing.reload();
      await until(async () => JSON.stringify(await servicesOf(asked())).includes("of-2"));
      held.release();
      expect(await servicesOf(answered)).toEqual({ ratings: "of-1" });
      await reloaded;
    } finally {
      await changing.stop();
    }
  });

  it("has none where a text in it is no Unicode, and is answered all the same", async () => {
    subgraphs[0]!.fail((response, { body }) => {
      const [, alias = "shop"] = /(\w+):shop/.exec(body) ?? [];
      response.setHeader("content-type", "application/json");
      response.end(`{"data":{"${alias}":{"__typename":"Shop","id":"1","name":"\\ud800"}}}`);
    });
    const { body } = await ask({ query: `{ shop(id: "1") { name } }` }).finally(() => subgraphs[0]!.fail(undefined));
    expect(body).toMatchObject({ data: { shop: { name: "\ud800" } }, extensions: { receipt: null } });
  });

  it("is kept by no cache, and costs more", async () => {
    const request = { query: QUERY, variables: { id: "1" } };
    const shown = await ask(request, { headers: { "x-cost": "show" } });
    const plain = await fetch(`${gateway.url}/graphql`, {
      method: "POST",
      body: JSON.stringify(request),
      headers: { "content-type": "application/json", "x-cost": "show" },
    });
    const costOf = ({ extensions }: Kept["answer"]): number =>
      (extensions as unknown as { cost: { requested: number } }).cost.requested;
    const body = (await plain.json()) as Kept["answer"];
    expect(costOf(shown.body) - costOf(body)).toBe(100);
    expect(body.extensions).not.toHaveProperty("receipt");
    expect(shown.headers.get("cache-control")).toBe("no-store");
  });

  it.each([
    ["is asked for otherwise", { "x-receipt": "yes" }, "RECEIPT_HEADER"],
    ["is a stream", { accept: "text/event-stream" }, "RECEIPT"],
  ])("is refused where it %s", async (_name, headers, reason) => {
    const { status, body } = await ask({ query: "{ topics }" }, { headers });
    expect([status, body.errors?.[0]?.extensions.reason]).toEqual([400, reason]);
  });

  it("is refused by a gateway that has no key for it, which serves no keys either", async () => {
    const { status, body } = await ask({ query: "{ topics }" }, { url: without.url });
    expect([status, body.errors?.[0]?.extensions.reason]).toEqual([400, "RECEIPT"]);
    expect((await fetch(`${without.url}${RECEIPT_KEYS_PATH}`)).status).toBe(404);
  });
});

it("keys are public, for pages of other origins too, and so are those that signed before", async () => {
  const response = await fetch(`${gateway.url}${RECEIPT_KEYS_PATH}`);
  expect([response.headers.get("content-type"), response.headers.get("access-control-allow-origin")]).toEqual([
    expect.stringContaining("application/jwk-set+json"),
    "*",
  ]);
  expect(await response.json()).toEqual(keySet);
  expect((await fetch(`${gateway.url}${RECEIPT_KEYS_PATH}`, { method: "POST" })).status).toBe(405);
});

const command = async (...args: readonly string[]): Promise<{ code: number | null; output: string }> => {
  const { ended, output } = runNode([projectPath("dist/commands/receipt.js"), ...args], { GATEWAY_RECEIPT_KEY: KEY });
  return { code: await ended, output: output() };
};

it("[E11] what was kept is verified by the command and by the recipe in Python, and what was tampered with by neither", async () => {
  const fields = Array.from({ length: 3 }, (_each, at) => `s${at}: shop(id: "${at}") { id name stars note }`).join(" ");
  const request = {
    query: `query Many($id: ID!) { shop(id: $id) { id } shops { id name next { name } } ${fields} }`,
    variables: { id: "1" },
  };
  const { body: answer } = await ask(request, { headers: { "accept-language": "zh", authorization: "Bearer a.b.c" } });
  const { body: other } = await ask({ query: "{ topics }" });
  const kept: Kept = { request, answer };
  const write = (name: string, text: string): string => {
    writeFileSync(join(directory, name), text);
    return name;
  };
  const good = join(directory, write("good.json", JSON.stringify(kept)));
  const keys = join(directory, write("keys.json", JSON.stringify(keySet)));
  const byAddress = await command("verify", good, "--keys", `${gateway.url}${RECEIPT_KEYS_PATH}`);
  expect([byAddress.code, byAddress.output]).toEqual([0, expect.stringContaining("holds: the answer of 2026-09-28")]);
  const tamperings = await tamperingsOf(kept, other.extensions.receipt);
  expect(tamperings.length).toBeGreaterThanOrEqual(200);
  const bad = join(directory, write("bad.json", tamperings[0]![1]));
  const refused = await command("verify", bad, "--keys", keys);
  expect([refused.code, refused.output]).toEqual([1, expect.stringMatching(/is not the one/)]);

  cpSync(projectPath("clients/recipes/python-receipt"), directory, { recursive: true });
  await run("python3", ["-m", "venv", ".venv"], { cwd: directory });
  await run(join(directory, ".venv/bin/pip"), ["install", "-q", "-r", "requirements.txt"], { cwd: directory });
  const python = async (...files: readonly string[]): Promise<string[]> => {
    const asked = [join(directory, "verify.py"), keys, ...files];
    const { stdout } = await run(join(directory, ".venv/bin/python"), asked, { cwd: directory }).catch(
      (error: unknown) => error as { stdout: string },
    );
    return stdout.trim().split("\n");
  };
  expect(await python("good.json")).toEqual([expect.stringContaining('good.json holds: {"iat": ')]);
  const files = tamperings.map(([, text], index) => write(`tampered-${index}.json`, text));
  const lines = await python(...files);
  expect(lines).toHaveLength(files.length);
  expect(lines.filter((line) => !/ is refused: /.test(line))).toEqual([]);
});

it("the command prints what changing the key takes, and the old one verifies on", async () => {
  const { code, output } = await command("rotate");
  const values = Object.fromEntries(
    output
      .trim()
      .split("\n")
      .map((line) => line.split(/=(.*)/s).slice(0, 2)),
  ) as Record<"GATEWAY_RECEIPT_KEY" | "GATEWAY_RECEIPT_RETIRED", string>;
  expect(code).toBe(0);
  const next = parseTextSigner(values.GATEWAY_RECEIPT_KEY);
  const { keys } = receiptKeySet(next.publicKey, values.GATEWAY_RECEIPT_RETIRED);
  expect(keys.map(({ kid }) => kid)).toEqual([expect.stringMatching(/^r\d+$/), "r1"]);
  expect(output).not.toContain(KEY);
  const request = { query: "{ topics }" };
  const { body: answer } = await ask(request);
  const verified = await verifyReceipt(JSON.stringify({ request, answer }), readReceiptKeys({ keys }), Date.now());
  expect(verified.document).toBe(documentIdOf("{ topics }"));
});
