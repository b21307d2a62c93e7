/** The layer tells a reader of what the reader asked for, not of what a plan asked for beside it. */
import { buildSchema, parse } from "graphql";
import { NO_COST } from "../../../gateway/document/cost.js";
import { createDisclosureLayer } from "../../../gateway/disclosure/disclosure-layer.js";
import type { Generation } from "../../../gateway/generation/generation.js";
import { createRuleIndex } from "../../../gateway/disclosure/rule-index.js";
import { createDecider } from "../../../platform/disclosure/decision/index.js";
import { createDisclosureLog } from "../../../platform/disclosure/enforcement/index.js";
import type { FieldRule, PolicyTable } from "../../../platform/disclosure/table/index.js";
import { VIEWERS } from "../../support/viewers.js";

const SCHEMA = buildSchema(`type Query { thing: Thing other: Thing } type Thing { a: String b: String c: String }`);

const ruleOf = (field: string): FieldRule => ({
  subgraph: "s",
  type: "Thing",
  field,
  tier: ["OWNER"],
  reason: "INTERNAL_AFFAIRS",
  basis: "OGI-2019-16",
});

const TABLE = {
  fields: ["a", "b"].map(ruleOf),
  records: { s: { Thing: { subject: "hash" } } },
  subgraphs: {},
  bases: {},
} as unknown as PolicyTable;

/** Rules that a reader of `thing { a c }` is told of where a plan had these reported. */
const toldOf = async (withheld: readonly (readonly [path: string[], rule: string])[]): Promise<string[]> => {
  const log = createDisclosureLog();
  const engine = {
    execute: async () => {
      for (const [path, rule] of withheld) log.withhold({ path, rule });
      return {
        data: { thing: { a: null, c: "C" } },
        fetches: [],
        errors: [],
        disclosure: log.report(),
        complaints: [],
      };
    },
  };
  const generation = {
    number: 1,
    schema: SCHEMA,
    rules: createRuleIndex(TABLE, SCHEMA),
    policy: { table: TABLE, decider: createDecider(TABLE) },
    ownersOf: () => [],
    engine,
  } as unknown as Generation;
  const answer = await createDisclosureLayer().execute({
    generation,
    document: parse("{ thing { a c } }"),
    queryHash: "x",
    variables: {},
    coerced: {},
    context: {
      viewer: VIEWERS["citizen-1"],
      asOf: new Date("2026-09-28T04:00:00Z"),
      today: "2026-09-28",
      requestId: "request-1",
      traceparent: `00-${"a".repeat(32)}-${"b".repeat(16)}-00`,
      client: "address 127.0.0.1",
      app: "other",
      gone: new AbortController().signal,
      deadlineAt: 0,
      language: "en",
      access: "enforce",
      cost: NO_COST,
      showsCost: false,
      subgraphRequests: 0,
      sharedSubgraphRequests: 0,
    },
  });
  expect(answer.data).toEqual({ thing: { a: null, c: "C" } });
  return ((answer.extensions?.["withheld"] ?? []) as { rule: string }[]).map(({ rule }) => rule);
};

describe("a place that a plan added", () => {
  it("is not told, and neither is a rule that nobody knows", async () => {
    // A subgraph that computes `a` from `b` reports both.
    expect(await toldOf(["a", "b", "c"].map((field) => [["thing", field], `Thing.${field}`] as const))).toEqual([
      "Thing.a",
    ]);
  });

  it("is not told though the client asked for the same field elsewhere", async () => {
    expect(await toldOf([[["other", "a"], "Thing.a"]])).toEqual([]);
  });
});
