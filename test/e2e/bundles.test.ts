/** A gateway takes signed bundles of a registry into use, refuses what is no good, and goes on without the registry (threat E09). */
import "reflect-metadata";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { GatewayOptions, RunningGateway } from "../../gateway/gateway.js";
import { parseSignerKeys } from "../../platform/auth/index.js";
import { BUNDLE_KIND, printBundle, type Bundle } from "../../platform/bundle/index.js";
import type { PolicyTable } from "../../platform/disclosure/table/index.js";
import { newSigner, signBundle, startBundleServer, supergraphAt, type BundleServer } from "../support/bundles.js";
import { closedAs } from "../support/closures.js";
import { logTo, startFixtureGateway } from "../support/fixture-gateway.js";
import { fixtureSupergraph, startFixtureSubgraph, type FixtureSubgraph } from "../support/fixture-subgraphs.js";

const OLD_KEY = newSigner("old");
const NEW_KEY = newSigner("new");
const STRANGER = newSigner("old");

const POLICY: PolicyTable = {
  ...{ specification: "disclosure/v1.0", hash: "0", bases: {}, records: {} },
  ...{ subgraphs: {}, fields: [], opened: [], personal: [], aggregates: [] },
};
const STARS_CLOSED: PolicyTable = {
  ...POLICY,
  hash: "1",
  fields: [
    {
      subgraph: "ratings",
      type: "Shop",
      field: "stars",
      tier: ["NEVER"],
      reason: "TRADE_SECRET",
      basis: "OGI-2019-15",
    },
  ],
};

const folder = mkdtempSync(join(tmpdir(), "govgraph-bundles-"));
let subgraphs: FixtureSubgraph[];
let source: BundleServer;
beforeAll(async () => {
  subgraphs = await Promise.all([startFixtureSubgraph("shops"), startFixtureSubgraph("ratings")]);
  source = await startBundleServer();
});
afterAll(async () => {
  await source.stop();
  for (const subgraph of subgraphs) await subgraph.stop();
  rmSync(folder, { recursive: true });
});

/** A bundle of that version: with stars, unless it says otherwise. */
const bundle = (version: number, { policy = POLICY, withoutStars = false } = {}): Bundle => ({
  version,
  composedAt: "2026-11-30T00:00:00Z",
  subgraphs: subgraphs.map(({ name, url }) => ({ name, url })),
  supergraph: supergraphAt(closedAs(fixtureSupergraph({ withoutStars }), policy), subgraphs),
  publicSchema: "type Query { shop: Int }",
  policy,
});

let files = 0;
const newFile = (): string => join(folder, `bundle-${(files += 1)}.jws`);

/** A gateway that knows no address but those of its bundles, and looks for one when it is told to. */
const start = (
  {
    url = source.url,
    file = newFile(),
    lines = [] as string[],
    origins = subgraphs.map(({ url }) => new URL(url).origin),
  } = {},
  options: Partial<GatewayOptions> = {},
): Promise<RunningGateway> =>
  startFixtureGateway([], {
    bundles: {
      url,
      file,
      origins,
      signers: parseSignerKeys(`${OLD_KEY.publicKey},${NEW_KEY.publicKey}`),
      pollMs: 3_600_000,
    },
    log: logTo(lines),
    ...options,
  });

const ask = async (gateway: RunningGateway, query = `{ shop(id: "1") { name stars } }`): Promise<unknown> => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { data?: unknown }).data;
};
const STARS = { shop: { name: "Shop 1", stars: 4 } };
const NO_STARS = { shop: { name: "Shop 1", stars: null } };

const metric = async (gateway: RunningGateway, name: string): Promise<number> => {
  const text = await (await fetch(`${gateway.adminUrl}/metrics`)).text();
  return Number(
    text
      .split("\n")
      .find((line) => line.startsWith(name))
      ?.split(" ")[1] ?? 0,
  );
};
const refusals = (gateway: RunningGateway): Promise<number> =>
  metric(gateway, `govgraph_bundles_total{outcome="refused"`);
const version = (gateway: RunningGateway): Promise<number> => metric(gateway, "govgraph_bundle_version");
const codes = (lines: readonly string[]): string[] =>
  lines.map((line) => (JSON.parse(line) as { code: string }).code).filter((code) => code.startsWith("BUNDLE"));

describe("a bundle", () => {
  it("is taken into use as it appears, with the addresses that it brings, and asked for by its entity tag", async () => {
    source.serve(await signBundle(bundle(1), OLD_KEY));
    const lines: string[] = [];
    const gateway = await start({ lines });
    try {
      expect(await ask(gateway)).toEqual(STARS);
      expect(await (await fetch(`${gateway.url}/schema.graphql`)).text()).toContain("shop: Int");
      const { number } = await gateway.reload();
      expect([number, source.answered.at(-1)]).toEqual([1, 304]);
      source.serve(await signBundle(bundle(2, { policy: STARS_CLOSED }), NEW_KEY));
      expect((await gateway.reload()).number).toBe(2);
      expect(await ask(gateway)).toEqual(NO_STARS);
      // Back to what was before is a bundle of its own, with a version of its own.
      source.serve(await signBundle(bundle(3), NEW_KEY));
      await gateway.reload();
      expect([await ask(gateway), await version(gateway)]).toEqual([STARS, 3]);
      expect(codes(lines)).toEqual(["BUNDLE_TAKEN", "BUNDLE_TAKEN", "BUNDLE_TAKEN"]);
      expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200);
    } finally {
      await gateway.stop();
    }
  });

  it("is found without anybody saying so", async () => {
    source.serve(await signBundle(bundle(1), OLD_KEY));
    const lines: string[] = [];
    const gateway = await start(
      { lines },
      {
        bundles: {
          ...{ url: source.url, file: newFile(), origins: subgraphs.map(({ url }) => new URL(url).origin) },
          ...{ signers: parseSignerKeys(OLD_KEY.publicKey), pollMs: 10 },
        },
      },
    );
    try {
      source.serve(await signBundle(bundle(2, { policy: STARS_CLOSED }), OLD_KEY));
      while (codes(lines).length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
      expect(await ask(gateway)).toEqual(NO_STARS);
    } finally {
      await gateway.stop();
    }
  });

  it("may be a file", async () => {
    const path = newFile();
    writeFileSync(path, `${await signBundle(bundle(1), OLD_KEY)}\n`);
    const gateway = await start({ url: pathToFileURL(path).href });
    try {
      expect(await ask(gateway)).toEqual(STARS);
      writeFileSync(path, await signBundle(bundle(2, { policy: STARS_CLOSED }), OLD_KEY));
      await gateway.reload();
      expect(await ask(gateway)).toEqual(NO_STARS);
    } finally {
      await gateway.stop();
    }
  });
});

describe("[E09] what is refused, once and with an alarm, while the one before it serves", () => {
  const lines: string[] = [];
  let gateway: RunningGateway;
  beforeAll(async () => {
    source.serve(await signBundle(bundle(5), OLD_KEY));
    gateway = await start({ lines });
  });
  afterAll(() => gateway.stop());

  const otherAddress = (made: Bundle, url: string): Bundle => ({
    ...made,
    supergraph: made.supergraph.replace(subgraphs[1]!.url, url),
    subgraphs: [made.subgraphs[0]!, { name: "ratings", url }],
  });
  const altered = async (): Promise<string> => {
    const [head, , signature] = (await signBundle(bundle(9), OLD_KEY)).split(".");
    const { withoutStars } = { withoutStars: true };
    return [head, Buffer.from(printBundle(bundle(9, { withoutStars }))).toString("base64url"), signature].join(".");
  };
  const unsigned = (): string =>
    `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from(printBundle(bundle(9))).toString("base64url")}.`;
  const hmac = (): Promise<string> =>
    Promise.resolve(unsigned().replace(/^[^.]+/, Buffer.from('{"alg":"HS256","kid":"old"}').toString("base64url")));

  it.each<[string, () => string | Promise<string>, RegExp]>([
    ["an empty text", () => "", /signature/],
    ["the bundle without a signature", () => printBundle(bundle(9)), /signature/],
    ["one that says it needs none", unsigned, /signature/],
    ["one with another kind of signature", hmac, /signature/],
    ["one that was altered", altered, /signature/],
    ["one of a stranger's key under a known id", () => signBundle(bundle(9), STRANGER), /signature/],
    ["one of an unknown key", () => signBundle(bundle(9), newSigner("third")), /not among those that are trusted/],
    ["what is signed as something else", () => OLD_KEY.sign(printBundle(bundle(9)), "else"), /something else/],
    ["what is no JSON", () => OLD_KEY.sign("{", BUNDLE_KIND), /not JSON/],
    [
      "another format",
      () => OLD_KEY.sign(printBundle(bundle(9)).replace("bundle/1", "bundle/2"), BUNDLE_KIND),
      /no bundle/,
    ],
    [
      "what has more than a bundle has",
      () => OLD_KEY.sign(printBundle(bundle(9)).replace("{", '{"extra":1,'), BUNDLE_KIND),
      /no bundle/,
    ],
    ["an older one", () => signBundle(bundle(4), OLD_KEY), /version 4; version 5/],
    [
      "another one of the same version",
      () => signBundle(bundle(5, { withoutStars: true }), OLD_KEY),
      /version 5; version 5/,
    ],
    [
      "a host that is not allowed",
      () => signBundle(otherAddress(bundle(9), "http://169.254.169.254/graphql"), OLD_KEY),
      /GATEWAY_SUBGRAPH_ORIGINS/,
    ],
    [
      "another port of an allowed host",
      () => signBundle(otherAddress(bundle(9), "http://127.0.0.1:1/graphql"), OLD_KEY),
      /GATEWAY_SUBGRAPH_ORIGINS/,
    ],
    [
      "an address with a password",
      () => signBundle(otherAddress(bundle(9), subgraphs[1]!.url.replace("//", "//a:b@")), OLD_KEY),
      /GATEWAY_SUBGRAPH_ORIGINS/,
    ],
    [
      "an address that is no web address",
      () => signBundle(otherAddress(bundle(9), "file:///etc/passwd"), OLD_KEY),
      /no bundle/,
    ],
    [
      "another address in the supergraph",
      () => signBundle({ ...bundle(9), subgraphs: otherAddress(bundle(9), subgraphs[0]!.url).subgraphs }, OLD_KEY),
      /two addresses/,
    ],
    [
      "a subgraph without an address",
      () => signBundle({ ...bundle(9), subgraphs: [bundle(9).subgraphs[0]!] }, OLD_KEY),
      /no address/,
    ],
    [
      "a subgraph that the supergraph does not know",
      () =>
        signBundle(
          { ...bundle(9), subgraphs: [...bundle(9).subgraphs, { name: "more", url: subgraphs[0]!.url }] },
          OLD_KEY,
        ),
      /does not know/,
    ],
    [
      "a subgraph twice",
      () => signBundle({ ...bundle(9), subgraphs: [...bundle(9).subgraphs, bundle(9).subgraphs[0]!] }, OLD_KEY),
      /twice/,
    ],
    ["a supergraph that is broken", () => signBundle({ ...bundle(9), supergraph: "type {" }, OLD_KEY), /Syntax/],
    [
      "an older table beside a supergraph that closes more",
      () => signBundle({ ...bundle(9, { policy: STARS_CLOSED }), policy: POLICY }, OLD_KEY),
      /Shop.stars is closed in the supergraph and open/,
    ],
    [
      "a table that closes more",
      () => signBundle({ ...bundle(9), policy: STARS_CLOSED }, OLD_KEY),
      /Shop.stars is closed in the policy table and not/,
    ],
  ])("%s", async (_name, signed, why) => {
    const before = await refusals(gateway);
    source.serve(await signed());
    await expect(gateway.reload()).rejects.toThrow(why);
    await gateway.reload().catch(() => undefined);
    expect([await ask(gateway), await version(gateway)]).toEqual([STARS, 5]);
    expect(await refusals(gateway)).toBeGreaterThan(before);
    expect(codes(lines).slice(0, 2)).toEqual(["BUNDLE_TAKEN", "BUNDLE_REFUSED"]);
  });

  it("and what is good is taken after it", async () => {
    source.serve(await signBundle(bundle(10, { policy: STARS_CLOSED }), NEW_KEY));
    await gateway.reload();
    expect([await ask(gateway), await version(gateway)]).toEqual([NO_STARS, 10]);
  });
});

describe("a registry that is away", () => {
  afterEach(() => source.fail(200));

  it.each([500, 404, 302])("(status %s) is told once, and what was in use stays", async (status) => {
    const lines: string[] = [];
    source.serve(await signBundle(bundle(1), OLD_KEY));
    const gateway = await start({ lines });
    try {
      source.fail(status);
      await expect(gateway.reload()).rejects.toThrow();
      await expect(gateway.reload()).rejects.toThrow();
      expect(await ask(gateway)).toEqual(STARS);
      expect(codes(lines)).toEqual(["BUNDLE_TAKEN", "BUNDLE_AWAY"]);
    } finally {
      await gateway.stop();
    }
  });

  it("leaves a gateway that starts the last good bundle", async () => {
    const [file, lines] = [newFile(), [] as string[]];
    source.serve(await signBundle(bundle(7, { policy: STARS_CLOSED }), OLD_KEY));
    await (await start({ file })).stop();
    source.fail(503);
    const gateway = await start({ file, lines });
    try {
      expect(await ask(gateway)).toEqual(NO_STARS);
      expect(codes(lines)).toEqual(["BUNDLE_AWAY", "BUNDLE_KEPT"]);
      // It knows which version it was: an older one that comes back is none.
      source.fail(200);
      source.serve(await signBundle(bundle(6), OLD_KEY));
      await expect(gateway.reload()).rejects.toThrow(/version 6; version 7/);
      source.serve(await signBundle(bundle(8), OLD_KEY));
      await gateway.reload();
      expect(await ask(gateway)).toEqual(STARS);
    } finally {
      await gateway.stop();
    }
  });

  it("and an older bundle at the start are not the last word: the kept one serves", async () => {
    const file = newFile();
    source.serve(await signBundle(bundle(7, { policy: STARS_CLOSED }), OLD_KEY));
    await (await start({ file })).stop();
    source.serve(await signBundle(bundle(6), OLD_KEY));
    const gateway = await start({ file });
    try {
      expect([await ask(gateway), await version(gateway)]).toEqual([NO_STARS, 7]);
    } finally {
      await gateway.stop();
    }
  });

  it("leaves nothing where what was kept was altered, or nothing was kept", async () => {
    const file = newFile();
    source.serve(await signBundle(bundle(7), OLD_KEY));
    await (await start({ file })).stop();
    source.fail(503);
    const signed = readFileSync(file, "utf8");
    writeFileSync(file, signed.replace(/.$/, signed.endsWith("A") ? "Q" : "A"));
    await expect(start({ file })).rejects.toThrow("There is no bundle to serve");
    await expect(start({})).rejects.toThrow("none was kept");
  });
});
