/** Signatures of messages against vectors of others: those of RFC 9421, and requests that libraries in five languages accepted. */
import { createPrivateKey, createPublicKey, createSecretKey, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import { projectPath } from "../../../platform/config/index.js";
import {
  contentDigest,
  isSignature,
  readSignatureInput,
  signatureBase,
  signatureHeaders,
  signatureParams,
  targetParts,
  type Components,
} from "../../../platform/auth/message-signature.js";

interface LibraryVectors {
  readonly keys: Readonly<Record<string, { readonly secretHex?: string; readonly seedHex?: string }>>;
  readonly vectors: readonly {
    readonly name: string;
    readonly method: string;
    readonly requestTarget: string;
    readonly keyid: string;
    readonly headers: readonly (readonly [string, string])[];
    readonly bodyBase64: string;
    readonly signatureBase: string;
  }[];
}

const libraries = JSON.parse(readFileSync(projectPath("test/support/library-vectors.json"), "utf8")) as LibraryVectors;

/** What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410 section 7). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

const keyOf = (id: string): KeyObject => {
  const { secretHex, seedHex } = libraries.keys[id]!;
  if (secretHex !== undefined) return createSecretKey(Buffer.from(secretHex, "hex"));
  return createPrivateKey({ key: Buffer.concat([PKCS8, Buffer.from(seedHex!, "hex")]), format: "der", type: "pkcs8" });
};

describe("a signature", () => {
  it.each(libraries.vectors.map((vector) => [vector.name, vector] as const))(
    "is the one that libraries accepted: %s",
    (_name, { method, requestTarget, keyid, headers, bodyBase64, signatureBase: base }) => {
      const sent = Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
      const input = readSignatureInput(sent["signature-input"]!)!;
      const { path, query } = targetParts(requestTarget);
      const derived: Readonly<Record<string, string>> = { "@method": method, "@path": path, "@query": query };
      const names = [...input.covered.matchAll(/"([^"]+)"/g)].map(([, name]) => name!);
      const components: Components = names.map((name) => [name, derived[name] ?? sent[name]!]);
      expect(input.keyId).toBe(keyid);
      expect(sent["content-digest"]).toBe(contentDigest(Buffer.from(bodyBase64, "base64")));
      expect(signatureBase(components, signatureParams(components, input))).toBe(base);
      // Both algorithms sign the same text with the same bytes each time.
      const made = signatureHeaders(components, input, keyOf(keyid));
      expect(made).toEqual({ "signature-input": sent["signature-input"], signature: sent["signature"] });
    },
  );

  const text = { "content-type": "application/json", date: "Tue, 20 Apr 2021 02:07:55 GMT", "content-length": "18" };
  const valueOf: Readonly<Record<string, string>> = {
    ...text,
    "@method": "POST",
    "@path": "/foo",
    "@authority": "example.com",
  };
  it.each([
    [
      "B.2.5, HMAC-SHA-256",
      ["date", "@authority", "content-type"],
      "test-shared-secret",
      "pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=",
      createSecretKey(
        Buffer.from(
          "uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==",
          "base64",
        ),
      ),
    ],
    [
      "B.2.6, Ed25519",
      ["date", "@method", "@path", "@authority", "content-type", "content-length"],
      "test-key-ed25519",
      "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==",
      createPublicKey({
        key: { kty: "OKP", crv: "Ed25519", x: "JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs" },
        format: "jwk",
      }),
    ],
  ] as const)("of RFC 9421, %s, is good, and no other is", (_name, names, keyId, signature, key) => {
    const components: Components = names.map((name) => [name, valueOf[name]!]);
    const input = `sig1=(${names.map((name) => `"${name}"`).join(" ")});created=1618884473;keyid="${keyId}"`;
    expect(isSignature(components, { input, signature: `sig1=:${signature}:` }, key)).toBe(true);
    const forged = signature.replace(/^./, "A");
    for (const other of [`sig1=:${forged}:`, `sig1=:${signature.slice(4)}:`, "sig1=::", signature, ""])
      expect(isSignature(components, { input, signature: other }, key)).toBe(false);
    const changed: Components = [["date", "Tue, 20 Apr 2021 02:07:56 GMT"], ...components.slice(1)];
    expect(isSignature(changed, { input, signature: `sig1=:${signature}:` }, key)).toBe(false);
  });

  it("covers a query as it is sent, and none as a question mark", () => {
    expect(targetParts("/graphql")).toEqual({ path: "/graphql", query: "?" });
    expect(targetParts("/graphql?a=%E7%B9%81&b=1?2")).toEqual({ path: "/graphql", query: "?a=%E7%B9%81&b=1?2" });
  });
});
