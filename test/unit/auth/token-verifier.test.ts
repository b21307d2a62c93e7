/** The token verifier against hostile tokens and a key endpoint that misbehaves. */
import type { webcrypto } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { SignJWT, UnsecuredJWT, base64url, exportJWK, exportSPKI, generateKeyPair, type JWK } from "jose";
import { createTokenVerifier, readBearer, viewerOf, type TokenVerifier } from "../../../platform/auth/index.js";
import type { ServiceError } from "../../../platform/errors/index.js";

const ISSUER = "https://id.example.test/realms/gov";
const NOW = Date.UTC(2026, 10, 24, 4);
const HASH = "0123456789abcdef".repeat(4);
const seconds = NOW / 1_000;
const good = {
  iss: ISSUER,
  aud: "gov-graph",
  typ: "Bearer",
  azp: "gov-portal",
  sub: "s",
  iat: seconds,
  exp: seconds + 60,
};

interface Key {
  readonly privateKey: webcrypto.CryptoKey;
  readonly publicKey: webcrypto.CryptoKey;
  readonly jwk: JWK;
}

const newKey = async (alg: string, kid: string): Promise<Key> => {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { privateKey, publicKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: "sig" } };
};

let es: Key;
let rs: Key;
let ps: Key;
beforeAll(async () => {
  [es, rs, ps] = await Promise.all([newKey("ES256", "es"), newKey("RS256", "rs"), newKey("PS256", "ps")]);
});

const sign = (
  claims: object = {},
  header: object = {},
  key: webcrypto.CryptoKey | Uint8Array = es.privateKey,
): Promise<string> =>
  new SignJWT({ ...good, ...claims }).setProtectedHeader({ alg: "ES256", typ: "JWT", kid: "es", ...header }).sign(key);

const verifierOf = (
  fetchKeys = async (): Promise<{ keys: JWK[] }> => ({ keys: [es.jwk, rs.jwk, ps.jwk] }),
  now = (): number => NOW,
): TokenVerifier => createTokenVerifier({ issuer: ISSUER, fetchKeys, now });

/** Times of a token issued at this instant, in milliseconds. */
const lifeAt = (now: number): object => ({ iat: Math.floor(now / 1_000), exp: Math.floor(now / 1_000) + 300 });

const refused = (token: string, verifier = verifierOf()): Promise<void> =>
  expect(verifier.verify(token)).rejects.toMatchObject({
    code: "UNAUTHENTICATED",
    message: "The token is not valid.",
  });

describe("the token verifier", () => {
  it.each([
    ["ES256", () => es],
    ["RS256", () => rs],
    ["PS256", () => ps],
  ] as const)("accepts %s", async (alg, key) => {
    const { privateKey, jwk } = key();
    await expect(verifierOf().verify(await sign({}, { alg, kid: jwk.kid }, privateKey))).resolves.toMatchObject({
      clientId: "gov-portal",
    });
  });

  it.each([
    ["a slash after the issuer", { iss: `${ISSUER}/` }],
    ["http for https", { iss: ISSUER.replace("https", "http") }],
    ["another realm", { iss: ISSUER.replace("gov", "master") }],
    ["no issuer", { iss: undefined }],
    ["a list as the issuer", { iss: [ISSUER] }],
    ["another audience", { aud: "account" }],
    ["a list of other audiences", { aud: ["account", "gov-graph2"] }],
    ["no audience", { aud: undefined }],
    ["an identity token", { typ: "ID" }],
    ["a refresh token", { typ: "Refresh" }],
    ["a logout token", { typ: "Logout" }],
    ["a sender-constrained type", { typ: "DPoP" }],
    ["no payload type", { typ: undefined }],
    ["a confirmation key under Bearer", { cnf: { jkt: "x" } }],
    ["no expiry", { exp: undefined }],
    ["an expiry in text", { exp: `${seconds + 60}` }],
    ["an expired token", { exp: seconds - 6 }],
    ["a token from the future by nbf", { nbf: seconds + 6 }],
    ["a token from the future by iat", { iat: seconds + 6 }],
    ["no time of issue", { iat: undefined }],
    ["no client", { azp: undefined }],
    ["no subject", { sub: undefined }],
  ])("refuses %s", async (_name, claims) => refused(await sign(claims)));

  it.each([
    ["AUDIENCE", { aud: "account" }, {}],
    ["AUDIENCE", { aud: undefined }, {}],
    ["ISSUER", { iss: `${ISSUER}/` }, {}],
    ["SUBJECT", { sub: undefined }, {}],
    ["SUBJECT", { sub: "" }, {}],
    ["CLIENT", { azp: undefined }, {}],
    ["TYPE", { typ: "ID" }, {}],
    ["TYPE", { typ: undefined }, {}],
    ["TYPE", {}, { typ: "logout+jwt" }],
    ["TYPE", { typ: "ID" }, { typ: "at+jwt" }],
    ["NOT_BEFORE", { nbf: seconds + 6 }, {}],
    ["EXPIRED", { exp: seconds - 6 }, {}],
    ["EXPIRED", { exp: undefined }, {}],
    ["ISSUED_AT", { iat: seconds + 6 }, {}],
    ["LIFETIME", { exp: seconds + 901 }, {}],
    ["LIFETIME", { iat: seconds - 1_000, exp: seconds + 60 }, {}],
    ["SENDER_CONSTRAINED", { cnf: { jkt: "x" } }, {}],
    ["ALGORITHM", {}, { alg: "HS256" }],
    ["KEY", {}, { kid: "other" }],
    ["DIVISION", { division_code: "2" }, {}],
  ])("says to the log, and not to the client, that %s failed: %j %j", async (check, claims, header) => {
    const key = "alg" in header ? new TextEncoder().encode("k".repeat(32)) : es.privateKey;
    const refusal: unknown = await verifierOf()
      .verify(await sign(claims, header, key))
      .then(undefined, (error: unknown) => error);
    expect(refusal).toMatchObject({ code: "UNAUTHENTICATED", message: "The token is not valid.", check });
    expect((refusal as ServiceError).details).toEqual({});
  });

  it("names a signature that does not fit", async () => {
    const foreign = await newKey("ES256", "es");
    await expect(verifierOf().verify(await sign({}, {}, foreign.privateKey))).rejects.toMatchObject({
      check: "SIGNATURE",
    });
  });

  it.each([
    ["at+jwt", {}],
    ["at+jwt", { typ: undefined }],
    ["application/at+jwt", { typ: undefined }],
    ["AT+JWT", {}],
  ])("accepts the type %s of RFC 9068 with %j", async (typ, claims) =>
    expect(verifierOf().verify(await sign(claims, { typ }))).resolves.toMatchObject({ clientId: "gov-portal" }),
  );

  it("[B06] accepts a life of fifteen minutes", async () =>
    expect(verifierOf().verify(await sign({ exp: seconds + 900 }))).resolves.toBeDefined());

  it.each([
    ["a list that holds the audience", { aud: ["account", "gov-graph"] }],
    ["an expiry inside the tolerance", { exp: seconds - 4 }],
    ["an issue time inside the tolerance", { iat: seconds + 4 }],
  ])("accepts %s", async (_name, claims) => expect(verifierOf().verify(await sign(claims))).resolves.toBeDefined());

  it("refuses an expiry beyond all numbers", async () => {
    const body = `${JSON.stringify(good).slice(0, -1)},"exp":1e400}`;
    const data = `${base64url.encode(JSON.stringify({ alg: "ES256", typ: "JWT", kid: "es" }))}.${base64url.encode(body)}`;
    const signature = await crypto.subtle.sign(
      { name: "ECDSA", hash: "SHA-256" },
      es.privateKey,
      new TextEncoder().encode(data),
    );
    await refused(`${data}.${base64url.encode(new Uint8Array(signature))}`);
  });

  it.each([
    ["the type of a logout token", { typ: "logout+jwt" }],
    ["the type of a proof", { typ: "dpop+jwt" }],
    ["no type", { typ: undefined }],
    ["no key id", { kid: undefined }],
    ["a key id that is a path", { kid: "../../etc/passwd" }],
    ["a key id that is an address", { kid: "http://127.0.0.1:1/key" }],
    ["a key id that is SQL", { kid: "es' OR '1'='1" }],
    ["a key id of 201 letters", { kid: "k".repeat(201) }],
    ["an unknown key id", { kid: "other" }],
    ["a key of another algorithm", { kid: "rs" }],
  ])("refuses a header with %s", async (_name, header) => refused(await sign({}, header)));

  it("uses no key that the token brings along", async () => {
    const foreign = await newKey("ES256", "es");
    for (const header of [{ jwk: foreign.jwk }, { jku: "http://127.0.0.1:1/" }, { x5u: "http://127.0.0.1:1/" }]) {
      await refused(await sign({}, header, foreign.privateKey));
    }
  });

  it("refuses unsigned tokens and the public key used as a secret", async () => {
    const unsigned = new UnsecuredJWT(good).encode();
    const [, payload] = unsigned.split(".");
    await refused(unsigned);
    for (const alg of ["none", "None", "nOnE"]) {
      await refused(`${base64url.encode(JSON.stringify({ alg, typ: "JWT", kid: "es" }))}.${payload}.`);
      await refused(`${base64url.encode(JSON.stringify({ alg, typ: "JWT", kid: "es" }))}.${payload}.AAAA`);
    }
    const pem = new TextEncoder().encode(await exportSPKI(rs.publicKey));
    await refused(await sign({}, { alg: "HS256", kid: "rs" }, pem));
    await refused(await sign({}, { alg: "HS256", kid: "rs" }, new TextEncoder().encode(JSON.stringify(rs.jwk))));
  });

  it("refuses algorithms outside the list, and a signature of zeros", async () => {
    const rs384 = await newKey("RS384", "rs384");
    const token = await sign({}, { alg: "RS384", kid: "rs384" }, rs384.privateKey);
    await refused(
      token,
      verifierOf(async () => ({ keys: [rs384.jwk] })),
    );
    await refused(`${(await sign()).split(".").slice(0, 2).join(".")}.${base64url.encode(new Uint8Array(64))}`);
  });

  it("refuses a token with any part changed", async () => {
    const token = await sign();
    const [header, payload, signature] = token.split(".") as [string, string, string];
    const raised = base64url.encode(JSON.stringify({ ...good, realm_access: { roles: ["platform_admin"] } }));
    for (const changed of [
      `${header}.${raised}.${signature}`,
      `${header}.${payload}.${signature.slice(0, -4)}AAAA`,
      `${header}.${payload}`,
      `${token}.${signature}`,
      `${header}.${payload}.`,
      `..`,
      "",
      "%%%.%%%.%%%",
      `${base64url.encode("[]")}.${payload}.${signature}`,
      `${base64url.encode("{")}.${payload}.${signature}`,
      "a".repeat(100_000),
    ]) {
      await refused(changed);
    }
  });
});

describe("the keys", () => {
  it("are fetched once for many tokens at a time", async () => {
    let fetches = 0;
    const verifier = verifierOf(async () => ((fetches += 1), { keys: [es.jwk] }));
    const token = await sign();
    await Promise.all(Array.from({ length: 50 }, () => verifier.verify(token)));
    expect(fetches).toBe(1);
  });

  it("are fetched at most twice in ten seconds of unknown key ids", async () => {
    let fetches = 0;
    let now = NOW;
    const verifier = verifierOf(
      async () => ((fetches += 1), { keys: [es.jwk] }),
      () => now,
    );
    await verifier.verify(await sign());
    for (let index = 0; index < 500; index++, now += 20) {
      await refused(await sign({}, { kid: `unknown${index}` }), verifier);
    }
    await expect(verifier.verify(await sign())).resolves.toBeDefined();
    expect(fetches).toBeLessThanOrEqual(2);
  });

  it("of a rotation are there for all tokens that arrive together", async () => {
    let now = NOW;
    let keys = [es.jwk];
    const verifier = verifierOf(
      async () => {
        await new Promise((resolve) => setTimeout(resolve, 10));
        return { keys };
      },
      () => now,
    );
    await verifier.verify(await sign());
    const next = await newKey("ES256", "next");
    keys = [es.jwk, next.jwk];
    now += 11_000;
    const token = await sign({}, { kid: "next" }, next.privateKey);
    await expect(Promise.all(Array.from({ length: 20 }, () => verifier.verify(token)))).resolves.toHaveLength(20);
  });

  it("are asked for once in ten seconds while the endpoint fails", async () => {
    let now = NOW;
    let fetches = 0;
    const verifier = verifierOf(
      async () => {
        fetches += 1;
        if (fetches > 1) throw new Error("down");
        return { keys: [es.jwk] };
      },
      () => now,
    );
    await verifier.verify(await sign());
    now += 3_600_000;
    const token = await sign(lifeAt(now));
    for (let index = 0; index < 100; index++, now += 100) await verifier.verify(token);
    expect(fetches - 1).toBeLessThanOrEqual(2);
  });

  it("that were withdrawn are not used once more after a pause", async () => {
    let now = NOW;
    let keys = [es.jwk];
    const verifier = verifierOf(
      async () => ({ keys }),
      () => now,
    );
    await verifier.verify(await sign());
    keys = [rs.jwk];
    now += 3_600_000;
    await refused(await sign(lifeAt(now)), verifier);
  });

  it("are fetched again after a failure that threw at once", async () => {
    let now = NOW;
    let fail = true;
    const verifier = verifierOf(
      () => {
        if (fail) throw new Error("no network");
        return Promise.resolve({ keys: [es.jwk] });
      },
      () => now,
    );
    await refused(await sign(), verifier);
    fail = false;
    now += 2_000;
    await expect(verifier.verify(await sign())).resolves.toBeDefined();
  });
});

describe("the key endpoint", () => {
  let server: Server;
  let answer: { status: number; type: string; body: string; location?: string };
  let asked = 0;
  beforeAll(async () => {
    server = createServer((_request, response) => {
      asked += 1;
      if (answer.status === 0) return void response.destroy();
      if (answer.status === 302) response.setHeader("location", answer.location ?? "http://127.0.0.1:1/");
      response.writeHead(answer.status, { "content-type": answer.type }).end(answer.body);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it.each([
    ["answers HTML", { status: 200, type: "text/html", body: "<html>maintenance</html>" }],
    ["fails", { status: 500, type: "application/json", body: "{}" }],
    ["answers no keys", { status: 200, type: "application/json", body: '{"keys":[]}' }],
    ["answers null", { status: 200, type: "application/json", body: "null" }],
    ["answers keys that are none", { status: 200, type: "application/json", body: '{"keys":[null]}' }],
    ["stops in the middle", { status: 200, type: "application/json", body: '{"keys":[{"kty":"EC"' }],
    ["drops the connection", { status: 0, type: "", body: "" }],
    ["redirects", { status: 302, type: "text/plain", body: "" }],
  ])("%s: known keys serve twelve hours, then nobody is let in", async (_name, broken) => {
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/gov`;
    let now = NOW;
    const verifier = createTokenVerifier({ issuer, now: () => now });
    const token = (): Promise<string> => sign({ iss: issuer, ...lifeAt(now) });
    answer = { status: 200, type: "application/json", body: JSON.stringify({ keys: [es.jwk] }) };
    await verifier.verify(await token());
    answer = broken;
    const before = asked;
    for (const later of [61_000, 3_600_000, 11 * 3_600_000]) {
      now = NOW + later;
      await expect(verifier.verify(await token())).resolves.toBeDefined();
    }
    // The keys are asked for behind the answers' backs.
    while (asked === before) await new Promise((resolve) => setImmediate(resolve));
    now = NOW + 13 * 3_600_000;
    await refused(await token(), verifier);
    answer = { status: 200, type: "application/json", body: JSON.stringify({ keys: [es.jwk] }) };
    now += 11_000;
    await expect(verifier.verify(await token())).resolves.toBeDefined();
  });

  it("is not followed to another address", async () => {
    const { port } = server.address() as AddressInfo;
    const elsewhere = createServer((_request, response) => {
      response.end(JSON.stringify({ keys: [es.jwk] }));
    }).listen(0, "127.0.0.1");
    await once(elsewhere, "listening");
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    answer = { status: 302, type: "text/plain", body: "", location };
    const issuer = `http://127.0.0.1:${port}/realms/gov`;
    try {
      await refused(await sign({ iss: issuer }), createTokenVerifier({ issuer, now: () => NOW }));
    } finally {
      elsewhere.closeAllConnections();
      elsewhere.close();
    }
  });

  it("may be elsewhere than the issuer, whose name need be no address", async () => {
    answer = { status: 200, type: "application/json", body: JSON.stringify({ keys: [es.jwk] }) };
    const keySetUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/inner/certs`;
    const verifier = createTokenVerifier({
      issuer: "https://id.example.invalid/realms/gov",
      keySetUrl,
      now: () => NOW,
    });
    await expect(verifier.verify(await sign({ iss: "https://id.example.invalid/realms/gov" }))).resolves.toBeDefined();
    await refused(await sign({ iss: keySetUrl }), verifier);
  });

  it("that was never there refuses and stays not ready", async () => {
    const verifier = createTokenVerifier({ issuer: "http://127.0.0.1:1/realms/gov", now: () => NOW });
    await refused(await sign({ iss: "http://127.0.0.1:1/realms/gov" }), verifier);
    await verifier.warm();
    expect(verifier.ready()).toBe(false);
  });
});

describe("readBearer", () => {
  it("gives the token, and nothing where there is no header or an empty one", () => {
    expect([undefined, [], [""], ["Bearer a.b.c"], ["bearer a.b-_.c"]].map(readBearer)).toEqual([
      undefined,
      undefined,
      undefined,
      "a.b.c",
      "a.b-_.c",
    ]);
  });
  it.each(["Bearer", "Bearer ", " ", "Bearer a.b", "Basic YTpi", "DPoP a.b.c", "Bearer a.b.c, Bearer d.e.f"])(
    "refuses %j",
    (header) =>
      expect(() => readBearer([header])).toThrow(expect.objectContaining({ code: "UNAUTHENTICATED", check: "HEADER" })),
  );
  it("refuses a header of 17 kB", () =>
    expect(() => readBearer([`Bearer a.${"b".repeat(17_000)}.c`])).toThrow(/not valid/));
  it.each([
    ["the same twice", ["Bearer a.b.c", "Bearer a.b.c"]],
    ["an empty one before a token", ["", "Bearer a.b.c"]],
    ["two empty ones", ["", ""]],
  ])("refuses two headers: %s", (_name, headers) =>
    expect(() => readBearer(headers)).toThrow(expect.objectContaining({ code: "UNAUTHENTICATED", check: "HEADER" })),
  );
});

describe("viewerOf", () => {
  it("reads every claim and keeps only roles that are ours", () => {
    expect(
      viewerOf({
        azp: "gov-portal",
        sid: "1",
        acr: "strong",
        scope: "openid gov-graph",
        preferred_username: "officer-1",
        agency_uscc: "11990101MB9000015E",
        division_code: "222401",
        subject_uscc: "91990101MA9000011P",
        subject_hash: HASH,
        realm_access: { roles: ["agency_officer", "offline_access", "default-roles-gov"] },
      }),
    ).toEqual({
      kind: "person",
      roles: ["agency_officer"],
      username: "officer-1",
      clientId: "gov-portal",
      subjectHash: HASH,
      subjectUscc: "91990101MA9000011P",
      agencyUscc: "11990101MB9000015E",
      divisionCode: "222401",
      scopes: ["openid", "gov-graph"],
      agreements: [],
      acr: "strong",
    });
  });
  it.each([
    ["a service account without a session", { preferred_username: "service-account-app-open" }, "client"],
    ["a token without name and session", {}, "client"],
    [
      "whoever has a session, called like a service account",
      { sid: "1", preferred_username: "service-account-x" },
      "person",
    ],
    ["a session without a name", { sid: "1" }, "person"],
    ["a name without a session", { preferred_username: "officer-1" }, "person"],
  ])("tells persons from clients: %s", (_name, claims, kind) => expect(viewerOf(claims).kind).toBe(kind));

  it.each([
    { realm_access: {} },
    {},
    { realm_access: { roles: [] } },
    { realm_access: { roles: ["Supervisor", "admin"] } },
  ])("finds no role in %j", (claims) => expect(viewerOf(claims).roles).toEqual([]));

  const ODD: readonly unknown[] = [
    "",
    " ",
    "%",
    "_",
    "2",
    "２２２４０１",
    "222401%",
    "222401\n",
    "\u0000",
    222401,
    null,
    true,
    [],
    {},
  ];
  const CODES = {
    agency_uscc: "AGENCY_USCC",
    subject_uscc: "SUBJECT_USCC",
    division_code: "DIVISION",
    subject_hash: "SUBJECT_HASH",
  };
  it.each(Object.entries(CODES))("refuses %s in any other form than its own", (claim, check) => {
    const others = [
      "000000",
      "22240",
      "22",
      "22__01",
      "222401000",
      "a".repeat(100_000),
      ["222401"],
      { code: "222401" },
    ];
    const codes = [
      "91990101MA9000011p",
      "91990101MA9000011Q",
      " 91990101MA9000011P",
      "９1990101MA9000011P",
      ["91990101MA9000011P"],
    ];
    for (const value of [...ODD, ...others, ...codes]) {
      expect(() => viewerOf({ [claim]: value } as never)).toThrow(
        expect.objectContaining({ code: "UNAUTHENTICATED", check }),
      );
    }
  });
  it("takes no credit code for the hash of a person", () =>
    expect(() => viewerOf({ subject_hash: "91990101MA9000011P" })).toThrow(
      expect.objectContaining({ check: "SUBJECT_HASH" }),
    ));

  it.each([
    ["preferred_username", "USERNAME"],
    ["sid", "SESSION"],
    ["azp", "CLIENT"],
    ["acr", "ACR"],
  ])("refuses %s that is no plain name", (claim, check) => {
    for (const value of [
      "",
      " ",
      " a",
      "a ",
      "a\nb",
      "\u0000",
      "a\u2028b",
      "n".repeat(256),
      1,
      null,
      ["a"],
      { a: 1 },
    ]) {
      expect(() => viewerOf({ [claim]: value } as never)).toThrow(expect.objectContaining({ check }));
    }
  });
  it.each([
    "supervisor",
    null,
    ["supervisor"],
    { roles: "supervisor" },
    { roles: [["supervisor"]] },
    { roles: { 0: "supervisor" } },
    1,
  ])("refuses roles in the form %j", (realm_access) =>
    expect(() => viewerOf({ realm_access } as never)).toThrow(expect.objectContaining({ check: "ROLES" })),
  );
  it.each([["a  b"], ["a\nb"], ["a\u0000"], [["credit.read"]], [1], [null], ["s".repeat(5_000)]])(
    "refuses scopes in the form %j",
    (scope) => expect(() => viewerOf({ scope } as never)).toThrow(expect.objectContaining({ check: "SCOPE" })),
  );
});
