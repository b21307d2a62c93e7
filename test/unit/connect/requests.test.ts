/** What a subgraph of a mapping asks its backend: nothing that a caller sends gets out of its place. */
import fc from "fast-check";
import { requestOf } from "../../../platform/connect/backend/request.js";
import { callSchema } from "../../../platform/connect/mapping/call.js";
import { permitsMapping, PERMITS } from "../../support/connect/permits.js";
import { startJsonBackend, type JsonBackend } from "../../support/connect/json-backend.js";
import { runMapping, type RunningMapping } from "../../support/connect/run-mapping.js";

describe("a value in a request", () => {
  const call = callSchema.parse({
    get: "/permits/{id}/parts/v{part}.json",
    query: { state: "{state}", words: "about {words}", lang: "zh", page: 3, id: "{id}" },
    headers: { "x-tag": "{tag}" },
  });
  const target = (values: Readonly<Record<string, unknown>>) =>
    requestOf("/api/v2/", call, (name) => values[name]).target;

  it("stands where the mapping puts it, encoded; parameters without a value are left out", () => {
    expect(target({ id: "a b?c#d&e=%2e", part: 1, state: undefined, words: "x&admin=1" })).toBe(
      "/api/v2/permits/a%20b%3Fc%23d%26e%3D%252e/parts/v1.json?words=about+x%26admin%3D1&lang=zh&page=3&id=a+b%3Fc%23d%26e%3D%252e",
    );
  });

  it.each(["", ".", "..", "a/b", "..\\x", "../../admin", "a\u0000", "\ud800", "\r\nx", undefined, null, ["a"]])(
    "%j is refused in a path",
    (id) => expect(() => target({ id, part: 1 })).toThrow("can not be sent"),
  );

  it("never leaves its segment, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (id, words) => {
        let made: string;
        try {
          made = target({ id, part: 1, words });
        } catch (error) {
          return expect((error as { code?: string }).code).toBe("BAD_USER_INPUT");
        }
        const url = new URL(made, "https://backend.example");
        expect(url.host).toBe("backend.example");
        expect(url.pathname.split("/")).toHaveLength(7);
        expect(decodeURIComponent(url.pathname.split("/")[4]!)).toBe(id);
        expect(url.searchParams.getAll("lang")).toEqual(["zh"]);
        expect(url.searchParams.get("words")).toBe(`about ${words}`);
        expect([...url.searchParams.keys()].sort()).toEqual(["id", "lang", "page", "words"]);
      }),
      { numRuns: 500 },
    );
  });

  it.each(["%2e%2e", "%2E", ".%2e"])("%s is text and no step", (id) =>
    expect(new URL(target({ id, part: 1 }), "https://b.example").pathname).toBe(
      `/api/v2/permits/${id.replaceAll("%", "%25")}/parts/v1.json`,
    ),
  );

  it.each(["a\r\nx-admin: 1", "张", "\u0000"])("%j is refused in a header", (tag) =>
    expect(() => target({ id: "1", part: 1, tag })).toThrow("can not be sent"),
  );

  it("lists are parameters of their own, or joined where nothing in them joins", () => {
    const listed = callSchema.parse({ get: "/a", query: { id: "{ids}" } });
    const joined = callSchema.parse({ get: "/a", query: { id: "{ids}" }, join: "," });
    expect(requestOf("", listed, () => ["1", "2,3"]).target).toBe("/a?id=1&id=2%2C3");
    expect(requestOf("", joined, () => ["1", "2"]).target).toBe("/a?id=1%2C2");
    expect(() => requestOf("", joined, () => ["1", "2,3"])).toThrow("can not be sent");
  });

  it("is not endless", () =>
    expect(() => target({ id: "1", part: 1, words: "x".repeat(9_000) })).toThrow("can not be sent"));
});

describe("the backend", () => {
  let backend: JsonBackend;
  let permits: RunningMapping;
  beforeEach(async () => {
    backend = await startJsonBackend();
    permits = runMapping(permitsMapping(backend.url), { PERMITS_TOKEN: "s3cret" });
  });
  afterEach(async () => {
    await permits.close();
    await backend.stop();
  });

  it("is sent our secret, whatever a call fills into a header of that name", async () => {
    await permits.close();
    const mapping = permitsMapping(backend.url)
      .replace("kind: bearer", "kind: header, name: X-Search")
      .replace("accept-language", "Accept");
    permits = runMapping(mapping, { PERMITS_TOKEN: "s3cret" });
    backend.answer = () => ({ json: { data: [] } });
    await permits.ask(`{ searched(words: "mine") { id } }`);
    expect(backend.seen[0]!.headers).toMatchObject({ "x-search": "s3cret", accept: "zh-CN" });
  });

  it("is sent our secret once in the query, whatever a call fills into a parameter of that name", async () => {
    await permits.close();
    const mapping = permitsMapping(backend.url).replace("kind: bearer", "kind: query, name: ids");
    permits = runMapping(mapping, { PERMITS_TOKEN: "s3&cret" });
    backend.answer = () => ({ json: { data: [{ id: "B1", name: "Haus" }] } });
    await permits.ask(
      `{ _entities(representations: [{ __typename: "Building", id: "B1" }]) { ... on Building { id } } }`,
    );
    expect(backend.seen.map(({ url }) => url.search)).toEqual(["?ids=s3%26cret"]);
  });

  it("gives no more than one request may keep, however much is asked for at once", async () => {
    await permits.close();
    permits = runMapping(`
subgraph: heavy
backend: { url: "${backend.url}", concurrency: 2 }
types:
  Row: { fields: { id: ID!, texts: { type: "[String!]", call: { get: "/rows/{this.id}", items: /data } } } }
queries: { rows: { type: "[Row!]", call: { get: /rows } } }
`);
    const text = "x".repeat(2_000_000);
    const ids = Array.from({ length: 60 }, (_none, id) => ({ id }));
    backend.answer = ({ url }) => ({ json: url.pathname === "/rows" ? ids : { data: [], text } });
    const { data, errors } = await permits.ask("{ rows { id texts } }");
    const found = (data!["rows"] as { texts: unknown }[]).filter(({ texts }) => texts !== null);
    // 32 MiB hold sixteen of them; the next one tells that it is too much.
    expect(found).toHaveLength(17);
    expect(backend.seen.length).toBeLessThan(22);
    expect(errors).toHaveLength(43);
    expect(new Set(errors!.map(({ extensions }) => extensions.code))).toEqual(new Set(["LIMIT_EXCEEDED"]));
    expect(permits.lines).toEqual([]);
  });

  it("is asked once for what a request asks twice, and for many keys at a time where it can", async () => {
    backend.answer = ({ url }) => {
      if (url.pathname === "/api/v2/permits") return { json: { data: PERMITS.slice(0, 5), meta: { total: 25 } } };
      if (url.pathname !== "/api/v2/buildings") return undefined;
      const ids = url.searchParams.get("ids")!.split(",");
      // In another order than asked, and one that nobody asked for.
      return {
        json: { data: [...ids.reverse(), "B9"].filter((id) => id !== "B2").map((id) => ({ id, name: `Haus ${id}` })) },
      };
    };
    const { data, errors } = await permits.ask(
      "{ permits { nodes { id building { name } } } again: permits { nodes { id } } }",
    );
    expect(errors).toBeUndefined();
    const names = ["Haus B0", "Haus B1", null, "Haus B0", "Haus B1"];
    expect(data!["permits"]).toEqual({
      nodes: names.map((name, index) => ({ id: String(index + 1), building: name && { name } })),
    });
    expect(backend.seen.map(({ url }) => `${url.pathname}${decodeURIComponent(url.search)}`).sort()).toEqual([
      "/api/v2/buildings?ids=B0,B1",
      "/api/v2/buildings?ids=B2",
      "/api/v2/permits?skip=0&take=5",
    ]);
  });

  it("is asked with at most so many requests at a time", async () => {
    let most = 0;
    let now = 0;
    backend.answer = ({ url }) => {
      if (url.pathname === "/api/v2/permits") return { json: { data: PERMITS.slice(0, 10), meta: { total: 25 } } };
      now += 1;
      most = Math.max(most, now);
      return (response) =>
        void setTimeout(() => {
          now -= 1;
          response.writeHead(200, { "content-type": "application/json" }).end('{"data":[]}');
        }, 5);
    };
    const { data, errors } = await permits.ask("{ permits(first: 10) { nodes { inspections { on } } } }");
    expect(errors).toBeUndefined();
    expect(data!["permits"]).toEqual({ nodes: Array.from({ length: 10 }, () => ({ inspections: [] })) });
    expect(backend.seen).toHaveLength(11);
    expect(most).toBeLessThanOrEqual(4);
  });

  it("is sent values with their types in a body", async () => {
    backend.answer = () => ({ json: { data: [PERMITS[0]] } });
    const { data } = await permits.ask(`{ searched(words: "a\\"b", states: [OPEN, CLOSED]) { id } }`);
    expect(data).toEqual({ searched: [{ id: "1" }] });
    const [{ method, body, headers }] = backend.seen as [JsonBackend["seen"][0]];
    expect([method, headers["content-type"], headers["x-search"]]).toEqual(["POST", "application/json", 'a"b']);
    expect(JSON.parse(body)).toEqual({ filter: { text: 'a"b', states: ["open", "closed"], lang: 'zh-a"b' } });
    await permits.ask(`{ searched(words: "x") { id } }`);
    expect(JSON.parse(backend.seen.at(-1)!.body)).toEqual({ filter: { text: "x", lang: "zh-x" } });
  });

  it("is asked for a key of another subgraph, and a key that no path holds is of nothing", async () => {
    backend.answer = ({ url }) => (url.pathname === "/api/v2/permits/3" ? { json: PERMITS[2] } : undefined);
    const of = ["3", "99", "../admin", "", null, { a: 1 }].map((id) => ({ __typename: "Permit", id }));
    const { data, errors } = await permits.ask(
      "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Permit { id floor } } }",
      { of },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ _entities: [{ id: "3", floor: 64.5 }, null, null, null, null, null] });
    expect(backend.seen.map(({ url }) => url.pathname).sort()).toEqual(["/api/v2/permits/3", "/api/v2/permits/99"]);
  });

  it("that gives another record than was asked for is not believed", async () => {
    backend.answer = ({ url }) => (url.pathname.startsWith("/api/v2/permits/") ? { json: PERMITS[2] } : undefined);
    const { data, errors } = await permits.ask(
      `{ _entities(representations: [{ __typename: "Permit", id: "4" }]) { ... on Permit { id } } }`,
    );
    expect([data, errors![0]!.extensions.code]).toEqual([{ _entities: [null] }, "UPSTREAM_INVALID"]);
  });

  it("is asked for keys in bulk though one of them can not be sent", async () => {
    backend.answer = () => ({ json: { data: [{ id: "B1", name: "Haus" }, { name: "no id" }, 7] } });
    const of = ["B1", "B1,B7", "", "B8"].map((id) => ({ __typename: "Building", id }));
    const { data, errors } = await permits.ask(
      "query ($of: [_Any!]!) { _entities(representations: $of) { ... on Building { name } } }",
      { of },
    );
    expect([data, errors]).toEqual([{ _entities: [{ name: "Haus" }, null, null, null] }, undefined]);
    expect(backend.seen.map(({ url }) => url.searchParams.get("ids"))).toEqual(["B1,B8"]);
  });

  it("tells nothing of itself: a code of ours to the client, one line with the cause to the operator, no secret to either", async () => {
    const personal = "张三 220101199001011234 s3cret";
    const failures: [cause: string, code: string, reply: ReturnType<JsonBackend["answer"]>][] = [
      ["refused", "UPSTREAM_UNAVAILABLE", { status: 400, json: { message: personal } }],
      ["not let in", "UPSTREAM_UNAVAILABLE", { status: 403, json: { message: personal } }],
      ["refused", "UPSTREAM_UNAVAILABLE", { status: 429, json: {} }],
      ["failed", "UPSTREAM_UNAVAILABLE", { status: 500, json: { stack: personal } }],
      [
        "redirect",
        "UPSTREAM_UNAVAILABLE",
        { status: 302, headers: { location: `${backend.url}/api/v2/permits/8` }, json: {} },
      ],
      ["too large", "UPSTREAM_UNAVAILABLE", { json: { id: 7, pad: personal.repeat(2_000) } }],
      ["not JSON", "UPSTREAM_INVALID", (response) => void response.end(`<html>${personal}`)],
      ["not JSON", "UPSTREAM_INVALID", (response) => void response.end(Buffer.from([0x7b, 0xff, 0x7d]))],
      ["connection", "UPSTREAM_UNAVAILABLE", (response) => void response.destroy()],
      ["timeout", "UPSTREAM_TIMEOUT", () => undefined],
    ];
    for (const [cause, code, reply] of failures) {
      permits.lines.length = 0;
      backend.answer = () => reply;
      const answer = await permits.ask(`{ permit(id: "7") { id } more: permit(id: "7") { state } }`);
      expect(answer.data).toEqual({ permit: null, more: null });
      expect(answer.errors!.map(({ extensions }) => extensions.code)).toEqual([code, code]);
      expect(permits.lines).toEqual([
        expect.objectContaining({ code: "BACKEND_FAILED", call: "GET /permits/{id}", cause }),
      ]);
      expect(JSON.stringify([answer, permits.lines])).not.toMatch(/张三|220101|s3cret|127\.0\.0\.1/);
    }
  });

  it("is not waited for when the request is over", async () => {
    let closed: () => void = () => undefined;
    const wasClosed = new Promise<void>((resolve) => (closed = resolve));
    backend.answer = () => (response) => void response.once("close", closed);
    const answer = await permits.ask(`{ permit(id: "7") { id } }`, {}, 50);
    expect(answer.errors![0]!.extensions.code).toBe("UPSTREAM_TIMEOUT");
    await wasClosed;
    expect(permits.lines).toEqual([]);
  });

  it("that does not answer leaves the rest of the answer as it is", async () => {
    backend.answer = ({ url }) => {
      if (url.pathname === "/api/v2/permits/1") return { json: PERMITS[0] };
      return url.pathname.endsWith("/inspections") ? { status: 503, json: {} } : undefined;
    };
    const { data, errors } = await permits.ask(`{ permit(id: "1") { id inspections { on } } }`);
    expect(data).toEqual({ permit: { id: "1", inspections: null } });
    expect(errors).toEqual([expect.objectContaining({ path: ["permit", "inspections"] })]);
  });
});
