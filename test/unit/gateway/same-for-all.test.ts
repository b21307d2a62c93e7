/** Whether a request to a service asks for nothing but what is the same whoever asks: one field that is not, anywhere, and it does not. */
import fc from "fast-check";
import { createSameForAll } from "../../../gateway/disclosure/same-for-all.js";
import type { SameForAll } from "../../../platform/disclosure/table/index.js";

const TABLE: SameForAll = {
  reference: {
    Query: { division: "Division", divisions: "DivisionConnection", today: null },
    Division: { code: null, name: null, parent: "Division" },
    DivisionConnection: { totalCount: null, nodes: "Division" },
  },
};
const isSame = createSameForAll({ sameForAll: TABLE });

/** Queries in which every field is in the table, with what each of them asks. */
const SAME: readonly string[] = [
  `{ today }`,
  `query ($code: ID!) { division(code: $code) { __typename code name } }`,
  `{ a: division(code: "1") { other: name parent { parent { code } } } }`,
  `{ divisions(first: 2) { totalCount nodes { ...Names } } } fragment Names on Division { code ... on Division { name } ... { name } }`,
  `query ($r: [_Any!]!) { _entities(representations: $r) { __typename ... on Division { name } } }`,
  `query ($r0: [_Any!]!, $r1: [_Any!]!) { e0: _entities(representations: $r0) { ... on Division { name } } e1: _entities(representations: $r1) { ... on Division { parent { name } } } }`,
  `query ($r: [_Any!]!) { _entities(representations: $r) { ...Names } } fragment Names on Division { name @include(if: true) }`,
];

/** Queries with something else in them. */
const OTHER: readonly (readonly [string, string])[] = [
  ["a root that is not in the table", `{ today me { name } }`],
  ["a field that is not in the table", `{ division(code: "1") { name contact } }`],
  ["such a field under the name of one that is", `{ division(code: "1") { name: contact } }`],
  ["such a field far below", `{ division(code: "1") { parent { parent { contact } } } }`],
  [
    "such a field in a fragment",
    `{ division(code: "1") { ...Rest } } fragment Rest on Division { name ... on Division { contact } }`,
  ],
  ["an object of another type", `{ division(code: "1") { name ... on Case { name } } }`],
  ["an entity of another type", `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Case { name } } }`],
  [
    "an entity of another type beside one that is the same",
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Division { name } ... on Case { name } } }`,
  ],
  [
    "another entity in a part of its own",
    `query ($r0: [_Any!]!, $r1: [_Any!]!) { e0: _entities(representations: $r0) { ... on Division { name } } e1: _entities(representations: $r1) { ... on Case { id } } }`,
  ],
  ["entities of no type that is told", `query ($r: [_Any!]!) { _entities(representations: $r) { name } }`],
  ["a mutation", `mutation { today }`],
  ["the service's own text", `{ _service { sdl } }`],
  ["a name that every object has", `{ division(code: "1") { constructor } }`],
  ["a type that every object has", `{ division(code: "1") { ... on toString { name } } }`],
  ["a fragment that is not there", `{ division(code: "1") { ...Missing } }`],
  ["a value asked as an object", `{ today { name } }`],
  ["an object asked as a value", `{ division(code: "1") }`],
];

describe("a request to a service", () => {
  it.each(SAME.map((query) => [query]))("is the same for all where all its fields are: %s", (query) => {
    expect(isSame("reference", query)).toBe(true);
  });

  it.each(OTHER)("is not with %s", (_title, query) => {
    expect(isSame("reference", query)).toBe(false);
  });

  it("is not where the service has nothing in the table, whatever the service is called", () => {
    for (const service of ["matters", "constructor", "__proto__", ""]) expect(isSame(service, SAME[0]!)).toBe(false);
    expect(createSameForAll({})("reference", SAME[0]!)).toBe(false);
  });

  it("is not where one field of the table is left out of it", () => {
    const fields = Object.entries(TABLE["reference"]!).flatMap(([type, own]) =>
      Object.keys(own).map((field) => ({ type, field })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.constantFrom(...SAME), ({ type, field }, query) => {
        const rest = Object.fromEntries(Object.entries(TABLE["reference"]![type]!).filter(([name]) => name !== field));
        const without = createSameForAll({ sameForAll: { reference: { ...TABLE["reference"], [type]: rest } } });
        const asked = new RegExp(`(?<![$\\w])${field}\\b(?!:)`).test(query.replaceAll(/\w+:/g, ""));
        expect(without("reference", query)).toBe(!asked);
      }),
    );
  });
});
