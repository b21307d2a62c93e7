/** The signed context, part by part: whatever is changed, the request is refused. */
import { createHmac, randomBytes } from "node:crypto";
import fc from "fast-check";
import {
  ANONYMOUS,
  createContextVerifier,
  createGatewayKey,
  parseGatewayKeys,
  signContext,
  type ContextKeys,
} from "../../../platform/auth/index.js";

const NOW = Date.UTC(2026, 10, 24, 4);
const first = createGatewayKey("k1");
const second = createGatewayKey("k2");
const keysFrom = (text: string): ContextKeys => parseGatewayKeys(text)("credit");
const keys = keysFrom(`${first},${second}`);
const request = { method: "POST", path: "/graphql", body: '{"query":"{a}"}' };
const context = {
  subgraph: "credit",
  viewer: { ...ANONYMOUS, kind: "person" as const, username: "officer-1" },
  asOf: "2026-09-28T04:00:00.000Z",
  requestId: "r1",
  policyHash: "p",
};
const header = (): string => signContext({ context, ...request }, keys, NOW);
const verify = (value: string | undefined, now = NOW): unknown =>
  createContextVerifier({ subgraph: "credit", keys, now: () => now }).verify(value, request);
const refusal = expect.objectContaining({
  code: "UNAUTHENTICATED",
  message: "The request is not signed by the gateway.",
});

describe("the signed context", () => {
  it("comes back whole, with nothing of the envelope", () => expect(verify(header())).toEqual(context));

  it.each([
    ["subgraph", "funds"],
    ["viewer", { ...ANONYMOUS, roles: ["supervisor"] }],
    ["asOf", "2020-01-01T00:00:00.000Z"],
    ["requestId", "r2"],
    ["policyHash", "q"],
    ["method", "GET"],
    ["path", "/"],
    ["bodyHash", "x"],
    ["issuedAt", NOW + 1],
    ["nonce", "x"],
  ])("refuses another %s under the old signature", (part, value) => {
    const [id, payload, mac] = header().split(".") as [string, string, string];
    const envelope = JSON.parse(Buffer.from(payload, "base64url").toString()) as object;
    expect(Object.keys(envelope)).toContain(part);
    const forged = Buffer.from(JSON.stringify({ ...envelope, [part]: value })).toString("base64url");
    expect(() => verify(`${id}.${forged}.${mac}`)).toThrow(refusal);
  });

  it("is good for its own request alone, and for its own subgraph", () => {
    for (const other of [{ method: "GET" }, { path: "/batch/x" }, { body: "{}" }]) {
      const verifier = createContextVerifier({ subgraph: "credit", keys, now: () => NOW });
      expect(() => verifier.verify(header(), { ...request, ...other })).toThrow(refusal);
    }
    const funds = createContextVerifier({ subgraph: "funds", keys, now: () => NOW });
    expect(() => funds.verify(header(), request)).toThrow(refusal);
  });

  it("refuses a signature that names another key", () => {
    const [, payload, mac] = header().split(".");
    expect(() => verify(`k2.${payload}.${mac}`)).toThrow(refusal);
    // Not even where both ids have the same secret: the id is signed too.
    const secret = first.split(":")[1]!;
    const twins = keysFrom(`k1:${secret},k3:${secret}`);
    const verifier = createContextVerifier({ subgraph: "credit", keys: twins, now: () => NOW });
    expect(() => verifier.verify(`k3.${payload}.${mac}`, request)).toThrow(refusal);
  });

  it("refuses every other text, and never throws anything else", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => verify(text)).toThrow(refusal);
      }),
    );
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom("A", "z", "0", ".", "-"), (position, letter) => {
        const good = header();
        const at = position % (good.length - 1); // The last letter holds padding bits.
        if (good[at] === letter) return;
        expect(() => verify(good.slice(0, at) + letter + good.slice(at + 1))).toThrow(refusal);
      }),
    );
  });

  it("refuses a key that is not ours", () => {
    const [, payload] = header().split(".");
    const mac = createHmac("sha256", randomBytes(32)).update(`k1.${payload}`).digest("base64url");
    expect(() => verify(`k1.${payload}.${mac}`)).toThrow(refusal);
  });

  it("lives thirty seconds and may come from a clock five ahead", () => {
    expect(verify(header(), NOW + 30_000)).toEqual(context);
    expect(() => verify(header(), NOW + 30_001)).toThrow(refusal);
    expect(verify(header(), NOW - 5_000)).toEqual(context);
    expect(() => verify(header(), NOW - 5_001)).toThrow(refusal);
  });

  it("is used once for as long as it lives, and forgotten after", () => {
    let now = NOW - 5_000;
    const verifier = createContextVerifier({ subgraph: "credit", keys, now: () => now });
    const value = header();
    verifier.verify(value, request);
    for (now of [NOW - 5_000, NOW, NOW + 29_000, NOW + 30_000]) {
      expect(() => verifier.verify(value, request)).toThrow(refusal);
    }
  });

  it("is accepted under the old key and the new one, and under neither once it is gone", () => {
    const [old, next] = [keysFrom(first), keysFrom(`${second},${first}`)];
    const verifier = createContextVerifier({ subgraph: "credit", keys: next, now: () => NOW });
    expect(verifier.verify(signContext({ context, ...request }, old, NOW), request)).toEqual(context);
    expect(signContext({ context, ...request }, next, NOW).startsWith("k2.")).toBe(true);
    expect(verifier.verify(signContext({ context, ...request }, next, NOW), request)).toEqual(context);
    const late = createContextVerifier({ subgraph: "credit", keys: keysFrom(second), now: () => NOW });
    expect(() => late.verify(signContext({ context, ...request }, old, NOW), request)).toThrow(refusal);
  });

  it("signs the bytes of the body, not its text", () => {
    const body = Buffer.from([0xff, 0xfe, 0x7b]);
    const value = signContext({ context, ...request, body }, keys, NOW);
    const verifier = createContextVerifier({ subgraph: "credit", keys, now: () => NOW });
    expect(() => verifier.verify(value, { ...request, body: body.toString("utf8") })).toThrow(refusal);
    expect(verifier.verify(value, { ...request, body })).toEqual(context);
  });
});
