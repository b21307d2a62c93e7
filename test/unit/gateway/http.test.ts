/** The gateway as HTTP sees it: methods, media types, statuses, languages, origins, compression and names of requests. */
import "reflect-metadata";
import { request as httpRequest } from "node:http";
import { serverAudits } from "graphql-http";
import type { RunningGateway } from "../../../gateway/gateway.js";
import type { Origins } from "../../../gateway/request/cross-origin.js";
import { ERROR_CODES } from "../../../platform/errors/index.js";
import { logTo, NO_TOKENS, startFixtureGateway } from "../../support/fixture-gateway.js";
import { startFixtureSubgraph, type FixtureSubgraph } from "../../support/fixture-subgraphs.js";

const JSON_TYPE = "application/json; charset=utf-8";
const GRAPHQL_TYPE = "application/graphql-response+json; charset=utf-8";
const PORTAL = "https://portal.example";

let shops: FixtureSubgraph;
let ratings: FixtureSubgraph;
let open: RunningGateway;
let listed: RunningGateway;
const lines: string[] = [];

const start = (origins?: Origins): Promise<RunningGateway> =>
  startFixtureGateway([shops, ratings], { log: logTo(lines), ...(origins ? { origins } : {}) });

beforeAll(async () => {
  [shops, ratings] = await Promise.all([startFixtureSubgraph("shops"), startFixtureSubgraph("ratings")]);
  open = await start();
  listed = await start([PORTAL]);
});
afterAll(async () => {
  await Promise.all([open.stop(), listed.stop()]);
  await Promise.all([shops.stop(), ratings.stop()]);
});

const post = (query: string, headers: Record<string, string> = {}, gateway = open): Promise<Response> =>
  fetch(`${gateway.url}/graphql`, {
    method: "POST",
    body: JSON.stringify({ query }),
    headers: { "content-type": "application/json", ...headers },
  });

interface ErrorBody {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: Record<string, unknown> }[];
}
const errorsOf = async (response: Response): Promise<NonNullable<ErrorBody["errors"]>> =>
  ((await response.json()) as ErrorBody).errors ?? [];

describe("[A22] the public audit of GraphQL over HTTP", () => {
  /** A plain GET is one that any page can send; ours comes with a header that needs a preflight ([A14]). */
  const WAIVED: Readonly<Record<string, string>> = { "5A70": "GET", D6D5: "GET", "6A70": "GET" };
  it.each(serverAudits({ url: () => `${open.url}/graphql` }).map((audit) => [audit.id, audit.name, audit] as const))(
    "%s %s",
    async (id, name, audit) => {
      const result = await audit.fn();
      if (WAIVED[id] === undefined)
        expect([result.status, (result as { reason?: string }).reason]).toEqual(["ok", undefined]);
      else expect([name.startsWith("MAY"), result.status]).toEqual([true, "notice"]);
    },
  );
});

describe("what goes wrong before GraphQL begins", () => {
  it("is the client's where its request is malformed", async () => {
    const response = await fetch(`${open.url}/contracts/%zz/schema.graphql`);
    expect([response.status, (await errorsOf(response))[0]!.extensions]).toEqual([
      ...[400, { code: "BAD_USER_INPUT", reason: "REQUEST" }],
    ]);
  });

  it("is ours otherwise: told as such, with an id by which the log says what it was", async () => {
    const own: string[] = [];
    const verify = async (): Promise<never> => {
      throw new TypeError("words of the inside");
    };
    const broken = await startFixtureGateway([shops, ratings], {
      ...{ log: logTo(own), verifier: { ...NO_TOKENS, verify } },
    });
    try {
      const response = await post("{ shop(id: 1) { name } }", { authorization: "Bearer a.b.c" }, broken);
      const text = await response.text();
      expect(text).not.toContain("words of the inside");
      const [error] = (JSON.parse(text) as ErrorBody).errors!;
      expect([response.status, error!.extensions]).toEqual([
        ...[500, { code: "INTERNAL_SERVER_ERROR", errorId: response.headers.get("x-request-id") }],
      ]);
      const line = own.find((one) => one.includes("UNEXPECTED_ERROR"))!;
      expect(JSON.parse(line)).toMatchObject({ errorId: error!.extensions["errorId"], level: 50 });
      expect(line).toContain("words of the inside");
    } finally {
      await broken.stop();
    }
  });
});

describe("a GET", () => {
  const url = (parameters: Record<string, string>): string => `${open.url}/graphql?${new URLSearchParams(parameters)}`;
  const FIND = {
    query: "query Find($id: ID!) { shop(id: $id) { name } }",
    operationName: "Find",
    variables: `{"id":"1"}`,
  };

  it.each([
    [
      "as Apollo Client sends it",
      { "content-type": "application/json", accept: "application/graphql-response+json,application/json;q=0.9" },
    ],
    ["with the header that asks for a preflight", { "apollo-require-preflight": "true" }],
  ])("is answered %s", async (_how, headers) => {
    const response = await fetch(url({ ...FIND, extensions: `{"clientLibrary":{"name":"x"}}` }), { headers });
    expect([response.status, await response.json()]).toEqual([200, { data: { shop: { name: "Shop 1" } } }]);
  });

  it.each([
    ["any page could send it", FIND, {}, 400, "PREFLIGHT"],
    ["it has a body of another kind", FIND, { "content-type": "message/x" }, 415, "MEDIA_TYPE"],
    ["it is a mutation", { query: "mutation { buy }" }, { "content-type": "application/json" }, 405, "METHOD"],
    [
      "its variables are no JSON",
      { ...FIND, variables: "{" },
      { "content-type": "application/json" },
      400,
      "PARAMETERS",
    ],
  ] as const)("is refused where %s", async (_why, parameters, headers, status, reason) => {
    const before = shops.requests();
    const response = await fetch(url(parameters), { headers });
    expect([response.status, (await errorsOf(response))[0]!.extensions]).toEqual([
      status,
      { code: "BAD_USER_INPUT", reason },
    ]);
    expect([shops.requests(), response.headers.get("allow")]).toEqual([before, status === 405 ? "POST" : null]);
  });
});

describe("a refusal", () => {
  it.each(["/schema.graphql", "/negative-list"])("says that %s is read and not written", async (path) => {
    const response = await fetch(`${open.url}${path}`, { method: "PUT" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: "BAD_USER_INPUT", reason: "METHOD" } }],
    });
    expect((await fetch(`${open.url}${path}`)).status).toBe(200);
  });

  it("says in plain words that an address is none", async () => {
    const response = await fetch(`${open.url}/nowhere`);
    expect([response.status, response.headers.get("content-type")]).toEqual([404, "text/plain; charset=utf-8"]);
  });

  it.each(["PUT", "DELETE", "PATCH", "HEAD"])("says by which methods it is asked instead of %s", async (method) => {
    const response = await fetch(`${open.url}/graphql`, { method });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, POST, OPTIONS"]);
  });

  it.each([
    ["a token that does not verify", 401, { authorization: "Bearer a.b.c" }, "UNAUTHENTICATED"],
    ["a mode that is none", 400, { "x-access": "maybe" }, "BAD_USER_INPUT"],
    ["an answer in another type", 406, { accept: "text/html" }, "BAD_USER_INPUT"],
    ["a body that is no JSON", 415, { "content-type": "text/plain" }, "BAD_USER_INPUT"],
  ])("of %s is an answer of GraphQL", async (_what, status, headers, code) => {
    const response = await post("{ topics }", headers as Record<string, string>);
    expect([response.status, response.headers.get("content-type")]).toEqual([status, JSON_TYPE]);
    expect((await errorsOf(response)).map(({ extensions }) => extensions["code"])).toEqual([code]);
  });

  it("is in the media type that the client reads", async () => {
    const response = await post("{ topics }", {
      authorization: "Bearer a.b.c",
      accept: "application/graphql-response+json",
    });
    expect([response.status, response.headers.get("content-type")]).toEqual([401, GRAPHQL_TYPE]);
  });

  it.each([
    ["{ shops { nam } }", "GRAPHQL_VALIDATION_FAILED", "类型 Shop 没有字段 nam。"],
    ["{ shops {", "GRAPHQL_PARSE_FAILED", "语法错误：应为 Name，实为 <EOF>。"],
    ["query A { topics } query B { topics }", "LIMIT_EXCEEDED", "一份查询语句只能包含一个操作。"],
    ["query($id: ID!) { shop(id: $id) { name } }", "BAD_USER_INPUT", "变量 $id 的值无效。"],
  ])("of %s is told in Chinese to who reads Chinese", async (query, code, message) => {
    const response = await post(query, { "accept-language": "zh-CN,zh;q=0.9,en;q=0.5" });
    expect(response.headers.get("content-language")).toBe("zh-CN");
    expect((await errorsOf(response)).map((error) => [error.extensions["code"], error.message])).toEqual([
      [code, message],
    ]);
    const english = await errorsOf(await post(query, { "accept-language": "en" }));
    expect(english[0]!.message).not.toMatch(/\p{Script=Han}/u);
  });
});

describe("a status", () => {
  const BAD = "{ shops { nam } }";
  it("is 200 in JSON for a document that GraphQL refuses, and 400 in its own media type", async () => {
    const own = await post(BAD, { accept: "application/graphql-response+json" });
    expect([(await post(BAD)).status, (await post(BAD, { accept: "application/json" })).status, own.status]).toEqual([
      200, 200, 400,
    ]);
    expect(Object.keys((await own.json()) as object)).toEqual(["errors"]);
  });

  it("is 200 where parts of an answer are missing", async () => {
    shops.fail((response) => void response.writeHead(500).end());
    const response = await post("{ shops { name } }", { accept: "application/graphql-response+json" });
    shops.fail(undefined);
    expect([response.status, ((await response.json()) as ErrorBody).errors![0]!.extensions["code"]]).toEqual([
      200,
      "UPSTREAM_UNAVAILABLE",
    ]);
  });

  it.each(["{ shops { nam } }", "{ shops {"])("never contradicts the table of codes: %s", async (query) => {
    const response = await post(query, { accept: "application/graphql-response+json" });
    expect(response.status).toBe(ERROR_CODES.BAD_USER_INPUT.httpStatus);
  });
});

describe("a page of another origin", () => {
  const preflight = (gateway: RunningGateway, origin: string, path = "/graphql"): Promise<Response> =>
    fetch(`${gateway.url}${path}`, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    });
  const allowed = (response: Response): string | null => response.headers.get("access-control-allow-origin");

  it.each(["/graphql", "/schema.graphql", "/negative-list"])("may ask before it asks: %s", async (path) => {
    const response = await preflight(open, PORTAL, path);
    expect([response.status, await response.text(), allowed(response)]).toEqual([204, "", "*"]);
    expect(response.headers.get("access-control-allow-headers")).toBe("authorization,content-type");
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
  });

  it.each(["/graphql", "/schema.graphql", "/negative-list"])("reads where its origin is listed: %s", async (path) => {
    expect(allowed(await preflight(listed, PORTAL, path))).toBe(PORTAL);
    expect(allowed(await preflight(listed, "https://evil.example", path))).toBeNull();
    expect((await preflight(listed, PORTAL, path)).headers.get("vary")).toMatch(/origin/i);
  });

  it("reads refusals too, and what they tell by headers", async () => {
    const response = await post("{ topics }", { origin: PORTAL, authorization: "Bearer a.b.c" }, listed);
    expect([response.status, allowed(response)]).toEqual([401, PORTAL]);
    expect(response.headers.get("access-control-expose-headers")?.split(",")).toEqual(
      expect.arrayContaining(["retry-after", "ratelimit", "x-request-id"]),
    );
  });

  it("is not told of what is not for it: health", async () => {
    expect(allowed(await fetch(`${open.url}/readyz`, { headers: { origin: PORTAL } }))).toBeNull();
  });
});

describe("an answer", () => {
  const raw = (path: string, headers: Record<string, string>): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      httpRequest(`${open.url}${path}`, { headers }, (response) => {
        response.resume();
        response.on("end", () => resolve(response.headers));
      })
        .on("error", reject)
        .end();
    });

  it.each([
    ["br", "br"],
    ["gzip, br;q=0", "gzip"],
    ["gzip", "gzip"],
    ["identity", undefined],
  ])("of more than 1 KiB is compressed for who accepts %s", async (accepted, encoding) => {
    expect((await raw("/negative-list", { "accept-encoding": accepted }))["content-encoding"]).toBe(encoding);
    expect((await raw("/livez", { "accept-encoding": accepted }))["content-encoding"]).toBeUndefined();
  });

  it("is kept by no cache, guessed at by no browser, and has no tag", async () => {
    const { headers } = await post("{ topics }");
    expect(
      Object.fromEntries(["cache-control", "x-content-type-options", "etag"].map((name) => [name, headers.get(name)])),
    ).toEqual({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      etag: null,
    });
  });

  it("carries the id and the trace that the client gave, with a span of its own", async () => {
    lines.length = 0;
    const trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    const { headers } = await post("{ topics }", {
      "x-request-id": "client-7",
      traceparent: `00-${trace}-00f067aa0ba902b7-01`,
    });
    expect(headers.get("x-request-id")).toBe("client-7");
    expect(headers.get("traceparent")).toMatch(new RegExp(`^00-${trace}-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$`));
    expect(lines.map((line) => (JSON.parse(line) as { requestId: string }).requestId)).toEqual(["client-7"]);
  });

  it.each([
    ["none", {}],
    ["an id that would write to a log", { "x-request-id": `a"b` }],
    ["a trace of zeros", { traceparent: `00-${"0".repeat(32)}-00f067aa0ba902b7-01` }],
    ["a trace of an unknown form", { traceparent: "ff-x" }],
  ])("carries names of its own where the client gave %s", async (_what, headers) => {
    const response = await post("{ topics }", { authorization: "Bearer a.b.c", ...headers });
    expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    expect(response.headers.get("traceparent")).toMatch(/^00-(?!0{32})[0-9a-f]{32}-[0-9a-f]{16}-00$/);
  });
});
