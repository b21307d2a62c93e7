/** The signed context between gateway and subgraph: every part counts, nothing can be used twice. */
import {
  ANONYMOUS,
  createContextKey,
  createContextVerifier,
  parseContextKeys,
  signContext,
} from "../../platform/auth/index.js";

const key = createContextKey("k1");
const keys = parseContextKeys(key);
const request = { method: "POST", path: "/graphql", body: '{"query":"{a}"}' };
const context = { subgraph: "credit", viewer: ANONYMOUS, asOf: "2026-09-28T04:00:00.000Z", requestId: "r1" };
const verifier = (now = Date.now(), subgraph = "credit", known = keys): ReturnType<typeof createContextVerifier> =>
  createContextVerifier({ subgraph, keys: known, now: () => now });

describe("the signed context", () => {
  it("gives back what was signed", () =>
    expect(verifier().verify(signContext({ context, ...request }, keys), request)).toEqual(context));

  it("refuses the same bytes a second time", () => {
    const [one, header] = [verifier(), signContext({ context, ...request }, keys)];
    one.verify(header, request);
    expect(() => one.verify(header, request)).toThrow(/not signed/);
  });

  it("refuses any change", () => {
    const header = signContext({ context, ...request }, keys);
    const [id, payload, mac] = header.split(".") as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as object;
    const forged = Buffer.from(JSON.stringify({ ...claims, viewer: { ...ANONYMOUS, roles: ["supervisor"] } })).toString(
      "base64url",
    );
    for (const attempt of [
      undefined,
      "",
      "a.b.c",
      `${id}.${forged}.${mac}`,
      `other.${payload}.${mac}`,
      `${id}.${payload}.${mac.slice(0, -2)}`,
    ]) {
      expect(() => verifier().verify(attempt, request)).toThrow(/not signed/);
    }
    for (const changed of [
      { ...request, body: "{}" },
      { ...request, method: "GET" },
      { ...request, path: "/other" },
    ]) {
      expect(() => verifier().verify(header, changed)).toThrow(/not signed/);
    }
    expect(() => verifier(Date.now(), "funds").verify(header, request)).toThrow(/not signed/);
    expect(() => verifier(Date.now() + 31_000).verify(header, request)).toThrow(/not signed/);
    expect(() => verifier(Date.now() - 6_000).verify(header, request)).toThrow(/not signed/);
  });

  it("accepts both keys while they rotate", () => {
    const both = parseContextKeys(`${createContextKey("k2")},${key}`);
    expect(verifier(Date.now(), "credit", both).verify(signContext({ context, ...request }, keys), request)).toEqual(
      context,
    );
    expect(verifier(Date.now(), "credit", both).verify(signContext({ context, ...request }, both), request)).toEqual(
      context,
    );
  });

  it("refuses short keys", () => expect(() => parseContextKeys("k1:c2hvcnQ")).toThrow(/32 bytes/));
});
