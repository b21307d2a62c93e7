/** When the client sends again: what the table lets it, never a write without a key, and no other request than before. */
import { createClient, type Client } from "../../../clients/typescript/src/index.js";

interface Seen {
  readonly body: string;
  readonly headers: Headers;
}

type Reply = { readonly status?: number; readonly body?: unknown; readonly retryAfter?: string } | "lost" | "page";

const refusal = (code: string): Reply => ({ status: 503, body: { errors: [{ message: "x", extensions: { code } }] } });
const DONE: Reply = { body: { data: { ok: true } } };
const QUERY = "query { ok }";
const VERB = "mutation ($input: X!) { verb(input: $input) { ok } }";

const scripted = (replies: readonly Reply[]): { client: Client; seen: Seen[]; waits: number[] } => {
  const seen: Seen[] = [];
  const waits: number[] = [];
  const client = createClient({
    url: "http://graph.test/graphql",
    token: async () => "t",
    wait: async (ms) => void waits.push(ms),
    fetch: async (_url, init) => {
      const reply = replies[seen.length]!;
      seen.push({ body: String(init!.body), headers: new Headers(init!.headers) });
      if (reply === "lost") throw new TypeError("fetch failed");
      if (reply === "page") return new Response("<html>", { status: 502 });
      const headers = { "x-request-id": "r1", ...(reply.retryAfter ? { "retry-after": reply.retryAfter } : {}) };
      return new Response(JSON.stringify(reply.body), { status: reply.status ?? 200, headers });
    },
  });
  return { client, seen, waits };
};

describe("a client", () => {
  it.each(["RATE_LIMITED", "SERVICE_UNAVAILABLE", "UPSTREAM_TIMEOUT", "UPSTREAM_UNAVAILABLE"])(
    "asks again after %s",
    async (code) => {
      const { client, seen } = scripted([refusal(code), DONE]);
      await expect(client.ask(QUERY)).resolves.toMatchObject({ data: { ok: true }, errors: [], requestId: "r1" });
      expect(seen[0]!.body).toBe(seen[1]!.body);
    },
  );

  it.each(["BAD_USER_INPUT", "UNAUTHENTICATED", "CONFLICT", "RULE_VIOLATION", "INTERNAL_SERVER_ERROR"])(
    "does not ask again after %s",
    async (code) => {
      const { client, seen } = scripted([refusal(code), DONE]);
      await expect(client.ask(QUERY)).resolves.toMatchObject({ data: null, errors: [{ code }] });
      expect(seen).toHaveLength(1);
    },
  );

  it("leaves an answer in part as it is: the rest of it is complete", async () => {
    const part = { data: { ok: null }, errors: [{ message: "x", extensions: { code: "UPSTREAM_UNAVAILABLE" } }] };
    const { client, seen } = scripted([{ body: part }, DONE]);
    await expect(client.ask(QUERY)).resolves.toMatchObject({ data: { ok: null } });
    expect(seen).toHaveLength(1);
  });

  it("sends a verb again whose service was away: nobody knows whether it was done, and the key lets it be done once", async () => {
    const away = (data: object, code: string): Reply => ({
      body: { data, errors: [{ message: "x", path: ["verb"], extensions: { code } }] },
    });
    const { client, seen } = scripted([
      away({ verb: null }, "UPSTREAM_UNAVAILABLE"),
      away({ verb: null }, "SERVICE_UNAVAILABLE"),
      { body: { data: { verb: { ok: true } } } },
    ]);
    await expect(client.ask(VERB, { input: {} })).resolves.toMatchObject({ data: { verb: { ok: true } }, errors: [] });
    expect(new Set(seen.map(({ headers }) => headers.get("idempotency-key"))).size).toBe(1);
    // What was done is told at once, what is refused stays refused, and without a key nothing is sent twice.
    for (const [reply, document] of [
      [away({ verb: { ok: null } }, "UPSTREAM_UNAVAILABLE"), VERB],
      [away({ verb: null }, "CONFLICT"), VERB],
      [away({ verb: null }, "UPSTREAM_UNAVAILABLE"), "mutation { verb(input: {a: 1}) { ok } }"],
    ] as const) {
      const once = scripted([reply, DONE]);
      await once.client.ask(document, { input: {} });
      expect(once.seen).toHaveLength(1);
    }
  });

  it("waits as long as it is told, otherwise longer each time, and ends after its attempts", async () => {
    const told = scripted([{ ...(refusal("RATE_LIMITED") as object), retryAfter: "7" }, DONE]);
    await told.client.ask(QUERY);
    expect(told.waits).toEqual([7000]);
    // Nobody looks at a page for so long: it is told now.
    const tomorrow = scripted([{ ...(refusal("RATE_LIMITED") as object), retryAfter: "86400" }, DONE]);
    await expect(tomorrow.client.ask(QUERY)).resolves.toMatchObject({ errors: [{ code: "RATE_LIMITED" }] });
    expect([tomorrow.seen.length, tomorrow.waits]).toEqual([1, []]);
    const { client, seen, waits } = scripted([refusal("RATE_LIMITED"), "page", "lost"]);
    await expect(client.ask(QUERY)).rejects.toThrow("fetch failed");
    expect(seen).toHaveLength(3);
    expect(waits[0]).toBeGreaterThanOrEqual(250);
    expect(waits[1]).toBeGreaterThan(waits[0]! / 3);
  });

  it("says so where what answers is no graph", async () => {
    const { client } = scripted(["page", "page", "page"]);
    await expect(client.ask(QUERY)).rejects.toThrow("The answer (HTTP 502) is none of a graph.");
    const odd = scripted([{ body: null }, { body: [] }, { body: {} }]);
    await expect(odd.client.ask(QUERY)).rejects.toBeInstanceOf(TypeError);
  });

  it("sends a verb again with the same key, one of its own or the caller's", async () => {
    const own = scripted(["lost", "page", DONE]);
    await own.client.ask(VERB, { input: {} });
    const keys = own.seen.map(({ headers }) => headers.get("idempotency-key"));
    expect(keys[0]).toMatch(/^[\w-]{36}$/);
    expect(new Set(keys).size).toBe(1);
    const given = scripted([DONE]);
    await given.client.ask(VERB, { input: {} }, { idempotencyKey: "wish-0001" });
    expect(given.seen[0]!.headers.get("idempotency-key")).toBe("wish-0001");
  });

  it.each([
    ["two verbs", "mutation ($input: X!) { a: verb(input: $input) { ok } b: verb(input: $input) { ok } }"],
    ["a written input", "mutation { verb(input: {a: 1}) { ok } }"],
    ["a fragment", "mutation ($input: X!) { ...F } fragment F on Mutation { verb(input: $input) { ok } }"],
  ])("sends %s once, without a key", async (_name, document) => {
    const { client, seen } = scripted(["lost", DONE]);
    await expect(client.ask(document, {})).rejects.toThrow("fetch failed");
    expect(seen.map(({ headers }) => headers.get("idempotency-key"))).toEqual([null]);
    await expect(client.ask(document, {}, { idempotencyKey: "wish-0001" })).rejects.toThrow("A key goes with one verb");
  });

  it("sends no key with a query", async () => {
    const { client, seen } = scripted([DONE]);
    await client.ask(QUERY);
    expect([seen[0]!.headers.get("idempotency-key"), seen[0]!.headers.get("authorization")]).toEqual([
      null,
      "Bearer t",
    ]);
  });

  it("ends with its caller", async () => {
    const { client, seen } = scripted(["lost", DONE]);
    const aborter = new AbortController();
    aborter.abort();
    await expect(client.ask(QUERY, undefined, { signal: aborter.signal })).rejects.toThrow();
    expect(seen.length).toBeLessThan(2);
  });
});
