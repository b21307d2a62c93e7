/** A gateway with a partner: its errors in our words at their places, its requests signed under keys that are published. */
import { createPublicKey, type JsonWebKey } from "node:crypto";
import type { RunningGateway } from "../../../gateway/gateway.js";
import {
  createContextVerifier,
  createGatewayKey,
  createPartnerKey,
  keysOfSubgraphs,
  parseGatewayKeys,
  parsePartnerKeys,
} from "../../../platform/auth/index.js";
import { oneGoodToken, startFixtureGateway } from "../../support/fixture-gateway.js";
import { startFixtureSubgraph, type FixtureSubgraph } from "../../support/fixture-subgraphs.js";

const partnerKeys = parsePartnerKeys([createPartnerKey("p1"), createPartnerKey("p2")].join(","));
let shops: FixtureSubgraph;
let ratings: FixtureSubgraph;
let gateway: RunningGateway;
beforeAll(async () => {
  [shops, ratings] = await Promise.all([startFixtureSubgraph("shops"), startFixtureSubgraph("ratings")]);
  gateway = await startFixtureGateway([shops, ratings], {
    contextKeys: keysOfSubgraphs({ names: ["shops"], keys: parseGatewayKeys(createGatewayKey("k1")) }, partnerKeys),
    partnerKeys,
    pseudonymSecret: "secret",
    verifier: oneGoodToken(),
  });
});
afterEach(() => ratings.fail(undefined));
afterAll(async () => {
  await gateway.stop();
  await shops.stop();
  await ratings.stop();
});

interface Told {
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly path: unknown; readonly extensions: unknown }[];
}

const ask = async (query: string, headers: Record<string, string> = {}): Promise<{ text: string; body: Told }> => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  return { text, body: JSON.parse(text) as Told };
};
const QUERY = `{ shop(id: "1") { name stars note } }`;
const ID = "110101199003070396";

describe("[E08] a partner's error", () => {
  it.each([
    [
      "at a place",
      { data: { _entities: [{ stars: 4, note: null }] } },
      ["_entities", 0, "note"],
      { stars: 4, note: null },
      [["shop", "note"]],
    ],
    [
      "at an object",
      { data: { _entities: [null] } },
      ["_entities", 0],
      { stars: null, note: null },
      [
        ["shop", "stars"],
        ["shop", "note"],
      ],
    ],
    [
      "of all it was asked",
      { data: null },
      ["_entities"],
      { stars: null, note: null },
      [
        ["shop", "stars"],
        ["shop", "note"],
      ],
    ],
    [
      "without data",
      {},
      undefined,
      { stars: null, note: null },
      [
        ["shop", "stars"],
        ["shop", "note"],
      ],
    ],
    [
      "at no place",
      { data: { _entities: [null] } },
      undefined,
      { stars: null, note: null },
      [
        ["shop", "stars"],
        ["shop", "note"],
      ],
    ],
  ])("is told in our words with path and subgraph: %s", async (_what, answer, path, data, places) => {
    const error = { message: `No person ${ID}`, path, extensions: { code: "NOT_FOUND", service: "tax", reason: ID } };
    ratings.fail((response) => void response.end(JSON.stringify({ ...answer, errors: [error] })));
    const { text, body } = await ask(QUERY);
    expect(body.data).toEqual({ shop: { name: "Shop 1", ...data } });
    const told = body.errors;
    for (const { message, extensions } of told) {
      expect(message).toBe("There is no such record.");
      expect(extensions).toEqual({ code: "NOT_FOUND", service: "ratings" });
    }
    // Of an object that is lost, the object too.
    expect(told.map((each) => each.path)).toEqual(expect.arrayContaining(places));
    for (const { path: place } of told) expect(place).toEqual(expect.arrayContaining(["shop"]));
    expect(text).not.toMatch(/1101|tax/);
  });

  it("is told in Chinese to who reads it", async () => {
    ratings.fail(
      (response) => void response.end(JSON.stringify({ errors: [{ message: ID, extensions: { code: ID } }] })),
    );
    const { body } = await ask(QUERY, { "accept-language": "zh" });
    expect(body.errors[0]?.message).toBe("相关服务暂不可用。");
  });
});

describe("[E08] a partner's data", () => {
  it.each([
    ["a key more", { stars: 4, note: null, name: "FORGED", id: "2" }],
    ["another type", { stars: 4, note: null, __typename: "FORGED" }],
    [
      "a name that no field has",
      JSON.parse('{"stars":4,"note":null,"__proto__":{"name":"FORGED"},"constructor":"FORGED"}') as object,
    ],
  ])("takes the place of nothing that another service gave: %s", async (_what, entity) => {
    ratings.fail((response) => void response.end(JSON.stringify({ data: { _entities: [entity], shop: entity } })));
    const { body } = await ask(QUERY);
    expect(body).toEqual({ data: { shop: { name: "Shop 1", stars: 4, note: null } } });
  });

  it.each([
    ["fewer entities", []],
    [
      "more entities",
      [
        { stars: 4, note: null },
        { stars: 5, note: null },
      ],
    ],
    ["no list", { stars: 4 }],
    ["lists in the list", [[{ stars: 4 }]]],
    ["values of other types", [{ stars: "four", note: 5 }]],
    ["a tree below a leaf", [{ stars: { a: { b: { c: 1 } } }, note: [[["x"]]] }]],
  ])("that is none leaves the others' whole: %s", async (_what, entities) => {
    ratings.fail((response) => void response.end(JSON.stringify({ data: { _entities: entities } })));
    const { body } = await ask(QUERY);
    expect(body.data).toMatchObject({ shop: { name: "Shop 1", stars: null } });
    for (const { path, extensions } of body.errors) {
      expect(path).toEqual(expect.arrayContaining(["shop"]));
      expect(extensions).toEqual({ code: "UPSTREAM_INVALID", service: "ratings" });
    }
    expect(body.errors.length).toBeGreaterThan(0);
  });
});

describe("the keys for partners", () => {
  it("are where the draft says, in its media type, and verify what partners get", async () => {
    const response = await fetch(`${gateway.url}/.well-known/http-message-signatures-directory`);
    expect(response.headers.get("content-type")).toBe(
      "application/http-message-signatures-directory+json; charset=utf-8",
    );
    expect(response.headers.get("cache-control")).toBe("max-age=300");
    const { keys } = (await response.json()) as { keys: (JsonWebKey & { kid: string })[] };
    expect(keys.map(({ kid, kty, crv, use, d }) => [kid, kty, crv, use, d])).toEqual(
      ["p1", "p2"].map((kid) => [kid, "OKP", "Ed25519", "sig", undefined]),
    );
    const own = new Map(keys.map((key) => [key.kid, createPublicKey({ key, format: "jwk" })]));
    await ask(QUERY, { authorization: "Bearer good.test.token" });
    const verifier = createContextVerifier({ subgraph: "ratings", keys: own, since: 0 });
    const { headers, body, url } = ratings.last()!;
    expect(verifier.verify({ method: "POST", path: url, headers, body }).viewer).toEqual({});
    expect(shops.last()!.headers["signature-input"]).toContain('keyid="shops-k1"');
    // Ours is told who asks.
    const told = Buffer.from(String(shops.last()!.headers["govgraph-viewer"]), "base64url").toString("utf8");
    expect(JSON.parse(told)).toMatchObject({ username: "citizen-1" });
  });

  it("are read and not written", async () => {
    const response = await fetch(`${gateway.url}/.well-known/http-message-signatures-directory`, { method: "POST" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
  });
});
