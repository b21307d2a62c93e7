/** The keys of the signed context: a service's is derived from the gateway's, and neither is taken for the other. */
import { createHmac } from "node:crypto";
import {
  ANONYMOUS,
  createContextVerifier,
  createGatewayKey,
  parseGatewayKeys,
  parseServiceKeys,
  printServiceKeys,
  signContext,
} from "../../../platform/auth/index.js";

const first = createGatewayKey("k1");
const second = createGatewayKey("k2");
const secretOf = (text: string): string => text.split(":")[1]!;

describe("a service's keys", () => {
  it("are HMAC-SHA-512 of the gateway's over label and name, under the same ids in the same order", () => {
    const keys = parseGatewayKeys(`${first},${second}`)("credit");
    expect([...keys.keys()]).toEqual(["credit-k1", "credit-k2"]);
    for (const [id, key] of keys) {
      const master = Buffer.from(secretOf(id === "credit-k1" ? first : second), "base64url");
      const derived = createHmac("sha512", master).update("govgraph context key of service credit").digest();
      expect(key.export()).toEqual(derived);
      expect(derived).toHaveLength(64);
    }
  });

  it("are others for every service and every key of the gateway", () => {
    const keysOf = parseGatewayKeys(`${first},${second}`);
    const all = ["reference", "matters", "credit"].flatMap((name) => [...keysOf(name).values()]);
    expect(new Set(all.map((key) => key.export().toString("hex"))).size).toBe(6);
  });

  it("are read as they were printed", () => {
    const keys = parseGatewayKeys(`${first},${second}`)("funds");
    const read = parseServiceKeys(printServiceKeys(keys));
    expect([...read].map(([id, key]) => [id, key.export()])).toEqual([...keys].map(([id, key]) => [id, key.export()]));
  });

  it("sign nothing that another service takes", () => {
    const keysOf = parseGatewayKeys(first);
    const request = { method: "POST", path: "/graphql", body: "{}" };
    const context = { viewer: ANONYMOUS, asOf: "2026-09-28T04:00:00.000Z", requestId: "r1" };
    for (const holder of ["credit", "funds"]) {
      const verifier = createContextVerifier({ subgraph: "credit", keys: keysOf("credit") });
      const headers = signContext({ context: { ...context, subgraph: "credit" }, ...request }, keysOf(holder));
      if (holder === "credit") expect(verifier.verify({ ...request, headers }).viewer).toEqual(ANONYMOUS);
      else expect(() => verifier.verify({ ...request, headers })).toThrow("The request is not signed by the gateway.");
    }
  });

  it.each([
    "",
    "k1",
    first,
    `k1:${"A".repeat(85)}`,
    `k1:${"A".repeat(88)}`,
    `k1:${"A".repeat(86)},k1:${"B".repeat(86)}`,
  ])("are not %j", (text) => expect(() => parseServiceKeys(text)).toThrow(/64 bytes/));
});

describe("the gateway's keys", () => {
  it.each([
    "",
    "k1",
    "k1:",
    ":AAAA",
    `k1:${"A".repeat(42)}`,
    `${first},`,
    `a.b:${secretOf(first)}`,
    `K1:${secretOf(first)}`,
    `a_b:${secretOf(first)}`,
    `k1:${"=".repeat(64)}`,
    `${first}:x`,
    `${first},${first}`,
    printServiceKeys(parseGatewayKeys(first)("credit")),
  ])("are not %j", (text) => expect(() => parseGatewayKeys(text)).toThrow(/32 bytes/));
});
