/** The gateway's front door, over subgraphs that fail on command. */
import "reflect-metadata";
import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { gzipSync } from "node:zlib";
import type { RunningGateway } from "../../../gateway/gateway.js";
import { logTo, oneGoodToken, startFixtureGateway } from "../../support/fixture-gateway.js";
import { FAULTS, startFixtureSubgraph, type FixtureSubgraph } from "../../support/fixture-subgraphs.js";

const lines: string[] = [];
const start = (subgraphs: readonly FixtureSubgraph[], keysReady = true): Promise<RunningGateway> =>
  startFixtureGateway(subgraphs, { log: logTo(lines), verifier: oneGoodToken(keysReady) });

let shops: FixtureSubgraph;
let ratings: FixtureSubgraph;
let gateway: RunningGateway;
beforeAll(async () => {
  [shops, ratings] = await Promise.all([startFixtureSubgraph("shops"), startFixtureSubgraph("ratings")]);
  gateway = await start([shops, ratings]);
});
afterEach(() => {
  for (const subgraph of [shops, ratings]) {
    subgraph.fail(undefined);
    subgraph.extend(undefined);
  }
});
afterAll(async () => {
  await gateway.stop();
  await shops.stop();
  await ratings.stop();
});

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly { message: string; path?: readonly unknown[]; extensions: Record<string, unknown> }[];
    readonly extensions?: Record<string, unknown>;
  };
}

const send = async (path: string, init: RequestInit): Promise<Reply> => {
  const response = await fetch(`${gateway.url}${path}`, init);
  const text = await response.text();
  const json = response.headers.get("content-type")?.includes("json") ? (JSON.parse(text) as Reply["body"]) : {};
  return { status: response.status, headers: response.headers, text, body: json };
};

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Reply> =>
  send("/graphql", {
    method: "POST",
    body,
    headers: { "content-type": "application/json", accept: "application/graphql-response+json", ...headers },
  });

const ask = (query: string, variables?: object): Promise<Reply> => post(JSON.stringify({ query, variables }));

/** Nothing of a refused request reaches a subgraph. */
const refused = async (reply: Promise<Reply>): Promise<[number, unknown, unknown]> => {
  const before = shops.requests() + ratings.requests();
  const { status, body } = await reply;
  expect(shops.requests() + ratings.requests()).toBe(before);
  const { code, reason } = body.errors?.[0]?.extensions ?? {};
  return [status, code, reason];
};

const BOMB = `{ shops { ...f0 ...f0 } } ${Array.from(
  { length: 15 },
  (_, index) => `fragment f${index} on Shop { next { ...f${index + 1} } ...f${index + 1} }`,
).join(" ")} fragment f15 on Shop { name }`;

describe("an answer", () => {
  it("joins two subgraphs in one request to each", async () => {
    const before = [shops.requests(), ratings.requests()];
    const { body } = await ask(`{ shops { id name stars } }`);
    expect(body.data).toEqual({
      shops: ["1", "2", "3"].map((id) => ({ id, name: `Shop ${id}`, stars: 4 })),
    });
    expect([shops.requests(), ratings.requests()]).toEqual([before[0]! + 1, before[1]! + 1]);
  });

  it("leaves one log line, which holds no variables", async () => {
    lines.length = 0;
    await ask(`query Find($id: ID!) { shop(id: $id) { name } }`, { id: "private-value" });
    const logged = lines.filter((line) => line.includes(`"REQUEST"`));
    expect(logged).toHaveLength(1);
    expect(JSON.parse(logged[0]!)).toMatchObject({ operation: "Find", viewer: "anonymous", subgraphRequests: 1 });
    expect(lines.join("")).not.toContain("private-value");
  });

  it("[A17] escapes an operation name that tries to write log lines", async () => {
    lines.length = 0;
    await post(JSON.stringify({ query: "query A { topics }", operationName: `A\n{"level":60}` }));
    await ask("query A { topics }");
    expect(lines.map((line) => (JSON.parse(line) as { code: string }).code)).toContain("REQUEST");
    expect(lines.join("")).not.toContain(`"level":60`);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line.trim().split("\n")).toHaveLength(1);
  });

  it("leaves a line for a refusal too, without what was refused", async () => {
    lines.length = 0;
    await post(`{"query":"{ topics }"}`, { authorization: "Bearer bad.secret.token" });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({ code: "REQUEST_REFUSED", refusal: "UNAUTHENTICATED" });
    expect(lines[0]).not.toContain("bad.secret.token");
  });

  it.each([
    ["the same token twice", ["Bearer a.b.c", "Bearer a.b.c"], 401],
    ["an empty one before a token", ["", "Bearer a.b.c"], 401],
    ["two empty ones", ["", ""], 401],
    ["an empty one alone", [""], 200],
  ])("takes one Authorization header, and an empty one for none: %s", async (_name, authorization, expected) => {
    lines.length = 0;
    const call = httpRequest(`${gateway.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", Authorization: authorization },
    });
    call.end(JSON.stringify({ query: "{ topics }" }));
    const [response] = (await once(call, "response")) as [IncomingMessage];
    const body = JSON.parse(Buffer.concat(await response.toArray()).toString()) as Reply["body"];
    expect(response.statusCode).toBe(expected);
    if (expected === 200) return expect(body.errors).toBeUndefined();
    expect(body).toEqual({ errors: [{ message: "The token is not valid.", extensions: { code: "UNAUTHENTICATED" } }] });
    expect(JSON.parse(lines[0]!)).toMatchObject({ code: "REQUEST_REFUSED", reason: "HEADER" });
  });

  it("tells the reader nothing of what a subgraph reports of fields that nobody closed or asked for", async () => {
    const entry = { path: ["_entities", "@", "note"], count: 3, rule: "Shop.note" };
    ratings.extend({ disclosure: { withheld: [entry], masked: [{ ...entry, mask: "NAME" }] } });
    const { body } = await ask(`{ shops { note } }`);
    expect(body).toEqual({ data: { shops: [{ note: null }, { note: null }, { note: null }] } });
  });
});

describe("[F02] a subgraph that fails", () => {
  it.each(Object.keys(FAULTS).filter((name) => !/hang|half/.test(name)) as (keyof typeof FAULTS)[])(
    "blanks only its own fields: %s",
    async (fault) => {
      ratings.fail(FAULTS[fault]);
      const { status, body, text } = await ask(`{ shops { name stars } }`);
      expect([status, body.data]).toEqual([
        200,
        { shops: ["1", "2", "3"].map((id) => ({ name: `Shop ${id}`, stars: null })) },
      ]);
      expect(body.errors?.map(({ path, extensions }) => ({ path, extensions }))).toEqual(
        [0, 1, 2].map((index) => ({
          path: ["shops", index, "stars"],
          extensions: { code: "UPSTREAM_UNAVAILABLE", service: "ratings" },
        })),
      );
      expect(text).not.toMatch(/SECRET|127\.0\.0\.1|\/srv/);
    },
  );

  it("[F01] is given up on long before the request's own time is over", async () => {
    ratings.fail(FAULTS.hang);
    const { body } = await ask(`{ shops { name stars } }`);
    expect(body.errors?.[0]?.extensions).toEqual({ code: "UPSTREAM_TIMEOUT", service: "ratings" });
    expect(body.data?.["shops"]).toHaveLength(3);
  });

  it.each([
    ["fewer entities", `{"data":{"_entities":[]}}`],
    ["more entities", `{"data":{"_entities":[null,null,null,null,null]}}`],
    ["no entities", `{"data":{}}`],
    [
      "prototype keys",
      `{"data":{"_entities":[{"__proto__":{"stolen":1}},{"constructor":{"prototype":{"stolen":1}}},null]}}`,
    ],
  ])("answers with %s and hurts nobody else", async (_name, answer) => {
    ratings.fail((response) => void response.end(answer));
    const { status, body } = await ask(`{ shops { name stars } }`);
    expect([status, (body.data?.["shops"] as { name: string }[]).map(({ name }) => name)]).toEqual([
      200,
      ["Shop 1", "Shop 2", "Shop 3"],
    ]);
    expect(({} as { stolen?: unknown }).stolen).toBeUndefined();
  });

  it("[M5] does not pass on what its resolver threw", async () => {
    const { body, text } = await ask(`{ shop(id: "1") { name broken } }`);
    expect(text).not.toMatch(/hunter2|select|10\.0\.0\.7|serviceName/);
    expect(body.errors?.[0]).toMatchObject({ path: ["shop", "broken"], extensions: { code: "INTERNAL_SERVER_ERROR" } });
  });

  it("keeps code and message of its own refusals", async () => {
    shops.fail((response, { body }) => {
      const [, key] = /(\w+): ?shop\(/.exec(body)!;
      response.end(
        JSON.stringify({
          data: { [key!]: null },
          errors: [
            { message: "There is no such shop.", path: [key], extensions: { code: "NOT_FOUND", host: "10.0.0.7" } },
          ],
        }),
      );
    });
    expect((await ask(`{ mine: shop(id: "1") { name } }`)).body.errors).toEqual([
      { message: "There is no such shop.", path: ["mine"], extensions: { code: "NOT_FOUND", service: "shops" } },
    ]);
  });

  it("does not keep the gateway from starting", async () => {
    const gone = await startFixtureSubgraph("shops");
    await gone.stop();
    const early = await start([gone, { ...gone, name: "ratings" }]);
    const [livez, readyz] = await Promise.all(["/livez", "/readyz"].map((path) => fetch(`${early.url}${path}`)));
    expect([livez!.status, readyz!.status]).toEqual([200, 503]);
    await early.stop();
  });
});

describe("a token", () => {
  it.each([
    "Bearer bad.test.token",
    "Bearer x",
    "Bearer",
    "Basic YTpi",
    "good.test.token",
    "Bearer a.b.c, Bearer d.e.f",
  ])("is refused and never made anonymous: %s", async (authorization) => {
    const reply = post(`{"query":"{ topics }"}`, { authorization });
    expect((await refused(reply)).slice(0, 2)).toEqual([401, "UNAUTHENTICATED"]);
    expect((await reply).headers.get("www-authenticate")).toMatch(/^Bearer /);
  });

  it("that is good has the limits of signed-in viewers", async () => {
    const body = JSON.stringify({ query: `query(${"$v: Int ".repeat(300)}) { topics }` });
    expect(await refused(post(body))).toEqual([400, "LIMIT_EXCEEDED", "TOKENS"]);
    const [, code] = await refused(post(body, { authorization: "Bearer good.test.token" }));
    expect(code).toBe("GRAPHQL_VALIDATION_FAILED");
  });
});

describe("limits", () => {
  it("refuses a fragment bomb before it is planned", async () => {
    const plans = async (): Promise<string | undefined> =>
      /^govgraph_plans_total.* (\d+)$/m.exec(await (await fetch(`${gateway.adminUrl}/metrics`)).text())?.[1];
    const before = [await plans(), shops.requests()];
    expect((await refused(ask(BOMB))).slice(0, 2)).toEqual([400, "LIMIT_EXCEEDED"]);
    expect([await plans(), shops.requests()]).toEqual(before);
    expect(before[0]).toMatch(/^\d+$/);
  });

  it("measures what is executed: the URL of a GET, whatever its body says", async () => {
    const body = `{"query":"{ topics }"}`;
    const reply = new Promise<Reply>((resolve, reject) => {
      const request = httpRequest(
        `${gateway.url}/graphql?query=${encodeURIComponent(BOMB)}`,
        { method: "GET", headers: { "content-type": "application/json", "content-length": body.length } },
        (response) => {
          let text = "";
          response.on("data", (part: Buffer) => void (text += part.toString()));
          response.on("end", () =>
            resolve({
              status: response.statusCode!,
              headers: new Headers(),
              text,
              body: JSON.parse(text) as Reply["body"],
            }),
          );
        },
      );
      request.on("error", reject);
      request.end(body);
    });
    expect((await refused(reply)).slice(0, 2)).toEqual([400, "LIMIT_EXCEEDED"]);
  });

  it("takes no document by the hash of another", async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } };
    const [status, code] = await refused(post(JSON.stringify({ query: `{ topics }`, extensions })));
    expect([status, code]).toEqual([400, "BAD_USER_INPUT"]);
  });

  it.each([
    ["a body over 256 KiB", JSON.stringify({ query: `{ topics } #${"x".repeat(256 * 1024)}` }), {}, "LIMIT_EXCEEDED"],
    [
      "a small body that inflates to 60 MB",
      gzipSync(Buffer.alloc(60_000_000, " ")) as Uint8Array<ArrayBuffer>,
      { "content-encoding": "gzip" },
      "LIMIT_EXCEEDED",
    ],
    ["an unknown encoding", `{"query":"{ topics }"}`, { "content-encoding": "zstd" }, "BAD_USER_INPUT"],
    [
      "another character set",
      `{"query":"{ topics }"}`,
      { "content-type": "application/json; charset=utf-7" },
      "BAD_USER_INPUT",
    ],
    ["half a body", `{"query":"{ topics`, {}, "BAD_USER_INPUT"],
    ["a batch", `[{"query":"{ topics }"}]`, {}, "BAD_USER_INPUT"],
    [
      "deep variables",
      `{"query":"{ topics }","variables":{"v":${"[".repeat(5_000)}${"]".repeat(5_000)}}}`,
      {},
      "LIMIT_EXCEEDED",
    ],
    ["two operations", `{"query":"query A { topics } query B { topics }","operationName":"A"}`, {}, "LIMIT_EXCEEDED"],
  ])("[A15] refuses %s", async (_name, body, headers, code) => {
    expect((await refused(post(body, headers as Record<string, string>))).slice(0, 2)).toEqual([400, code]);
  });

  it("closes the connection of a body that does not end", async () => {
    const closed = new Promise<void>((resolve) => {
      const request = httpRequest(`${gateway.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", "transfer-encoding": "chunked" },
      });
      const pump = setInterval(() => request.write("x".repeat(64 * 1024)), 5);
      const end = (): void => {
        clearInterval(pump);
        resolve();
      };
      request.on("response", (response) => response.resume());
      request.on("error", end);
      request.on("close", end);
    });
    await expect(closed).resolves.toBeUndefined();
  });

  it("refuses 17 KiB of headers", async () => {
    expect((await send("/livez", { headers: { "x-large": "x".repeat(17 * 1024) } })).status).toBe(431);
  });

  it("[A11] leaves the prototype of objects alone", async () => {
    const keys = ["__proto__", "constructor", "prototype", "hasOwnProperty", "toString"];
    for (const key of keys) {
      await ask(
        `query ${key}($${key}: ID = "1") { ${key}: shop(id: $${key}) { ${key}: name ...${key} } } fragment ${key} on Shop { stolen: id }`,
      );
      await post(`{"query":"{ topics }","variables":{"${key}":{"stolen":1}},"${key}":{"stolen":1}}`);
    }
    expect(({} as { stolen?: unknown }).stolen).toBeUndefined();
    expect((await ask(`{ topics }`)).body.data).toEqual({ topics: ["a"] });
  });
});

describe("[A14] a request that a foreign page could make", () => {
  it.each([
    ["a plain GET", "/graphql?query={topics}", {}],
    [
      "a form",
      "/graphql",
      { method: "POST", body: "query={topics}", headers: { "content-type": "application/x-www-form-urlencoded" } },
    ],
    ["text", "/graphql", { method: "POST", body: `{"query":"{topics}"}`, headers: { "content-type": "text/plain" } }],
    [
      "multipart",
      "/graphql",
      { method: "POST", body: "--x--", headers: { "content-type": "multipart/form-data; boundary=x" } },
    ],
  ] satisfies [string, string, RequestInit][])("is refused: %s", async (_name, path, init) => {
    const [status] = await refused(send(path, init));
    expect([400, 415]).toContain(status);
  });

  it("gets no page of a vendor", async () => {
    const { text } = await send("/graphql", { headers: { accept: "text/html" } });
    expect(text).not.toMatch(/<html|https:\/\//i);
  });
});

describe("[A13] an error message", () => {
  it.each([
    `{ shopz { name } }`,
    `{ shops { nam } }`,
    `{ shop(ip: "1") { name } }`,
    `{ shops { ... on Shopp { name } } }`,
  ])("suggests no name: %s", async (query) => {
    const { status, text } = await ask(query);
    expect(status).toBe(400);
    expect(text).not.toMatch(/did you mean|perhaps|suggest/i);
  });
});

describe("health and metrics", () => {
  it("is ready while one subgraph answers and the keys are there", async () => {
    expect((await send("/readyz", {})).status).toBe(200);
    const keyless = await start([shops, ratings], false);
    expect((await fetch(`${keyless.url}/readyz`)).status).toBe(503);
    await keyless.stop();
  });

  it("shows metrics on the admin port alone", async () => {
    await ask(`{ topics }`);
    expect((await send("/metrics", {})).status).toBe(404);
    const metrics = await (await fetch(`${gateway.adminUrl}/metrics`)).text();
    expect(metrics).toMatch(/govgraph_subgraph_requests_total\{[^}]*service="ratings"[^}]*outcome="ok"/);
  });

  it("[F17] finishes what was begun, then closes without waiting for idle connections", async () => {
    const leaving = await start([shops, ratings]);
    const held = shops.hold((body) => body.includes("shops"));
    const answer = fetch(`${leaving.url}/graphql`, {
      method: "POST",
      body: `{"query":"{ shops { name } }"}`,
      headers: { "content-type": "application/json" },
    });
    while (held.count() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const stopped = leaving.stop();
    held.release();
    await stopped;
    expect(await (await answer).json()).toEqual({
      data: { shops: ["1", "2", "3"].map((id) => ({ name: `Shop ${id}` })) },
    });
    await expect(fetch(`${leaving.url}/livez`)).rejects.toThrow();
  });
});
