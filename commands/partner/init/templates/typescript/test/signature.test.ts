/** The verifier takes what the gateway signs and refuses what was changed (vectors.json). */
import assert from "node:assert/strict";
import { createPublicKey, type JsonWebKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createKeyFinder } from "../src/keys.js";
import { createVerifier, type SignedRequest, type Verify } from "../src/signature.js";

interface Vector {
  readonly name: string;
  readonly keyId: string;
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Refused {
  readonly name: string;
  readonly change: Partial<Pick<Vector, "method" | "target" | "headers" | "body">> & {
    readonly now?: string;
    readonly times?: number;
  };
}

const { keys, vectors, refused } = JSON.parse(readFileSync(new URL("../../vectors.json", import.meta.url), "utf8")) as {
  keys: Record<string, JsonWebKey>;
  vectors: Vector[];
  refused: Refused[];
};

const SIGNED_AT = Date.parse("2026-12-01T00:00:00Z");

const verifierAt = (now: number, since = SIGNED_AT): Verify =>
  createVerifier({
    audience: "heating",
    since,
    now: () => now,
    keyOf: async (id) => {
      const key = keys[id];
      return key?.kty === "OKP" ? createPublicKey({ key, format: "jwk" }) : undefined;
    },
  });

const requestOf = ({ body, ...rest }: Vector): SignedRequest => ({ ...rest, body: Buffer.from(body) });
const isForPartners = ({ keyId }: Vector): boolean => keys[keyId]?.kty === "OKP";

for (const vector of vectors)
  test(`${isForPartners(vector) ? "takes" : "refuses"} ${vector.name}`, async () => {
    const told = await verifierAt(SIGNED_AT)(requestOf(vector));
    assert.equal(told !== undefined, isForPartners(vector));
  });

for (const { name, change } of refused)
  test(`refuses a request that is ${name}`, async () => {
    const { now, times = 1, headers, ...rest } = change;
    const verify = verifierAt(now === undefined ? SIGNED_AT : Date.parse(now), 0);
    const request = requestOf({ ...vectors[0]!, ...rest, headers: { ...vectors[0]!.headers, ...headers } });
    for (let time = 1; time < times; time += 1) assert.ok(await verify(request));
    assert.equal(await verify(request), undefined);
  });

test("refuses what was signed before the process began", async () => {
  assert.equal(await verifierAt(SIGNED_AT + 1_000, SIGNED_AT + 1_000)(requestOf(vectors[0]!)), undefined);
});

test("tells what the gateway tells", async () => {
  const told = await verifierAt(SIGNED_AT)(requestOf(vectors[0]!));
  assert.deepEqual(told?.viewer.tiers, ["OWNER"]);
  assert.equal(told?.asOf, "2026-12-01T00:00:00.000Z");
});

test("keys are kept, and fetched at most once a minute for an unknown id", async () => {
  let now = 0;
  let fetched = 0;
  const key = createPublicKey({ key: keys["vectors-ed25519"]!, format: "jwk" });
  const load = async () => ((fetched += 1), new Map([["known", key]]));
  const find = createKeyFinder("http://localhost", { load, now: () => now });
  assert.deepEqual(await Promise.all([find("known"), find("known")]), [key, key]);
  assert.equal(await find("unknown"), undefined);
  assert.equal(fetched, 1);
  now = 61_000;
  assert.equal(await find("unknown"), undefined);
  assert.equal(await find("unknown"), undefined);
  assert.equal(fetched, 2);
  now += 5 * 60_000 + 1;
  assert.equal(await find("known"), key);
  assert.equal(fetched, 3);
});
