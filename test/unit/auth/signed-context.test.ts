/** The signed context, part by part: whatever is changed, the request is refused. */
import { createSecretKey, randomBytes } from "node:crypto";
import fc from "fast-check";
import {
  ANONYMOUS,
  createContextVerifier,
  createGatewayKey,
  parseGatewayKeys,
  signContext,
  type ContextKeys,
  type SignedContext,
} from "../../../platform/auth/index.js";

const NOW = Date.UTC(2026, 10, 24, 4);
const first = createGatewayKey("k1");
const second = createGatewayKey("k2");
const keysFrom = (text: string): ContextKeys => parseGatewayKeys(text)("credit");
const keys = keysFrom(`${first},${second}`);
const parts = { method: "POST", path: "/graphql?lang=zh", body: '{"query":"{a}"}' };
const context: SignedContext = {
  subgraph: "credit",
  viewer: { ...ANONYMOUS, kind: "person", username: "officer-1" },
  asOf: "2026-09-28T04:00:00.000Z",
  requestId: "r1",
  policyHash: "p",
  timeoutMs: 3_000,
  language: "zh",
};
type Headers = Readonly<Record<string, string | undefined>>;
const headers = (now = NOW): Headers => signContext({ context, ...parts }, keys, { now });
const verifierAt = (now = NOW, more: object = {}): ReturnType<typeof createContextVerifier> =>
  createContextVerifier({ subgraph: "credit", keys, now: () => now, since: NOW - 3_600_000, ...more });
const verify = (sent: Headers, changes: object = {}, now = NOW): unknown =>
  verifierAt(now).verify({ ...parts, headers: sent, ...changes });
const refusal = expect.objectContaining({
  code: "UNAUTHENTICATED",
  message: "The request is not signed by the gateway.",
});

describe("the signed context", () => {
  it("comes back as it was signed", () => expect(verify(headers())).toEqual(context));

  it("comes back without what was not said", () => {
    const { subgraph, viewer, asOf, requestId } = context;
    const least = { subgraph, viewer, asOf, requestId };
    expect(verify(signContext({ context: least, ...parts }, keys, { now: NOW }))).toEqual(least);
  });

  it.each(Object.keys(headers()))("is refused with another %s, with none, and with two", (name) => {
    const sent = headers();
    for (const other of [undefined, "", "x", `${sent[name]}x`, `${sent[name]}, ${sent[name]}`])
      expect(() => verify({ ...sent, [name]: other })).toThrow(refusal);
  });

  it.each([
    ["another method", { method: "PUT" }],
    ["another path", { path: "/batch/x?lang=zh" }],
    ["another query", { path: "/graphql?lang=en" }],
    ["no query", { path: "/graphql" }],
    ["another body", { body: "{}" }],
    ["no body", { body: "" }],
  ])("is refused for %s", (_part, change) => expect(() => verify(headers(), change)).toThrow(refusal));

  it.each([
    ["a component less", ['"content-type" ', ""]],
    ["components in another order", ['"@method" "@path"', '"@path" "@method"']],
    ["a component more", ['"@path"', '"@path" "@authority"']],
    ["parameters in another order", [/;created=(\d+);expires=(\d+)/, ";expires=$2;created=$1"]],
    ["another parameter", [';tag="govgraph"', ';tag="govgraph";alg="hmac-sha256"']],
    ["another tag", ['tag="govgraph"', 'tag="other"']],
    ["another label", [/^sig1/, "sig2"]],
    ["a short nonce", [/nonce="[^"]*"/, 'nonce="abc"']],
    ["another time", [/created=\d+/, `created=${NOW / 1_000 + 1}`]],
    ["another end", [/expires=\d+/, `expires=${NOW / 1_000 + 59}`]],
    ["a key that there is not", [/keyid="[^"]*"/, 'keyid="credit-k9"']],
    ["the other key", [/keyid="[^"]*"/, 'keyid="credit-k2"']],
  ] as const)("is refused with %s", (_what, [part, by]) => {
    const sent = headers();
    const changed = sent["signature-input"]!.replace(part, by);
    expect(changed).not.toBe(sent["signature-input"]);
    expect(() => verify({ ...sent, "signature-input": changed })).toThrow(refusal);
  });

  it("is for its own subgraph alone", () => {
    const funds = createContextVerifier({ subgraph: "funds", keys, now: () => NOW });
    expect(() => funds.verify({ ...parts, headers: headers() })).toThrow(refusal);
  });

  it("names its key in what is signed: the same secret under another id is another key", () => {
    const secret = first.split(":")[1]!;
    const sent = headers();
    const twins = keysFrom(`k1:${secret},k3:${secret}`);
    const input = sent["signature-input"]!.replace("credit-k1", "credit-k3");
    expect(() =>
      verifierAt(NOW, { keys: twins }).verify({ ...parts, headers: { ...sent, "signature-input": input } }),
    ).toThrow(refusal);
  });

  it("is refused with any other text in any header, and never with another error", () => {
    const names = Object.keys(headers());
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string(), (name, text) => {
        const sent = headers();
        if (text === sent[name]) return;
        expect(() => verify({ ...sent, [name]: text })).toThrow(refusal);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.constantFrom("A", "z", "0", ".", "-"), (name, at, letter) => {
        const sent = headers();
        const good = sent[name]!;
        const position = at % good.length;
        // The last letter before the padding holds bits that say nothing.
        if (good[position] === letter || /^[=:]/.test(good.slice(position + 1))) return;
        const other = good.slice(0, position) + letter + good.slice(position + 1);
        expect(() => verify({ ...sent, [name]: other })).toThrow(refusal);
      }),
    );
  });

  it("refuses a key that is not ours", () => {
    const others = new Map([["credit-k1", createSecretKey(randomBytes(64))]]);
    expect(() => verify(signContext({ context, ...parts }, others, { now: NOW }))).toThrow(refusal);
  });

  it("lives thirty seconds and may come from a clock five ahead", () => {
    expect(verify(headers(), {}, NOW + 30_000)).toEqual(context);
    expect(() => verify(headers(), {}, NOW + 30_001)).toThrow(refusal);
    expect(verify(headers(), {}, NOW - 5_000)).toEqual(context);
    expect(() => verify(headers(), {}, NOW - 5_001)).toThrow(refusal);
  });

  it("is used once for as long as it lives, and forgotten after", () => {
    let now = NOW - 5_000;
    const verifier = createContextVerifier({ subgraph: "credit", keys, now: () => now });
    const sent = headers();
    verifier.verify({ ...parts, headers: sent });
    for (now of [NOW - 5_000, NOW, NOW + 29_000, NOW + 30_000]) {
      // What others are signed meanwhile makes room for itself alone.
      verifier.verify({ ...parts, headers: headers(now) });
      expect(() => verifier.verify({ ...parts, headers: sent })).toThrow(refusal);
    }
  });

  it("is refused by a process that began after it was signed: one before it may have taken it", () => {
    const sent = headers();
    verifierAt(NOW + 100).verify({ ...parts, headers: sent });
    const restarted = createContextVerifier({ subgraph: "credit", keys, now: () => NOW + 1_000 });
    expect(() => restarted.verify({ ...parts, headers: sent })).toThrow(refusal);
    expect(restarted.verify({ ...parts, headers: headers(NOW + 1_000) })).toEqual(context);
  });

  it("is accepted under the old key and the new one, and under neither once it is gone", () => {
    const [old, next] = [keysFrom(first), keysFrom(`${second},${first}`)];
    const verifier = verifierAt(NOW, { keys: next });
    const under = (signing: ContextKeys): Headers => signContext({ context, ...parts }, signing, { now: NOW });
    expect(verifier.verify({ ...parts, headers: under(old) })).toEqual(context);
    expect(under(next)["signature-input"]).toContain('keyid="credit-k2"');
    expect(verifier.verify({ ...parts, headers: under(next) })).toEqual(context);
    const late = verifierAt(NOW, { keys: keysFrom(second) });
    expect(() => late.verify({ ...parts, headers: under(old) })).toThrow(refusal);
  });

  it("signs the bytes of the body, not its text", () => {
    const body = Buffer.from([0xff, 0xfe, 0x7b]);
    const sent = signContext({ context, ...parts, body }, keys, { now: NOW });
    expect(() => verify(sent, { body: body.toString("utf8") })).toThrow(refusal);
    expect(verify(sent, { body })).toEqual(context);
  });

  it("has the trace of a proxy beside it, which nothing rests on", () => {
    const traceparent = `00-${"a".repeat(32)}-${"b".repeat(16)}-01`;
    const sent = signContext({ context: { ...context, traceparent }, ...parts }, keys, { now: NOW });
    expect(verify(sent)).toEqual({ ...context, traceparent });
    expect(verify({ ...headers(), traceparent: 'forged"\n' })).toEqual(context);
  });
});
