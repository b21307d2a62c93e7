/** Sign-in with the development issuer: code with PKCE, client credentials, and tokens that the real verifier reads. */
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SignJWT, UnsecuredJWT, generateKeyPair, importJWK } from "jose";
import { readFileSync } from "node:fs";
import { createTokenVerifier } from "../../platform/auth/index.js";
import { startIssuer, type RunningIssuer } from "../../infra/local/issuer/issuer.js";

const REDIRECT = "http://localhost:4000/";
let issuer: RunningIssuer;
let directory: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "govgraph-issuer-"));
  issuer = await startIssuer({
    host: "127.0.0.1",
    port: 0,
    keyFile: join(directory, "key.json"),
    redirectUris: [REDIRECT],
    production: false,
  });
});
afterAll(async () => {
  await issuer.stop();
  rmSync(directory, { recursive: true });
});

const endpoint = (name: string): string => `${issuer.issuerUrl}/protocol/openid-connect/${name}`;
const verify = (token: string): Promise<unknown> => createTokenVerifier({ issuer: issuer.issuerUrl }).verify(token);
const form = (values: Record<string, string>): RequestInit => ({
  method: "POST",
  body: new URLSearchParams(values),
  redirect: "manual",
});

const authorize = (verifier: string, more: Record<string, string> = {}): Record<string, string> => ({
  client_id: "gov-portal",
  response_type: "code",
  redirect_uri: REDIRECT,
  code_challenge: createHash("sha256").update(verifier).digest("base64url"),
  code_challenge_method: "S256",
  state: "s1",
  ...more,
});

describe("the development issuer", () => {
  it("signs a person in with code and PKCE, once", async () => {
    const verifier = randomBytes(32).toString("base64url");
    const answer = await fetch(
      endpoint("auth"),
      form({ ...authorize(verifier), username: "supervisor-1", password: "demo-only-supervisor-1" }),
    );
    const target = new URL(answer.headers.get("location")!);
    expect([answer.status, target.origin, target.searchParams.get("state"), target.searchParams.get("iss")]).toEqual([
      302,
      "http://localhost:4000",
      "s1",
      issuer.issuerUrl,
    ]);
    const exchange = {
      grant_type: "authorization_code",
      client_id: "gov-portal",
      redirect_uri: REDIRECT,
      code: target.searchParams.get("code")!,
      code_verifier: verifier,
    };
    const { access_token: token } = (await (await fetch(endpoint("token"), form(exchange))).json()) as {
      access_token: string;
    };
    await expect(verify(token)).resolves.toMatchObject({
      kind: "person",
      username: "supervisor-1",
      roles: ["supervisor"],
      divisionCode: "220000",
    });
    expect((await fetch(endpoint("token"), form(exchange))).status).toBe(400);
  });

  it("refuses a wrong password, another redirect and a missing challenge", async () => {
    expect(
      (await fetch(endpoint("auth"), form({ ...authorize("x"), username: "agent-1", password: "no" }))).status,
    ).toBe(401);
    expect(
      (
        await fetch(
          endpoint("auth"),
          form({
            ...authorize("x", { redirect_uri: "http://evil.example/" }),
            username: "agent-1",
            password: "demo-only-agent-1",
          }),
        )
      ).status,
    ).toBe(400);
    expect(
      (await fetch(`${endpoint("auth")}?${new URLSearchParams({ ...authorize("x"), code_challenge_method: "plain" })}`))
        .status,
    ).toBe(400);
  });

  it("gives a service account a token by its secret", async () => {
    const answer = await fetch(
      endpoint("token"),
      form({ grant_type: "client_credentials", client_id: "app-open", client_secret: "demo-only-app-open" }),
    );
    const { access_token: token } = (await answer.json()) as { access_token: string };
    await expect(verify(token)).resolves.toMatchObject({ kind: "client", clientId: "app-open", roles: ["integrator"] });
  });

  it("does not run in production", async () => {
    await expect(
      startIssuer({ host: "127.0.0.1", port: 0, keyFile: "unused", redirectUris: [], production: true }),
    ).rejects.toThrow(/production/);
  });
});

describe("the token verifier", () => {
  const seconds = Math.floor(Date.now() / 1_000);
  const good = { typ: "Bearer", azp: "gov-portal", aud: "gov-graph", sub: "s", iat: seconds, exp: seconds + 60 };
  const signed = async (claims: object, header: object = {}): Promise<string> => {
    const jwk = JSON.parse(readFileSync(join(directory, "key.json"), "utf8")) as { kid: string };
    return new SignJWT({ iss: issuer.issuerUrl, ...good, ...claims })
      .setProtectedHeader({ alg: "ES256", typ: "JWT", kid: jwk.kid, ...header })
      .sign(await importJWK(jwk, "ES256"));
  };

  it.each(["JWT", "at+jwt"])("accepts a good token of type %s", async (typ) => {
    await expect(verify(await signed({}, { typ }))).resolves.toMatchObject({ kind: "client" });
  });

  it.each<{ token: string; claims?: object; header?: object }>([
    { token: "another issuer", claims: { iss: "http://localhost/realms/other" } },
    { token: "another audience", claims: { aud: "gov-credit" } },
    { token: "no audience", claims: { aud: undefined } },
    { token: "an identity token", claims: { typ: "ID" } },
    { token: "a refresh token", claims: { typ: "Refresh" } },
    { token: "no expiry", claims: { exp: undefined } },
    { token: "an expired token", claims: { exp: seconds - 31 } },
    { token: "a token of the future (nbf)", claims: { nbf: seconds + 61 } },
    { token: "a token of the future (iat)", claims: { iat: seconds + 61 } },
    { token: "no client", claims: { azp: undefined } },
    { token: "a sender-constrained token", claims: { cnf: { jkt: "x" } } },
    { token: "an odd header type", header: { typ: "secevent+jwt" } },
    { token: "a key id that is a path", header: { kid: "../../etc/passwd" } },
    { token: "an unknown key", header: { kid: "unknown" } },
  ])("refuses $token", async ({ claims = {}, header }) => {
    await expect(verify(await signed(claims, header))).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("refuses unsigned tokens, symmetric ones and foreign keys", async () => {
    const jwk = JSON.parse(readFileSync(join(directory, "key.json"), "utf8")) as { kid: string; x: string };
    const claims = { iss: issuer.issuerUrl, ...good };
    const foreign = (await generateKeyPair("ES256")).privateKey;
    for (const token of [
      new UnsecuredJWT(claims).encode(),
      await new SignJWT(claims)
        .setProtectedHeader({ alg: "HS256", typ: "JWT", kid: jwk.kid })
        .sign(new TextEncoder().encode(jwk.x.padEnd(32, "0"))),
      await new SignJWT(claims).setProtectedHeader({ alg: "ES256", typ: "JWT", kid: jwk.kid }).sign(foreign),
    ]) {
      await expect(verify(token)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    }
  });

  it("keeps known keys when the key endpoint fails, and asks it at most once for many unknown ones", async () => {
    let now = Date.now();
    let fetches = 0;
    let fail = false;
    const verifier = createTokenVerifier({
      issuer: issuer.issuerUrl,
      now: () => now,
      fetchKeys: async () => {
        fetches += 1;
        if (fail) throw new Error("<html>");
        return issuer.tokens.publicKeys as never;
      },
    });
    const token = await signed({});
    await Promise.all(Array.from({ length: 20 }, () => verifier.verify(token)));
    expect(fetches).toBe(1);
    fail = true;
    now += 3_600_000;
    const later = await signed({ iat: seconds + 3_600, exp: seconds + 3_660 });
    await expect(verifier.verify(later)).resolves.toMatchObject({ kind: "client" });
    const before = fetches;
    await Promise.all(
      Array.from({ length: 50 }, async (_, index) =>
        expect(
          verifier.verify(await signed({ iat: seconds + 3_600, exp: seconds + 3_660 }, { kid: `unknown${index}` })),
        ).rejects.toBeDefined(),
      ),
    );
    expect(fetches - before).toBeLessThanOrEqual(1);
  });
});
