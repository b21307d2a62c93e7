/** What `connect init` makes of an OpenAPI description: each part of it, in the ways in which descriptions are written. */
import { parse } from "yaml";
import { readDescription } from "../../../commands/partner/connect/openapi/description.js";
import {
  fieldNameOf,
  sentenceOf,
  singularOf,
  typeNameOf,
  valueNameOf,
} from "../../../commands/partner/connect/openapi/names.js";
import { writeProposal } from "../../../commands/partner/connect/openapi/write-proposal.js";
import { readMapping } from "../../../platform/connect/index.js";

const json = (schema: object) => ({ "200": { description: "ok", content: { "application/json": { schema } } } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const PERMIT = {
  type: "object",
  description: "A permit. It has <b>more</b> to say.",
  properties: {
    id: { type: "integer", format: "int64" },
    issued_on: { type: "string", format: "date", description: "Day of [issue](https://x.example)" },
    State: { type: ["string", "null"], enum: ["open", "on hold", null] },
    size: { type: "integer" },
    count64: { type: "integer", format: "int64" },
    fee: { oneOf: [{ type: "number" }, { type: "null" }] },
    parent: { anyOf: [ref("Permit"), { type: "null" }] },
    tags: { type: "array", items: { type: "string" } },
    parts: { type: "array", items: { type: "object", properties: { no: { type: "string" } } } },
    holderName: { type: "string" },
    anything: { type: "object", additionalProperties: true },
    either: { oneOf: [{ type: "string" }, { type: "object", properties: { a: { type: "string" } } }] },
    grid: { type: "array", items: { type: "array", items: { type: "number" } } },
    编号: { type: "string" },
    elsewhere: { $ref: "other.yaml#/X" },
    "a-b": { type: "boolean" },
    aB: { type: "boolean" },
  },
};

const descriptionOf = (more: object, paths: object): string =>
  JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Permits" },
    servers: [{ url: "https://b.example/api/" }],
    paths,
    ...more,
  });

const proposed = (text: string, prefixes: readonly string[] = []) => {
  const made = writeProposal(readDescription(text, "d.json"), { subgraph: "permits", prefixes });
  // What is proposed is a mapping.
  readMapping(made.text, "m.yaml");
  return { ...made, mapping: parse(made.text) as Record<string, Record<string, Record<string, unknown>>> };
};

const withPermit = (paths: object, more: object = {}): string =>
  descriptionOf({ components: { schemas: { Permit: PERMIT }, ...more } }, paths);

const one = {
  "/permits/{permitId}": {
    parameters: [{ name: "permitId", in: "path", required: true, schema: { type: "string" } }],
    get: { responses: json(ref("Permit")) },
  },
};
const list = (parameters: readonly object[], schema: object) => ({
  "/v1/permits": { get: { summary: "All permits", parameters, responses: json(schema) }, post: {} },
});
const inQuery = (name: string, schema: object = { type: "integer" }, more: object = {}) => ({
  name,
  in: "query",
  schema,
  ...more,
});

describe("types of a description", () => {
  const { mapping, leftOut } = proposed(withPermit(one));

  it("have the fields that a mapping can say, each with its type and place", () => {
    expect(mapping["types"]!["Permit"]).toEqual({
      description: "A permit.",
      key: "id",
      lookup: { get: "/permits/{id}" },
      fields: {
        id: "ID!",
        issuedOn: { type: "Date", description: "Day of issue", from: "/issued_on" },
        state: { type: "PermitState", from: "/State" },
        ...{ size: "Int", count64: "Float", fee: "Float", parent: "Permit", tags: "[String]", parts: "[PermitParts]" },
        holderName: { type: "String", closed: { tier: ["NEVER"], reason: "PERSONAL_PRIVACY", basis: "OGI-2019-15" } },
        aB: { type: "Boolean", from: "/a-b" },
      },
    });
    expect(mapping["types"]!["PermitParts"]).toEqual({ fields: { no: "String" } });
    expect(mapping["enums"]).toEqual({ PermitState: { values: { OPEN: "open", ON_HOLD: "on hold" } } });
  });

  it("leave out what a mapping can not say, and say so", () =>
    expect(leftOut.map((line) => line.split(":")[0]).sort()).toEqual(
      ["aB", "anything", "either", "elsewhere", "grid", "编号"].map((name) => `Permit.${name}`).sort(),
    ));
});

describe("operations of a description", () => {
  it("are queries that are called as their paths say", () => {
    const { mapping, leftOut } = proposed(withPermit({ ...one, ...list([], { type: "array", items: ref("Permit") }) }));
    expect(Object.keys(mapping["queries"]!)).toEqual(["permit", "permits"]);
    expect(mapping["queries"]!["permit"]).toEqual({
      type: "Permit",
      arguments: { permitId: "String!" },
      call: { get: "/permits/{permitId}" },
    });
    expect(mapping["queries"]!["permits"]).toEqual({
      ...{ description: "All permits", connection: "Permit", call: { get: "/v1/permits" }, pages: { kind: "whole" } },
    });
    expect(leftOut).toContain("/v1/permits: post; a subgraph of a mapping reads.");
  });

  const envelope = (more: object) => ({
    type: "object",
    properties: { data: { type: "array", items: ref("Permit") }, ...more },
  });
  const meta = (name: string) => ({ meta: { type: "object", properties: { [name]: { type: "string" } } } });
  it.each([
    [
      [inQuery("offset"), inQuery("limit", { type: "integer", maximum: 50 })],
      envelope({ total: { type: "integer" } }),
      { kind: "offset", offset: "offset", limit: "limit", most: 50, total: "/total" },
    ],
    [
      [inQuery("page[number]"), inQuery("page[size]", { maximum: 10, type: "integer" })],
      envelope(meta("total")),
      { kind: "page", page: "page[number]", size: "page[size]", from: 1, most: 10, first: 10, total: "/meta/total" },
    ],
    [
      [inQuery("page", { type: "integer", default: 0 }), inQuery("per_page")],
      envelope({}),
      { kind: "page", page: "page", size: "per_page", from: 0 },
    ],
    [
      [inQuery("cursor", { type: "string" }), inQuery("limit")],
      envelope(meta("next_cursor")),
      { kind: "cursor", cursor: "cursor", next: "/meta/next_cursor", limit: "limit" },
    ],
    [[inQuery("words", { type: "string" })], envelope({}), { kind: "whole" }],
  ])("have pages where their parameters say so: %j", (parameters, schema, pages) => {
    const { mapping } = proposed(withPermit(list(parameters, schema)));
    expect(mapping["queries"]!["permits"]).toMatchObject({ call: { items: "/data" }, pages });
    const left = mapping["queries"]!["permits"]!["arguments"];
    expect(left).toEqual(pages.kind === "whole" ? { words: "String" } : undefined);
  });

  it("take parameters of their path, their query and headers that must be there; cookies and objects are not filled", () => {
    const parameters = [
      inQuery(
        "state",
        { type: "array", items: { type: "string", enum: ["open", "closed"] } },
        { description: "Only so." },
      ),
      inQuery("first", { type: "integer" }, { required: true }),
      { name: "X-Region", in: "header", required: true, schema: { type: "string" } },
      { name: "X-Trace", in: "header", schema: { type: "string" } },
      { name: "session", in: "cookie", schema: { type: "string" } },
    ];
    const { mapping } = proposed(withPermit(list(parameters, { type: "array", items: ref("Permit") })));
    expect(mapping["queries"]!["permits"]).toMatchObject({
      arguments: { state: { type: "[State]", description: "Only so." }, firstValue: "Int!", xRegion: "String!" },
      call: { query: { state: "{state}", first: "{firstValue}" }, headers: { "X-Region": "{xRegion}" } },
    });
    const needed = [inQuery("filter", { type: "object", properties: { a: { type: "string" } } }, { required: true })];
    const { leftOut, mapping: rest } = proposed(
      withPermit({ ...one, ...list(needed, { type: "array", items: ref("Permit") }) }),
    );
    expect(Object.keys(rest["queries"]!)).toEqual(["permit"]);
    expect(leftOut).toContain("GET /v1/permits: it has a parameter that a mapping can not fill.");
  });

  it("are those below the paths that are asked for", () => {
    const both = withPermit({ ...one, ...list([], { type: "array", items: ref("Permit") }) });
    expect(Object.keys(proposed(both, ["/v1"]).mapping["queries"]!)).toEqual(["permits"]);
    expect(() => proposed(both, ["/none"])).toThrow("Nothing of the description can be asked");
  });

  it("whose paths would climb or hold a query are left out", () => {
    const answered = { get: { responses: json(ref("Permit")) } };
    const { mapping, leftOut } = proposed(
      withPermit({ ...one, "/a/../b": answered, "/a?b=c": answered, "/a/%2e": answered }),
    );
    expect(Object.keys(mapping["queries"]!)).toEqual(["permit"]);
    expect(leftOut.filter((line) => line.startsWith("GET /a"))).toHaveLength(3);
  });

  it("ask nobody for a key that looks personal", () => {
    const person = { type: "object", properties: { idCardNo: { type: "string" }, town: { type: "string" } } };
    const path = {
      "/people/{idCardNo}": {
        get: { parameters: [{ name: "idCardNo", in: "path", schema: { type: "string" } }], responses: json(person) },
      },
    };
    const { mapping } = proposed(descriptionOf({}, path));
    expect(mapping["types"]!["Person"] ?? mapping["types"]!["People"]).not.toHaveProperty("key");
  });
});

describe("the backend of a description", () => {
  it.each([
    [{ type: "http", scheme: "bearer" }, { kind: "bearer" }],
    [
      { type: "http", scheme: "Basic" },
      { kind: "basic", user: "govgraph" },
    ],
    [
      { type: "apiKey", in: "header", name: "X-Key" },
      { kind: "header", name: "X-Key" },
    ],
    [
      { type: "apiKey", in: "query", name: "key" },
      { kind: "query", name: "key" },
    ],
    [{ type: "oauth2", flows: {} }, { kind: "bearer" }],
  ])("names the secret of %j and holds none", (scheme, auth) => {
    const { mapping, text } = proposed(withPermit(one, { securitySchemes: { one: scheme } }));
    expect(mapping["backend"]!["auth"]).toEqual({ ...auth, secret: { env: "PERMITS_BACKEND_SECRET" } });
    expect(text).toContain("The secret itself never stands here");
  });

  it.each([
    [
      [{ url: "https://{region}.example/{v}/", variables: { region: { default: "north" }, v: { default: "v2" } } }],
      "https://north.example/v2",
    ],
    [[{ url: "http://plain.example" }], "https://plain.example"],
    [[{ url: "/api" }], "https://backend.example"],
    [[], "https://backend.example"],
  ])("is at %j", (servers, url) => {
    const { mapping } = proposed(descriptionOf({ servers, components: { schemas: { Permit: PERMIT } } }, one));
    expect(mapping["backend"]!["url"]).toBe(url);
  });
});

describe("what is no description", () => {
  it.each([
    ['{"swagger":"2.0"}', "is Swagger 2.0: convert it"],
    ['{"openapi":"4.0.0"}', "is no OpenAPI description of version 3.0 or 3.1"],
    ["[]", "holds no object"],
    ["a: [", "is neither YAML nor JSON"],
  ])("%s", (text, sentence) => expect(() => readDescription(text, "d.yaml")).toThrow(sentence));

  it("may lead in circles, and ends", () => {
    const circle = {
      A: { $ref: "#/components/schemas/B" },
      B: { $ref: "#/components/schemas/A" },
      D: { oneOf: [ref("D"), { type: "null" }] },
      C: { allOf: [ref("C"), ref("D"), { type: "object", properties: { c: { type: "string" } } }] },
    };
    const paths = {
      "/a": { get: { responses: json(ref("A")) } },
      "/c": { get: { responses: json(ref("C")) } },
      "/d": null,
      "/e": { get: [] },
      // No place: a percent sign that encodes nothing.
      "/f": { get: { responses: json({ $ref: "#/components/schemas/%zz" }) } },
    };
    const { mapping } = proposed(descriptionOf({ components: { schemas: circle } }, paths));
    expect(mapping["types"]).toEqual({ C: { fields: { c: "String" } } });
  });
});

describe("names", () => {
  it.each([
    ["issued_on", "issuedOn"],
    ["IssuedOn", "issuedOn"],
    ["ID", "id"],
    ["USCCode", "uscCode"],
    ["filter[a.b]", "filterAB"],
    ["2fa", undefined],
    ["编号", undefined],
    ["x-API-key", "xApiKey"],
  ])("of a field: %s", (name, made) => expect(fieldNameOf(name)).toBe(made));
  it.each([
    ["permit_state", "PermitState"],
    ["Query", "QueryRecord"],
    ["PermitConnection", "PermitConnectionRecord"],
    ["Date", "DateRecord"],
    ["一", undefined],
  ])("of a type: %s", (name, made) => expect(typeNameOf(name)).toBe(made));
  it.each([
    ["on hold", "ON_HOLD"],
    ["4xx", "V_4XX"],
    ["inProgress", "IN_PROGRESS"],
    ["", undefined],
    ["开", undefined],
    ["a开", undefined],
  ])("of a value: %s", (value, made) => expect(valueNameOf(value)).toBe(made));
  it.each([
    ["permits", "permit"],
    ["parties", "party"],
    ["classes", "class"],
    ["address", "address"],
    ["status", "status"],
  ])("of one: %s", (name, made) => expect(singularOf(name)).toBe(made));
  it("of what a text says first", () => {
    expect(sentenceOf("One. Two.")).toBe("One.");
    expect(sentenceOf(" \n ")).toBeUndefined();
    expect(sentenceOf("x".repeat(300))).toHaveLength(200);
  });
});
