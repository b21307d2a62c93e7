/** `@govgraph/client` against the stack: an answer with what is withheld, a sign-in with PKCE, a write that is sent twice. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  beginSignIn,
  completeSignIn,
  createClient,
  discover,
  shownAt,
  SignInError,
  type PendingStorage,
  type SignInOptions,
} from "../../clients/typescript/src/index.js";
import { startIssuer, type RunningIssuer } from "../../infra/local/issuer/issuer.js";
import { createTokenVerifier } from "../../platform/auth/index.js";
import { startStack, type TestStack } from "../support/stack.js";
import { wholeDraft } from "../support/verbs/cases.js";

const REDIRECT = "http://localhost:5173/";
const CONTACT = `{ organization(uscc: "11990101MB9000015E") { name contact } }`;
let stack: TestStack;
let issuer: RunningIssuer;
let directory: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "govgraph-client-"));
  stack = await startStack();
  issuer = await startIssuer({
    host: "127.0.0.1",
    port: 0,
    keyFile: join(directory, "key.json"),
    redirectUris: [REDIRECT],
    production: false,
  });
});
afterAll(async () => {
  await stack?.stop();
  await issuer?.stop();
  rmSync(directory, { recursive: true });
});

const inMemory = (): PendingStorage => {
  const values = new Map<string, string>();
  return {
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
};

const signInOptions = async (more: Partial<SignInOptions> = {}): Promise<SignInOptions> => ({
  issuer: await discover(issuer.issuerUrl),
  clientId: "gov-portal",
  redirectUri: REDIRECT,
  storage: inMemory(),
  ...more,
});

/** What a browser does at the issuer's page: the address to which it is sent back. */
const signInAtPage = async (address: string, username: string): Promise<string> => {
  const { origin, pathname, searchParams } = new URL(address);
  const body = new URLSearchParams([...searchParams, ["username", username], ["password", `demo-only-${username}`]]);
  const response = await fetch(`${origin}${pathname}`, { method: "POST", body, redirect: "manual" });
  return response.headers.get("location")!;
};

describe("the client at the graph", () => {
  it("shows a withheld value with its reason, in the language that was asked for", async () => {
    const client = createClient({ url: `${stack.url}/graphql` });
    const answer = await client.ask(CONTACT);
    expect(shownAt(answer, ["organization", "name"]).state).toBe("shown");
    expect(shownAt(answer, ["organization", "contact"])).toMatchObject({
      state: "withheld",
      certain: true,
      notice: { reason: "INTERNAL_AFFAIRS", remedy: { kind: "SIGN_IN" } },
    });
    expect(answer.withheld[0]!.explanation).toMatch(/内部事务/);
    expect(answer.requestId).toMatch(/\S{8}/);
  });

  it("tells a refused document by its code", async () => {
    const client = createClient({ url: `${stack.url}/graphql`, language: "en" });
    await expect(client.ask("{ nothingOfTheKind }")).resolves.toMatchObject({
      data: null,
      errors: [{ code: "GRAPHQL_VALIDATION_FAILED" }],
    });
    await expect(client.ask(`{ organization(uscc: "1") { name } }`)).resolves.toMatchObject({
      errors: [{ code: "BAD_USER_INPUT", rule: "USCC_LENGTH" }],
    });
  });

  it("has one case of a wish that is sent twice", async () => {
    const client = createClient({ url: `${stack.url}/graphql`, token: async () => "citizen-1.test.test" });
    const input = await wholeDraft(stack);
    const draft = (): Promise<unknown> =>
      client.ask(
        "mutation ($input: DraftCaseInput!) { draftCase(input: $input) { case { caseNo state } } }",
        { input },
        { idempotencyKey: "client-test-0001" },
      );
    const first = await draft();
    expect(first).toMatchObject({ errors: [], data: { draftCase: { case: { state: "DRAFT" } } } });
    await expect(draft()).resolves.toMatchObject({ data: (first as { data: object }).data });
  });
});

describe("a sign-in of the client", () => {
  it("ends with a session that the gateway knows, and that renews itself once for all who ask", async () => {
    let now = Date.now();
    let refreshes = 0;
    const options = await signInOptions({
      now: () => now,
      fetch: (...request) => {
        if (String(request[1]?.body).includes("grant_type=refresh_token")) refreshes += 1;
        return fetch(...request);
      },
    });
    const session = await completeSignIn(options, await signInAtPage(await beginSignIn(options), "citizen-1"));
    const { gateway } = await stack.another({
      issuerUrl: issuer.issuerUrl,
      verifier: createTokenVerifier({ issuer: issuer.issuerUrl }),
    });
    const client = createClient({ url: `${gateway.url}/graphql`, token: session!.accessToken });
    await expect(client.ask("{ me { username } }")).resolves.toMatchObject({ data: { me: { username: "citizen-1" } } });
    const first = await session!.accessToken();
    now += 280_000;
    const [one, other] = await Promise.all([session!.accessToken(), session!.accessToken()]);
    expect([one === other, one === first, refreshes]).toEqual([true, false, 1]);
    // Its refresh token worked once more: the issuer did not take it for a stolen one.
    now += 280_000;
    expect(await session!.accessToken()).toMatch(/^\S+\.\S+\.\S+$/);
    expect(session!.end(REDIRECT)).toContain("post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A5173%2F");
    expect(await session!.accessToken()).toBeUndefined();
  });

  it("takes no answer that is none of its own: state, issuer, verifier, a second time", async () => {
    const options = await signInOptions();
    const changed = (address: string, name: string, value: string): string => {
      const url = new URL(address);
      url.searchParams.set(name, value);
      return url.href;
    };
    for (const [name, value] of [
      ["state", "another"],
      ["iss", "https://evil.test"],
    ] as const) {
      const back = await signInAtPage(await beginSignIn(options), "citizen-1");
      await expect(completeSignIn(options, changed(back, name, value))).rejects.toMatchObject({ code: "mismatch" });
      // Spent: the right answer comes too late.
      await expect(completeSignIn(options, back)).rejects.toMatchObject({ code: "mismatch" });
    }
    const stolen = await signInAtPage(await beginSignIn(await signInOptions()), "citizen-1");
    await beginSignIn(options);
    const state = (JSON.parse(options.storage.getItem("govgraph.sign-in")!) as { state: string }).state;
    await expect(completeSignIn(options, changed(stolen, "state", state))).rejects.toMatchObject({
      code: "invalid_grant",
    });
    await expect(completeSignIn(options, REDIRECT)).resolves.toBeUndefined();
    await beginSignIn(options);
    const denied = `${REDIRECT}?error=access_denied`;
    await expect(completeSignIn(options, denied)).rejects.toBeInstanceOf(SignInError);
  });

  it("ends where the issuer refuses to renew it, and not where the issuer is away", async () => {
    let now = Date.now();
    const replies: (() => Response)[] = [
      () => new Response("<html>", { status: 503 }),
      () => new Response(JSON.stringify({ error: "invalid_grant" }), { status: 400 }),
    ];
    const options = await signInOptions({
      now: () => now,
      fetch: async (...request) =>
        String(request[1]?.body).includes("grant_type=refresh_token") ? replies.shift()!() : fetch(...request),
    });
    const session = await completeSignIn(options, await signInAtPage(await beginSignIn(options), "citizen-1"));
    now += 290_000;
    await expect(session!.accessToken()).rejects.toThrow(TypeError);
    await expect(session!.accessToken()).resolves.toBeUndefined();
    expect(replies).toEqual([]);
  });

  it("refuses an issuer that names another", async () => {
    const other: typeof fetch = async () => new Response(JSON.stringify({ issuer: "https://other.test" }));
    await expect(discover(issuer.issuerUrl, other)).rejects.toMatchObject({ code: "mismatch" });
  });
});
