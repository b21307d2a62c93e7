/** Public keys of apps: what is taken and kept, and that nothing private is. */
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";
import { publicKeyOf, publicKeysIn } from "../../../platform/auth/index.js";

const pair = async (algorithm: string, kid = "k1", modulusLength?: number): Promise<{ open: JWK; closed: JWK }> => {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, {
    extractable: true,
    ...(modulusLength === undefined ? {} : { modulusLength }),
  });
  return { open: { ...(await exportJWK(publicKey)), kid }, closed: { ...(await exportJWK(privateKey)), kid } };
};

const ruleOf = (keys: readonly unknown[]): Promise<unknown> =>
  publicKeysIn(keys.map((key) => (typeof key === "string" ? key : JSON.stringify(key)))).then(
    (taken) => taken.length,
    (error: { details?: { rule?: string } }) => error.details?.rule,
  );

it.each([
  ["ES256", "ES256"],
  ["ES384", "ES384"],
  ["PS256", "PS256"],
])(
  "a key for %s is kept with its algorithm, without what else it says, and told by its fingerprint",
  async (made, algorithm) => {
    const { open } = await pair(made);
    const [kept] = await publicKeysIn([JSON.stringify({ ...open, use: "sig", x5c: ["of somebody"], note: "mine" })]);
    expect(Object.keys(JSON.parse(kept!) as object).sort()).toEqual([...Object.keys(open), "alg", "use"].sort());
    expect(await publicKeyOf(kept!)).toEqual({ kid: "k1", algorithm, thumbprint: await calculateJwkThumbprint(open) });
  },
);

it("none, one and two are taken, each under its own name", async () => {
  const [first, second, third] = [await pair("ES256", "a"), await pair("ES256", "b"), await pair("ES256", "c")];
  expect(await ruleOf([])).toBe(0);
  expect(await ruleOf([first.open])).toBe(1);
  expect(await ruleOf([first.open, second.open])).toBe(2);
  expect(await ruleOf([first.open, second.open, third.open])).toBe("MAX");
  expect(await ruleOf([first.open, { ...second.open, kid: "a" }])).toBe("KEY");
});

it("a private key is refused, and told to be made anew", async () => {
  for (const algorithm of ["ES256", "PS256"]) {
    const { closed } = await pair(algorithm);
    const refused = publicKeysIn([JSON.stringify(closed)]);
    await expect(refused).rejects.toThrow("make another pair");
    await expect(refused).rejects.not.toThrow(closed.d!);
  }
  expect(await ruleOf([{ kty: "oct", k: "c2VjcmV0", kid: "k1" }])).toBe("KEY");
});

it.each([
  ["no JSON", "-----BEGIN PUBLIC KEY-----"],
  ["a list", []],
  ["nothing", "null"],
  ["a key set", { keys: [] }],
  [
    "a curve that is not taken",
    { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", kid: "k1" },
  ],
  ["a modulus that is a number", { kty: "RSA", n: 5, e: "AQAB", kid: "k1" }],
  ["a modulus that is null", { kty: "RSA", n: null, e: "AQAB", kid: "k1" }],
  ["a modulus that is an object", { kty: "RSA", n: { length: 300 }, e: "AQAB", kid: "k1" }],
  ["a modulus beyond all", { kty: "RSA", n: Buffer.alloc(1_025, 255).toString("base64url"), e: "AQAB", kid: "k1" }],
  ["a type that is a list", { kty: ["EC"], crv: ["P-256"], kid: "k1" }],
  ["a curve of every object", { kty: "EC", crv: "__proto__", x: "AAAA", y: "AAAA", kid: "k1" }],
  ["numbers that are no point", { kty: "EC", crv: "P-256", x: "AAAA", y: "AAAA", kid: "k1" }],
])("%s is refused", async (_what, key) => expect(await ruleOf([key])).toBe("KEY"));

it("names, lengths and uses that are not taken are refused", async () => {
  const { open } = await pair("ES256");
  for (const kid of [undefined, "", "a b", "x".repeat(65), 7]) expect(await ruleOf([{ ...open, kid }])).toBe("KEY");
  expect(await ruleOf([{ ...open, use: "enc" }])).toBe("KEY");
  const { open: rsa } = await pair("PS256", "k1", 2_048);
  expect(await ruleOf([rsa])).toBe(1);
  expect(await ruleOf([{ ...rsa, n: rsa.n!.slice(0, 170) }])).toBe("KEY");
  // Node.js passes over blanks and padding; realms do not.
  for (const n of [`${rsa.n!} `, `${rsa.n!}=`, rsa.n!.replace(/.{20}/, "$&\n")])
    expect(await ruleOf([{ ...rsa, n }])).toBe("KEY");
});
