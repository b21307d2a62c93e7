/** Rules of interfaces hold for the types that implement them; a type's own rule comes first. */
import { buildSchema } from "graphql";
import { type FieldRule, objectRules } from "../../../platform/disclosure/table/index.js";
import type { Tier } from "../../../platform/disclosure/vocabulary/index.js";

const SCHEMA = buildSchema(`
  type Query { node: Node }
  interface Node { note: String }
  type Record implements Node { note: String }
  type Memo implements Node { note: String }
`);

const ruleOf = (subgraph: string, type: string, tier: Tier): FieldRule => ({
  subgraph,
  type,
  field: "note",
  tier: [tier],
  reason: "INTERNAL_AFFAIRS",
  basis: "OGI-2019-16",
});

const written = (...rules: FieldRule[]): string[] =>
  objectRules(rules, SCHEMA).map(({ subgraph, type, tier }) => `${subgraph} ${type} ${tier.join()}`);

describe("a rule of an interface", () => {
  it("holds for every type that implements it", () =>
    expect(written(ruleOf("a", "Node", "OWNER"))).toEqual(["a Record OWNER", "a Memo OWNER"]));

  it("yields to a type's own rule, whichever comes first", () => {
    expect(written(ruleOf("a", "Node", "OWNER"), ruleOf("a", "Record", "NEVER"))).toEqual([
      "a Memo OWNER",
      "a Record NEVER",
    ]);
  });

  it("does not yield to what another subgraph says of the type", () =>
    expect(written(ruleOf("a", "Node", "OWNER"), ruleOf("b", "Record", "NEVER"))).toEqual([
      "a Record OWNER",
      "a Memo OWNER",
      "b Record NEVER",
    ]));
});
