/** What the negative list says of a closed field, and of the share of open fields. */
import {
  type FieldRule,
  negativeList,
  opennessOf,
  type PolicyTable,
} from "../../../platform/disclosure/table/index.js";

const OWNER = { zh: "演示机关", en: "Agency" };

const ruleOf = (subgraph: string, field: string, more: Partial<FieldRule> = {}): FieldRule => ({
  subgraph,
  type: "Thing",
  field,
  tier: ["NEVER"],
  reason: "INTERNAL_AFFAIRS",
  basis: "OGI-2019-16",
  ...more,
});

const TABLE = {
  fields: [
    ruleOf("a", "due", { until: "2026-09-27" }),
    ruleOf("a", "guarded", {
      tier: [],
      requires: { authenticated: true, scopes: [["x", "y"], ["z"]], policies: [["acr.strong"]] },
    }),
    ruleOf("b", "later", { until: "2026-09-28" }),
  ],
  subgraphs: {
    a: { owner: OWNER, enforces: true, hash: "a", fields: 8, closed: 2 },
    b: { owner: OWNER, enforces: true, hash: "b", fields: 3, closed: 1 },
    c: { owner: OWNER, enforces: true, hash: "c", fields: 0, closed: 0 },
  },
  bases: {},
} as unknown as PolicyTable;

describe("the negative list", () => {
  it("says what a viewer must bring beside belonging to an audience", () => {
    expect(negativeList(TABLE, "en").map(({ field, requires }) => [field, requires])).toEqual([
      ["due", []],
      ["guarded", ["sign-in", "scope x + y | z", "policy acr.strong"]],
      ["later", []],
    ]);
  });

  it("calls a review overdue from the day after its last, and none without a day", () => {
    const overdue = (on?: string): string[] =>
      negativeList(TABLE, "en", on)
        .filter((row) => row.overdue)
        .map(({ field }) => field);
    expect([overdue(), overdue("2026-09-27"), overdue("2026-09-28"), overdue("2026-09-29")]).toEqual([
      [],
      [],
      ["due"],
      ["due", "later"],
    ]);
  });
});

describe("the share of open fields", () => {
  it("is counted for each subgraph alone", () =>
    expect(
      opennessOf(TABLE, "2026-09-28").map(({ subgraph, open, percent, overdue }) => [subgraph, open, percent, overdue]),
    ).toEqual([
      ["a", 6, "75.0", 1],
      ["b", 2, "66.7", 0],
      ["c", 0, "100.0", 0],
    ]));
});
