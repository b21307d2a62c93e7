/** [E08] What a partner that was taken over could answer: its own part is lost with a typed error, the rest of the answer is there, and the gateway's process grows by little. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createGatewayKey, createPartnerKey } from "../../platform/auth/index.js";
import { projectPath } from "../../platform/config/index.js";
import { newSigner, signBundle, supergraphAt } from "../support/bundles.js";
import { freePorts, runNode, waitFor, type CommandRun } from "../support/commands.js";
import { NOTHING_CLOSED } from "../support/fixture-gateway.js";
import { fixtureSupergraph, startFixtureSubgraph, type FixtureSubgraph } from "../support/fixture-subgraphs.js";
import { HOSTILE_REPLIES, type HostileReply } from "../support/hostile-replies.js";
import { startTestIssuer, type TestIssuer } from "../support/issuer.js";

const MIB = 1024 * 1024;
/** What the process may grow by, beside what it has after ordinary questions: a figure of what is kept, wide enough for what V8 has not collected. */
const MOST_GROWTH = 64 * MIB;
const ROUNDS = 3;

const folder = mkdtempSync(join(tmpdir(), "govgraph-hostile-"));
let subgraphs: Record<"shops" | "ratings", FixtureSubgraph>;
let issuer: TestIssuer;
let gateway: CommandRun;
let url: string;
let adminUrl: string;

beforeAll(async () => {
  const [shops, ratings] = await Promise.all([startFixtureSubgraph("shops"), startFixtureSubgraph("ratings")]);
  subgraphs = { shops, ratings };
  issuer = await startTestIssuer();
  const signer = newSigner("hostile");
  const file = join(folder, "published.jws");
  const bundle = {
    ...{ version: 1, composedAt: "2026-11-30T00:00:00Z", publicSchema: "type Query { shop: Int }" },
    subgraphs: [shops, ratings].map(({ name, url: address }) => ({ name, url: address })),
    supergraph: supergraphAt(fixtureSupergraph(), [shops, ratings]),
    policy: {
      ...NOTHING_CLOSED,
      specification: "disclosure/v1.0",
      hash: "0",
      opened: [],
      personal: [],
      aggregates: [],
      subgraphs: {},
    },
  };
  writeFileSync(file, await signBundle(bundle as never, signer));
  const [port = 0, admin = 0] = await freePorts(2);
  url = `http://127.0.0.1:${port}`;
  adminUrl = `http://127.0.0.1:${admin}`;
  gateway = runNode([projectPath("dist/gateway/main.js")], {
    GATEWAY_PORT: String(port),
    GATEWAY_ADMIN_PORT: String(admin),
    GATEWAY_SUBGRAPHS: `shops=${shops.url},ratings=${ratings.url}`,
    GATEWAY_OWN_SERVICES: "nobody",
    GATEWAY_CONTEXT_KEYS: createGatewayKey("hostile"),
    GATEWAY_PARTNER_KEYS: createPartnerKey("hostile"),
    GATEWAY_PSEUDONYM_SECRET: "hostile",
    GATEWAY_CURSOR_SECRET: "hostile",
    GATEWAY_ISSUER_URL: issuer.issuerUrl,
    GATEWAY_BUNDLE_URL: pathToFileURL(file).href,
    GATEWAY_BUNDLE_SIGNERS: signer.publicKey,
    GATEWAY_BUNDLE_FILE: join(folder, "kept.jws"),
  });
  await waitFor(gateway, () =>
    fetch(`${url}/livez`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
});
afterEach(() => {
  for (const subgraph of Object.values(subgraphs)) subgraph.fail(undefined);
});
afterAll(async () => {
  gateway.child.kill("SIGKILL");
  await gateway.ended;
  await issuer.stop();
  for (const subgraph of Object.values(subgraphs)) await subgraph.stop();
  rmSync(folder, { recursive: true });
});

interface Reply {
  readonly headers: Headers;
  readonly text: string;
  readonly body: {
    readonly data: { readonly shops: readonly unknown[] | null; readonly topics: unknown };
    readonly errors?: readonly { readonly path?: readonly unknown[]; readonly extensions: object }[];
    readonly extensions?: unknown;
  };
}

const ask = async (): Promise<Reply> => {
  const { headers, ...reply } = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ topics shops { name stars } }" }),
  }).then(async (response) => ({ headers: response.headers, text: await response.text() }));
  return { headers, ...reply, body: JSON.parse(reply.text) as Reply["body"] };
};

const SHOPS = ["1", "2", "3"].map((id) => ({ name: `Shop ${id}`, stars: 4 }));

/** Entities alone are answered so: a root of the same service is asked by itself. */
const give = ({ by, fault }: HostileReply): void =>
  subgraphs[by].fail((response, request) => {
    if (by === "ratings" && !request.body.includes("_entities")) return void response.end(topicsFor(request.body));
    fault(response, request);
  });

const topicsFor = (body: string): string => {
  const [, key = "topics"] = /(\w+): ?topics\b/.exec(body) ?? [];
  return JSON.stringify({ data: { [key]: ["a"] } });
};

const residentBytes = async (): Promise<number> => {
  const text = await (await fetch(`${adminUrl}/metrics`)).text();
  return Number(/^process_resident_memory_bytes\S* (\S+)$/m.exec(text)![1]);
};

const logged = (): readonly Readonly<Record<string, unknown>>[] =>
  gateway
    .output()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

it("the fixture answers", async () => {
  const { body } = await ask();
  expect(body).toEqual({ data: { topics: ["a"], shops: SHOPS } });
});

describe.each(Object.entries(HOSTILE_REPLIES))("%s", (_name, reply) => {
  const { by, code, cause } = reply;

  it(
    code ? `is ${code} at its own places, and the rest is there` : "is served as what was asked for, and nothing else",
    async () => {
      const before = logged().length;
      give(reply);
      const { headers, text, body } = await ask();
      expect(body.data.topics).toEqual(["a"]);
      if (by === "ratings")
        expect(body.data.shops).toEqual(SHOPS.map(({ name }) => ({ name, stars: code ? null : 4 })));
      expect(body.errors === undefined).toBe(code === undefined);
      for (const { extensions } of body.errors ?? []) expect(extensions).toMatchObject({ code });
      if (code)
        expect(body.errors!.map(({ path }) => path)).toEqual(
          by === "ratings"
            ? [0, 1, 2].map((index) => ["shops", index, "stars"])
            : [expect.arrayContaining(["shops", 0])],
        );
      expect(body.extensions).toBeUndefined();
      expect(text).not.toContain("SECRET");
      expect(JSON.stringify([...headers])).not.toMatch(/SECRET|set-cookie/);
      if (cause) {
        const failed = (): ReturnType<typeof logged> =>
          logged()
            .slice(before)
            .filter((line) => line["cause"] !== undefined);
        await waitFor(gateway, () => failed().length > 0);
        expect(failed()).toEqual([expect.objectContaining({ code, cause, service: by })]);
      }
      expect(gateway.output()).not.toContain("SECRET");
    },
  );
});

describe("what goes from one service to another", () => {
  it.each(["a key that is no key", "a key that no database keeps", "a key of a mebibyte"])(
    "is not %s",
    async (name) => {
      give(HOSTILE_REPLIES[name]!);
      const asked: string[] = [];
      subgraphs.ratings.fail((response, { body }) => {
        asked.push(body.slice(0, 1_000));
        response.end(topicsFor(body));
      });
      await ask();
      expect(asked.filter((body) => body.includes("_entities"))).toHaveLength(0);
    },
  );
});

describe("an answer without end", () => {
  it("is read no further than the limit, and its connection ends", async () => {
    let socket: { readonly bytesWritten: number; readonly destroyed: boolean } | undefined;
    give({
      by: "ratings",
      fault: (response) => {
        socket = response.socket!;
        const more = (): void => {
          if (!response.destroyed && response.write(" ".repeat(64 * 1024))) setImmediate(more);
        };
        response.on("drain", more).on("error", () => undefined);
        more();
      },
    });
    const { body } = await ask();
    expect(body.errors).toHaveLength(3);
    await waitFor(gateway, () => socket!.destroyed);
    // The limit, and what lies in buffers of the system between the two.
    expect(socket!.bytesWritten).toBeLessThan(32 * MIB);
  });
});

describe("the process", () => {
  it("grows by no more than 64 MiB, whatever it was answered", async () => {
    for (let question = 0; question < 100; question += 1) await ask();
    const before = await residentBytes();
    for (let round = 0; round < ROUNDS; round += 1)
      for (const reply of Object.values(HOSTILE_REPLIES)) {
        give(reply);
        await ask();
        subgraphs[reply.by].fail(undefined);
      }
    const grown = (await residentBytes()) - before;
    expect(grown).toBeLessThanOrEqual(MOST_GROWTH);
    expect((await ask()).body.data.shops).toEqual(SHOPS);
  });
});
