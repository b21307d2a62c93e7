/** The commands of the registry, as three people use them: own services, a partner, approvals, the way back, and what gateways get. */
import "reflect-metadata";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSigningKey, parseSignerKeys, verifyText } from "../../platform/auth/index.js";
import { BUNDLE_KIND, parseBundle, type Bundle } from "../../platform/bundle/index.js";
import { projectPath } from "../../platform/config/index.js";
import { provision } from "../../platform/database/index.js";
import { loadPolicy } from "../../platform/disclosure/table/index.js";
import { runNode } from "../support/commands.js";
import { cloneDatabase, type TestDatabase } from "../support/database.js";
import { startTestIssuer, type TestIssuer } from "../support/issuer.js";

const PARTNER = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { quays: [Quay] }
  type Quay @key(fields: "id") { id: ID! berth: String }`;

const folder = mkdtempSync(join(tmpdir(), "govgraph-partner-"));
const file = join(folder, "quays.graphql");
writeFileSync(file, PARTNER);
const signingKey = createSigningKey("commands");
let database: TestDatabase;
let issuer: TestIssuer;
let url: string;
beforeAll(async () => {
  [database, issuer] = await Promise.all([cloneDatabase(), startTestIssuer()]);
  const given = new URL(database.ownerUrl);
  given.username = "govgraph_registry";
  given.password = "registry-of-tests";
  url = given.href;
  await provision({ adminUrl: database.ownerUrl, urls: { registry: url } });
});
afterAll(async () => {
  await issuer.stop();
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** Runs a command in somebody's name. */
const partner = async (
  user: string | undefined,
  ...words: string[]
): Promise<{ code: number | null; output: string }> => {
  const run = runNode([projectPath("dist/commands/partner.js"), ...words], {
    GOVGRAPH_DIRECTORY: folder,
    REGISTRY_DATABASE_URL: url,
    REGISTRY_SIGNING_KEY: signingKey,
    REGISTRY_ISSUER_URL: issuer.issuerUrl,
    REGISTRY_TOKEN: user === undefined ? "" : await issuer.tokens.userToken(user, "gov-cli"),
  });
  return { code: await run.ended, output: run.output() };
};

const bundle = async (): Promise<Bundle> => {
  const written = join(folder, "bundle.jws");
  expect((await partner(undefined, "bundle", written)).code).toBe(0);
  const { output } = await partner(undefined, "key");
  const signers = /GATEWAY_BUNDLE_SIGNERS=(\S+)/.exec(output)![1]!;
  return parseBundle(await verifyText(readFileSync(written, "utf8"), BUNDLE_KIND, parseSignerKeys(signers)));
};

const WHY = ["--why", "a test"];
const ADD = [
  ...[
    "add",
    "quays",
    file,
    "--url",
    "https://quays.example/graphql",
    "--owner-zh",
    "港务局",
    "--owner-en",
    "Port Bureau",
  ],
  ...["--owner-id", "CN-USCC-11990101MB9000015E", ...WHY],
];

it("the services of the release go through the registry like any other, and make nothing public", async () => {
  expect((await partner("officer-1", "own", ...WHY)).output).toContain("is not of the agency of officer-1");
  const handedIn = await partner("admin-1", "own", ...WHY, "--url", "credit=http://credit.internal:4004/graphql");
  expect(handedIn).toEqual({ code: 0, output: expect.stringContaining("Bundle 1 is signed") });
  expect(handedIn.output).not.toContain("It makes public");
  const made = await bundle();
  expect(made.policy).toEqual(loadPolicy());
  expect(made.publicSchema).toBe(readFileSync(projectPath("schema/public.graphql"), "utf8"));
  expect(made.subgraphs).toEqual(
    expect.arrayContaining([{ name: "credit", url: "http://credit.internal:4004/graphql" }, { name: "gateway" }]),
  );
  const again = await partner("admin-1", "own", ...WHY, "--url", "credit=http://credit.internal:4004/graphql");
  expect(again.output).toContain("live already");
});

it("a partner comes in by two others, and what it was comes back by two others", async () => {
  const added = await partner("officer-1", ...ADD);
  expect(added).toEqual({ code: 0, output: expect.stringContaining("Query.quays is new, and everybody reads it") });
  expect(added.output).toContain("npm run partner -- approve quays 1");
  expect((await partner("officer-1", "approve", "quays", "1", ...WHY)).code).toBe(1);
  expect((await partner("publisher-1", "approve", "quays", "1", ...WHY)).output).toContain("Approved by publisher-1");
  expect((await partner("admin-1", "approve", "quays", "1", ...WHY)).output).toContain("Bundle 2 is signed");
  expect((await bundle()).supergraph).toContain('name: "quays", url: "https://quays.example/graphql"');
  const listed = (await partner(undefined, "list")).output;
  expect(listed).toContain("Bundle 2 is served.");
  expect(listed).toContain("quays 1: LIVE https://quays.example/graphql (港务局)");
  writeFileSync(file, PARTNER.replace("berth: String", 'berth: String @deprecated(reason: "the harbour is closed")'));
  expect((await partner("officer-1", "update", "quays", file, ...WHY)).output).toContain("Bundle 3 is signed");
  expect((await partner("officer-1", "rollback", "quays", "1", ...WHY)).output).toContain("Bundle 4 is signed");
  expect((await bundle()).publicSchema).not.toContain("the harbour is closed");
  expect((await partner(undefined, "show", "quays", "--sdl")).output.trim()).toBe(PARTNER);
  expect((await partner("officer-1", "remove", "quays", ...WHY)).output).toContain("out of the graph with bundle 5");
  const history = (await partner(undefined, "history", "quays")).output.trim().split("\n");
  expect(history.map((line) => line.replace(/^\S+ /, "")).filter((line) => /SUBMIT|CONSENT|RETIRE/.test(line))).toEqual(
    [
      "quays 1: SUBMIT -> DRAFT by officer-1: a test",
      "quays 1: CONSENT -> CHECKED by publisher-1: a test",
      "quays 1: CONSENT -> CHECKED by admin-1: a test",
      "quays 2: SUBMIT -> DRAFT by officer-1: a test",
      "quays 1: RETIRE -> RETIRED by officer-1: a test",
      "quays 3: SUBMIT -> DRAFT by officer-1: a test",
      "quays 2: RETIRE -> RETIRED by officer-1: a test",
      "quays 3: RETIRE -> RETIRED by officer-1: a test",
    ],
  );
});

it.each([
  ["nobody", undefined, ADD, "REGISTRY_TOKEN is not set"],
  ["a citizen", "citizen-1", ADD, "is not of an officer"],
  ["whoever takes the name of a service", "admin-1", ["add", "credit", file, ...WHY], "a service of this installation"],
  ["a name that is none", "admin-1", ["add", "../x", file, ...WHY], "no name of a subgraph"],
  [
    "an address that is none",
    "officer-1",
    ADD.map((word) => word.replace("https://", "file://")),
    "--url is no address",
  ],
  ["nothing but a name", "admin-1", ["add", "more", file, ...WHY], "needs --url"],
  ["what is not there", "admin-1", ["rollback", "more", "1", ...WHY], "no version 1 of more"],
  ["no number", "admin-1", ["approve", "quays", "first", ...WHY], "is no version"],
])("refuses %s", async (_name, user, words, sentence) =>
  expect(await partner(user, ...words)).toEqual({ code: 1, output: expect.stringContaining(sentence) }),
);

it("refuses a token that is none, and needs a key of its own for a database that is given", async () => {
  const base = { GOVGRAPH_DIRECTORY: folder, REGISTRY_DATABASE_URL: url, REGISTRY_ISSUER_URL: issuer.issuerUrl };
  const run = runNode([projectPath("dist/commands/partner.js"), ...ADD], { ...base, REGISTRY_TOKEN: "a.b.c" });
  expect([await run.ended, run.output()]).toEqual([1, expect.stringContaining("token is not valid")]);
  const keyless = runNode([projectPath("dist/commands/partner.js"), "key"], { ...base, REGISTRY_SIGNING_KEY: "" });
  expect([await keyless.ended, keyless.output()]).toEqual([1, expect.stringContaining("partner -- key --new")]);
});
