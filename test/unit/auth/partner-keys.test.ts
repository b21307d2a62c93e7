/** Keys for partners: what is published verifies and signs nothing; and the names by which partners know viewers. */
import { createPublicKey } from "node:crypto";
import {
  ANONYMOUS,
  areShared,
  createContextVerifier,
  createGatewayKey,
  createPartnerKey,
  createPseudonyms,
  keyDirectory,
  keysOfSubgraphs,
  parseGatewayKeys,
  parsePartnerKeys,
  publicKeys,
  signContext,
} from "../../../platform/auth/index.js";
import { VIEWERS } from "../../support/viewers.js";

const first = createPartnerKey("p1");
const second = createPartnerKey("p2");
const keys = parsePartnerKeys(`${first},${second}`);
const parts = { method: "POST", path: "/graphql", body: "{}" };
const context = { subgraph: "heating", viewer: {}, asOf: "2026-09-28T04:00:00.000Z", requestId: "r1" };

describe("keys for partners", () => {
  it("sign what their public halves verify, and the public halves sign nothing", () => {
    const headers = signContext({ context, ...parts }, keys);
    expect(headers["signature-input"]).toContain('keyid="p1"');
    expect(headers["signature"]).toMatch(/^sig1=:[\w+/]{86}==:$/);
    const verifier = createContextVerifier({ subgraph: "heating", keys: publicKeys(keys) });
    expect(verifier.verify({ ...parts, headers })).toEqual(context);
    expect(() => signContext({ context, ...parts }, publicKeys(keys))).toThrow();
    const another = createContextVerifier({ subgraph: "waterworks", keys: publicKeys(keys) });
    expect(() => another.verify({ ...parts, headers: signContext({ context, ...parts }, keys) })).toThrow(
      "The request is not signed by the gateway.",
    );
  });

  it("are published as a set of public keys, without the private half", () => {
    const { keys: published } = keyDirectory(keys);
    const x = expect.stringMatching(/^[\w-]{43}$/);
    expect(published).toEqual(["p1", "p2"].map((kid) => ({ kty: "OKP", crv: "Ed25519", x, kid, use: "sig" })));
    const own = publicKeys(keys);
    for (const jwk of published)
      expect(createPublicKey({ key: jwk, format: "jwk" }).equals(own.get(String(jwk["kid"]))!)).toBe(true);
    expect(JSON.stringify(published)).not.toContain(first.split(":")[1]);
  });

  it("are the seeds of RFC 8032: the first of its test vectors has its public key", () => {
    const seed = Buffer.from("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "hex");
    const { keys: published } = keyDirectory(parsePartnerKeys(`a:${seed.toString("base64url")}`));
    expect(Buffer.from(String(published[0]!.x), "base64url").toString("hex")).toBe(
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    );
  });

  it("are none where none are given", () => expect(parsePartnerKeys("").size).toBe(0));

  it.each([
    "a",
    "a:",
    `A:${"A".repeat(43)}`,
    `a:${"A".repeat(86)}`,
    `${first},${first}`,
    createGatewayKey("k1").replace(":", "."),
  ])("are not %j", (text) => expect(() => parsePartnerKeys(text)).toThrow(/32 bytes/));

  it("are those of every subgraph that is not named as our own", () => {
    const of = keysOfSubgraphs({ names: ["credit"], keys: parseGatewayKeys(createGatewayKey("k1")) }, keys);
    expect([...of("credit").keys()]).toEqual(["credit-k1"]);
    expect([areShared(of("credit")), areShared(of("heating"))]).toEqual([true, false]);
    expect(of("heating")).toBe(keys);
  });
});

describe("the name by which a partner knows a viewer", () => {
  const [heating, water] = ["heating", "waterworks"].map((name) => createPseudonyms("secret", name)) as [
    ReturnType<typeof createPseudonyms>,
    ReturnType<typeof createPseudonyms>,
  ];

  it("is the same for one partner, another for the next, and holds nothing of the viewer", () => {
    const named = Object.values(VIEWERS).filter(({ kind }) => kind !== "anonymous");
    const names = named.flatMap((viewer) => [heating(viewer), water(viewer)]);
    expect(new Set(names).size).toBe(2 * named.length);
    for (const name of names) expect(name).toMatch(/^[\w-]{43}$/);
    expect(named.map(createPseudonyms("secret", "heating"))).toEqual(named.map(heating));
    expect(named.map(createPseudonyms("other", "heating"))).not.toEqual(named.map(heating));
  });

  it("is that of the person, whatever the sign-in name, and none of who has no name", () => {
    expect(heating({ ...VIEWERS["citizen-1"], username: "renamed" })).toBe(heating(VIEWERS["citizen-1"]));
    expect(heating(ANONYMOUS)).toBeUndefined();
  });

  it("of one kind is none of another", () => {
    const text = "a".repeat(64);
    const viewer = { ...ANONYMOUS, kind: "person" as const };
    const names = [
      heating({ ...viewer, subjectHash: text }),
      heating({ ...viewer, username: text }),
      heating({ ...viewer, kind: "client", clientId: text }),
    ];
    expect(new Set(names).size).toBe(3);
  });
});
