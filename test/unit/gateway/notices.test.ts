/** What a reader is told of an answer that is not whole: one notice for each place and rule, in order. */
import { noticesOf, type Noted } from "../../../gateway/notices/notices.js";
import type { FieldRule, PolicyTable } from "../../../platform/disclosure/table/index.js";
import { VIEWERS } from "../../support/viewers.js";

const TABLE = { fields: [], subgraphs: {}, bases: {} } as unknown as PolicyTable;
const READER = { viewer: VIEWERS.anonymous, language: "en" as const };

const ruleOf = (field: string, more: Partial<FieldRule> = {}): FieldRule => ({
  subgraph: "s",
  type: "Thing",
  field,
  tier: ["NEVER"],
  reason: "INTERNAL_AFFAIRS",
  basis: "OGI-2019-16",
  ...more,
});
const noted = (path: string, rule: FieldRule, count: number | null): Noted => ({ path: path.split("."), rule, count });
const [A, B] = [ruleOf("a"), ruleOf("b", { tier: ["MASKED"], mask: "NAME" })];

const told = (withheld: Noted[], masked: Noted[] = []): [string, string, number | null][] => {
  const notices = noticesOf(TABLE, READER, withheld, masked);
  return [...(notices.withheld ?? []), ...(notices.masked ?? [])].map(({ path, rule, count }) => [
    path.join("."),
    rule,
    count,
  ]);
};

describe("notices", () => {
  it("are none where the answer is whole", () => expect(noticesOf(TABLE, READER, [], [])).toEqual({}));

  it("of one place and rule are one, their counts added", () => {
    expect(told([noted("x.a", A, 2), noted("x.a", A, 3), noted("x.a", B, 1)])).toEqual([
      ["x.a", "Thing.a", 5],
      ["x.a", "Thing.b", 1],
    ]);
    expect(told([], [noted("x.b", B, 2), noted("x.b", B, 2)])).toEqual([["x.b", "Thing.b", 4]]);
  });

  it("have no count where nothing was executed, however often a place is asked for", () =>
    expect(told([noted("x.a", A, null), noted("x.a", A, null)])).toEqual([["x.a", "Thing.a", null]]));

  it("stand in the order of places and rules, whoever found them first", () =>
    expect(
      told([noted("y", A, 1), noted("x", B, 1), noted("x", A, 1)]).map(([path, rule]) => `${path} ${rule}`),
    ).toEqual(["x Thing.a", "x Thing.b", "y Thing.a"]));
});
