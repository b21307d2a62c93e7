/** Values of a backend: what a scalar takes and what it does not, and what becomes of the rest. */
import { convert, CONVERSIONS, type ConversionName } from "../../../platform/connect/mapping/conversions.js";
import { valueAt } from "../../../platform/connect/json.js";
import { readScalar, toWire } from "../../../platform/connect/scalars.js";
import { permitsMapping, PERMITS } from "../../support/connect/permits.js";
import { startJsonBackend, type JsonBackend } from "../../support/connect/json-backend.js";
import { runMapping, type RunningMapping } from "../../support/connect/run-mapping.js";

describe("a scalar", () => {
  it.each<[string, unknown, unknown]>([
    ["String", "a", "a"],
    ["String", "", ""],
    ["ID", "a", "a"],
    ["ID", 12, "12"],
    ["Int", -5, -5],
    ["Float", 2.5, 2.5],
    ["Boolean", false, false],
    ["Date", "2024-02-29", "2024-02-29"],
    ["Money", "12.5", "12.50"],
    ["DateTime", "2026-09-01T08:30:00+08:00", "2026-09-01T00:30:00.000Z"],
    ["USCC", "11990101MB0001302L", "11990101MB0001302L"],
    ["DivisionCode", "222401", "222401"],
  ])("%s takes %j", (name, given, value) => expect(toWire(readScalar(name, given))).toBe(value));

  it.each<[string, unknown]>([
    ["String", 1],
    ["String", true],
    ["String", {}],
    ["String", ["a"]],
    ["String", "\ud800"],
    ["ID", 1.5],
    ["ID", 2 ** 53],
    ["ID", true],
    ["Int", 1.5],
    ["Int", 2 ** 31],
    ["Int", "1"],
    ["Float", "1.5"],
    ["Boolean", 0],
    ["Boolean", "true"],
    ["Date", "2026-02-29"],
    ["Date", "20260201"],
    ["Date", 20260201],
    ["DateTime", "2026-09-01"],
    ["Money", 12.5],
    ["Money", "12.345"],
    ["USCC", "11990101MB0001302X"],
    ["DivisionCode", 222401],
  ])("%s does not take %j", (name, given) => expect(() => readScalar(name, given)).toThrow(/^is no /));
});

describe("a conversion", () => {
  it.each<[ConversionName, unknown, unknown]>([
    ["empty-is-null", "", null],
    ["empty-is-null", "a", "a"],
    ["text-from-number", 12, "12"],
    ["number-from-text", "-12.50", -12.5],
    ["boolean-from-number", 1, true],
    ["boolean-from-number", 0, false],
    ["yuan-from-fen", 5, "0.05"],
    ["yuan-from-fen", -1234, "-12.34"],
    ["yuan-from-number", 12.3, "12.30"],
    ["yuan-from-number", 0.07, "0.07"],
    ["day-from-digits", "20260901", "2026-09-01"],
    ["day-from-local-time", "2026-09-01T23:59:59.9", "2026-09-01"],
    ["day-from-local-time", "2026-09-01 08:30", "2026-09-01"],
    ["day-from-instant", "2026-08-31T16:00:00Z", "2026-09-01"],
    ["day-from-instant", "2026-08-31T15:59:59Z", "2026-08-31"],
    ["instant-from-seconds", 0, "1970-01-01T00:00:00.000Z"],
    ["instant-from-milliseconds", 1_500, "1970-01-01T00:00:01.500Z"],
  ])("%s of %j is %j", (name, given, value) => expect(convert(given, [name])).toBe(value));

  it.each<[ConversionName, unknown]>([
    ["text-from-number", "12"],
    ["text-from-number", 2 ** 60],
    ["number-from-text", "1e5"],
    ["number-from-text", "0x10"],
    ["number-from-text", " 1"],
    ["number-from-text", ""],
    ["boolean-from-number", 2],
    ["boolean-from-number", "1"],
    ["yuan-from-fen", 12.5],
    ["yuan-from-number", 12.345],
    ["yuan-from-number", 1e300],
    ["day-from-digits", "20260231"],
    ["day-from-local-time", "2026-09-01"],
    ["day-from-instant", "2026-09-01T08:00:00"],
    ["day-from-instant", "2026-13-01T08:00:00Z"],
    ["instant-from-seconds", 1e300],
    ["instant-from-milliseconds", "0"],
  ])("%s does not take %j", (name, given) => expect(() => convert(given, [name])).toThrow(/^(is|has) /));

  it.each(Object.keys(CONVERSIONS) as ConversionName[])("%s leaves null alone", (name) => {
    expect(convert(null, [name])).toBeNull();
    expect(convert(undefined, [name])).toBeNull();
  });

  it("goes on with what the one before it gave", () =>
    expect([
      convert("", ["empty-is-null", "number-from-text"]),
      convert("3", ["empty-is-null", "number-from-text"]),
    ]).toEqual([null, 3]));
});

describe("a pointer", () => {
  const json = { a: { "b/c": [1, { "d~": 2 }] }, "": 3 };
  it.each<[string, unknown]>([
    ["", json],
    ["/a/b~1c/0", 1],
    ["/a/b~1c/1/d~0", 2],
    ["/", 3],
    ["/a/b~1c/2", undefined],
    ["/a/b~1c/-", undefined],
    ["/a/b~1c/00", undefined],
    ["/a/b~1c/length", undefined],
    ["/constructor", undefined],
    ["/__proto__/toString", undefined],
    ["/a/x/y", undefined],
  ])("%j", (pointer, value) => expect(valueAt(json, pointer)).toEqual(value));
});

describe("a value that does not fit", () => {
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

  it("is null with an error at its place and one line that does not say it; what fits is there", async () => {
    backend.answer = () => ({
      json: {
        ...PERMITS[6],
        state: "220101199001011234",
        issued: 20260901,
        fee_cents: "12",
        area: [],
        holder: "220101199001011234",
        tags: ["a", 7, null],
      },
    });
    const { data, errors } = await permits.ask(`{ permit(id: "7") { id state issuedOn fee floor holderName tags } }`);
    expect(data).toEqual({
      permit: { id: "7", state: null, issuedOn: null, fee: null, floor: null, holderName: null, tags: null },
    });
    expect(errors!.map(({ path, extensions }) => [path!.slice(1).join("."), extensions.code])).toEqual(
      ["state", "issuedOn", "fee", "tags.1"].map((path) => [path, "UPSTREAM_INVALID"]),
    );
    expect(permits.lines.map(({ code, field, why }) => [code, field, why])).toEqual([
      ["BACKEND_VALUE", "Permit.state", "is no PermitState"],
      ["BACKEND_VALUE", "Permit.issuedOn", "is no text"],
      ["BACKEND_VALUE", "Permit.fee", "is no number"],
      ["BACKEND_VALUE", "Permit.tags", "is no text"],
      ["BACKEND_VALUE", "Permit.tags", "is missing"],
    ]);
    expect(JSON.stringify([errors, permits.lines])).not.toContain("220101199001011234");
  });

  it("is one item of a list, converted or not", async () => {
    backend.answer = ({ url }) =>
      url.pathname.endsWith("inspections")
        ? {
            json: {
              data: [
                { on: "2026-09-01", passed: 1 },
                { on: "2026-09-31", passed: 7 },
              ],
            },
          }
        : { json: PERMITS[6] };
    const { data, errors } = await permits.ask(`{ permit(id: "7") { inspections { on passed } } }`);
    expect(data).toEqual({
      permit: {
        inspections: [
          { on: "2026-09-01", passed: true },
          { on: null, passed: null },
        ],
      },
    });
    expect(errors!.map(({ path }) => path!.join("."))).toEqual([
      ...["permit.inspections.1.on", "permit.inspections.1.passed"],
    ]);
  });

  it("takes no other record with it", async () => {
    backend.answer = () => ({
      json: { data: [PERMITS[0], "x", null, { state: "open" }, PERMITS[4]], meta: { total: "5" } },
    });
    const { data, errors } = await permits.ask("{ permits { totalCount nodes { id } edges { node { id } cursor } } }");
    expect(data!["permits"]).toMatchObject({ totalCount: 5, nodes: [{ id: "1" }, null, null, null, { id: "5" }] });
    expect(errors!.map(({ path }) => path!.slice(1).join(".")).sort()).toEqual([
      "edges.1.node",
      "edges.3.node.id",
      "nodes.1",
      "nodes.3.id",
    ]);
  });

  it("is an answer of another shape, or a list without an end", async () => {
    for (const json of ["x", 7, [], {}, { data: {} }, { data: "x" }]) {
      backend.answer = () => ({ json });
      const { data, errors } = await permits.ask(`{ searched(words: "x") { id } permits { totalCount } }`);
      expect(data).toEqual({ searched: null, permits: null });
      expect(errors!.map(({ extensions }) => extensions.code)).toEqual(["UPSTREAM_INVALID", "UPSTREAM_INVALID"]);
    }
    backend.answer = () => ({ json: { data: null } });
    const none = await permits.ask(`{ searched(words: "x") { id } permits { nodes { id } } }`);
    expect(none).toEqual({ data: { searched: null, permits: { nodes: [] } } });
    backend.answer = ({ url }) =>
      url.pathname.endsWith("inspections") ? { json: { data: [{}, {}, {}, {}] } } : { json: PERMITS[6] };
    const { data, errors } = await permits.ask(`{ permit(id: "7") { inspections { on } } }`);
    expect([data, errors![0]!.extensions.code]).toEqual([{ permit: { inspections: null } }, "UPSTREAM_INVALID"]);
  });

  it("is no link: where a part of a key is missing or none, there is nothing", async () => {
    backend.answer = () => ({ json: { id: 7, holder: { uscc: "no code" } } });
    const { data } = await permits.ask(`{ permit(id: "7") { keeper { id } building { id } } }`);
    expect(data).toEqual({ permit: { keeper: null, building: null } });
  });

  it("may be called as GraphQL calls its own, and is no name of a type", async () => {
    backend.answer = () => ({ json: { ...PERMITS[6], __typename: "Building", constructor: 1 } });
    const { data, errors } = await permits.ask(
      `{ _entities(representations: [{ __typename: "Permit", id: "7" }]) { __typename ... on Permit { id } } }`,
    );
    expect([data, errors]).toEqual([{ _entities: [{ __typename: "Permit", id: "7" }] }, undefined]);
  });
});
