/** The guard of a partner finds what is closed however it is asked for, asks whose it is, and leaves all else alone. */
import { buildSchema, graphqlSync } from "graphql";
import { createPartnerGuard, isAdded, type PartnerGuard } from "../../../gateway/disclosure/partner-guard.js";
import { readSupergraphTypes } from "../../../gateway/disclosure/supergraph-types.js";
import { createDecider } from "../../../platform/disclosure/decision/index.js";
import { createDisclosureLog } from "../../../platform/disclosure/enforcement/index.js";
import type { FieldRule, PolicyTable } from "../../../platform/disclosure/table/index.js";
import { VIEWERS } from "../../support/viewers.js";

const SDL = `
  type Query { mine: Thing things: [Thing] hits: [Hit] nodes: [Node] place: Place }
  interface Node { id: ID memo: String }
  type Thing implements Node { id: ID note: String memo: String next: Thing owner: Owner }
  type Memo implements Node { id: ID memo: String }
  type Owner { hash: String }
  type Place { note: String }
  union Hit = Thing | Place
`;
const SCHEMA = buildSchema(SDL);

const thing = (id: string, next?: object): object => ({
  __typename: "Thing",
  id,
  note: `NOTE-${id}`,
  memo: `MEMO-${id}`,
  owner: { hash: `demo-subject-${id}` },
  next,
});
const PLACE = { __typename: "Place", note: "Hunchun" };
const VALUES = {
  mine: thing("1", thing("2")),
  things: [thing("1"), thing("2")],
  hits: [thing("1"), PLACE, thing("2")],
  nodes: [{ __typename: "Memo", id: "m", memo: "MEMO-m" }, thing("1")],
  place: PLACE,
};

const ruleOf = (type: string, field: string, more: Partial<FieldRule> = {}): FieldRule => ({
  subgraph: "partner",
  type,
  field,
  tier: ["OWNER"],
  reason: "PERSONAL_PRIVACY",
  basis: "OGI-2019-15",
  ...more,
});

const guardOf = (...fields: FieldRule[]): PartnerGuard => {
  const table = { fields, records: { partner: { Thing: { subject: "owner.hash" } } } } as unknown as PolicyTable;
  return createPartnerGuard("partner", table, createDecider(table), readSupergraphTypes(SDL)("partner"));
};

const NOTES = guardOf(ruleOf("Thing", "note"));

/** What citizen-1 gets of the partner's answer. */
const answer = (query: string, guard = NOTES): unknown => {
  const guarded = guard.prepare(query);
  const { data, errors } = graphqlSync({
    schema: SCHEMA,
    source: guarded?.operation.query ?? query,
    rootValue: VALUES,
  });
  expect(errors).toBeUndefined();
  const plain = JSON.parse(JSON.stringify(data)) as unknown;
  guarded?.apply(plain, { viewer: VIEWERS["citizen-1"], on: "2026-09-28", log: createDisclosureLog() });
  return plain;
};

describe("a partner's closed field", () => {
  it.each<[string, string, unknown]>([
    ["as it is", "{ things { note } }", { things: [{ note: "NOTE-1" }, { note: null }] }],
    ["in an inline fragment", "{ things { ... { note } } }", { things: [{ note: "NOTE-1" }, { note: null }] }],
    [
      "in fragments within fragments",
      "{ things { ...F } } fragment F on Thing { id ...G } fragment G on Thing { x: note }",
      {
        things: [
          { id: "1", x: "NOTE-1" },
          { id: "2", x: null },
        ],
      },
    ],
    [
      "in one of two parts of a key, whichever comes last",
      "{ mine { next { note } } mine { next { id owner { hash } } } }",
      { mine: { next: { note: null, id: "2", owner: { hash: "demo-subject-2" } } } },
    ],
    [
      "in both of two parts of a key",
      "{ mine { next { a: note } } mine { next { b: note } } }",
      { mine: { next: { a: null, b: null } } },
    ],
    [
      "under one key of two levels in two parts",
      "{ mine { id note } mine { next { note } } }",
      { mine: { id: "1", note: "NOTE-1", next: { note: null } } },
    ],
    [
      "of one type of a union, not of the other that has the name too",
      "{ hits { ... on Thing { note } ... on Place { note } } }",
      { hits: [{ note: "NOTE-1" }, { note: "Hunchun" }, { note: null }] },
    ],
  ])("is decided row by row %s", (_case, query, data) => expect(answer(query)).toEqual(data));

  it("of an interface is one of each type that implements it", () => {
    const guard = guardOf(ruleOf("Node", "memo", { tier: ["NEVER"] }));
    expect(answer("{ nodes { id memo } mine { memo } }", guard)).toEqual({
      nodes: [
        { id: "m", memo: null },
        { id: "1", memo: null },
      ],
      mine: { memo: null },
    });
  });

  it("costs nothing where a field of the same name stands that is open, or another subgraph's", () => {
    expect(NOTES.prepare("{ place { note } }")).toBeUndefined();
    expect(guardOf(ruleOf("Thing", "note", { subgraph: "other" })).prepare("{ things { note } }")).toBeUndefined();
  });

  it("is withheld of every type where none is told", () => {
    const data = { hits: [{ note: "NOTE-1" }, { note: "Hunchun" }] };
    const log = createDisclosureLog();
    NOTES.prepare("{ hits { ... on Thing { note } ... on Place { note } } }")!.withholdAll(data, {
      viewer: VIEWERS["citizen-1"],
      on: "2026-09-28",
      log,
    });
    expect(data).toEqual({ hits: [{ note: null }, { note: null }] });
    expect(log.report()?.withheld).toEqual([{ path: ["hits", "@", "note"], count: 2, rule: "Thing.note" }]);
  });
});

describe("an error", () => {
  it("about what the gateway asked beside is known by its path", () => {
    expect(isAdded(["things", 0, "disclosure__subject", "hash"])).toBe(true);
    expect([isAdded(["things", 0, "note"]), isAdded(undefined), isAdded(null)]).toEqual([false, false, false]);
  });
});
