/** Small groups are held back so that no published figure gives them away, shown by a search that knows nothing of the method. */
import fc from "fast-check";
import { createSuppressor, type SuppressedCounts } from "../../../platform/disclosure/index.js";

type Dimension = "county" | "type" | "sex" | "year";
type Row = Record<Dimension, string>;

const GROUPINGS = {
  BY_COUNTY: ["county"],
  BY_COUNTY_AND_TYPE: ["county", "type"],
  BY_COUNTY_AND_SEX: ["county", "sex"],
  BY_YEAR: ["year"],
} as const;
type Grouping = keyof typeof GROUPINGS;

const row = (county: string, type = "a", sex = "f", year = "1"): Row => ({ county, type, sex, year });
const times = (count: number, one: Row): Row[] => Array.from({ length: count }, () => one);
const shown = (counts: SuppressedCounts<Dimension>, grouping: Grouping): [string, number | null][] =>
  counts.of(grouping).map(({ group, count }) => [Object.values(group).join("/"), count]);

describe("a suppressor", () => {
  const suppressor = createSuppressor<Dimension>(GROUPINGS);

  it("shows groups of five and more as they are", () => {
    const counts = suppressor.count([...times(5, row("A")), ...times(7, row("B"))]);
    expect(counts.total).toBe(12);
    expect(shown(counts, "BY_COUNTY")).toEqual([
      ["A", 5],
      ["B", 7],
    ]);
  });

  it("holds a second group back with a small one, or the total would give it away", () => {
    const counts = suppressor.count([...times(3, row("A")), ...times(20, row("B")), ...times(9, row("C"))]);
    expect(counts.total).toBe(32);
    expect(shown(counts, "BY_COUNTY")).toEqual([
      ["A", null],
      ["B", 20],
      ["C", null],
    ]);
  });

  it("holds the total back too where its groups leave nothing to hide among", () => {
    const counts = suppressor.count([
      ...times(1, row("A")),
      ...times(1, row("B")),
      ...times(1, row("C")),
      ...times(2, row("D")),
    ]);
    expect(counts.total).toBeNull();
    expect(shown(counts, "BY_COUNTY").map(([, count]) => count)).toEqual([null, null, null, null]);
  });

  it("holds back by county what only the types within a county would give away", () => {
    const counts = suppressor.count([
      ...times(2, row("A", "a")),
      ...times(6, row("A", "b")),
      ...times(3, row("B", "a")),
      ...times(30, row("C", "a")),
    ]);
    // B is small, so A goes with it, and with A all that is finer.
    expect(shown(counts, "BY_COUNTY")).toEqual([
      ["A", null],
      ["B", null],
      ["C", 30],
    ]);
    expect(shown(counts, "BY_COUNTY_AND_TYPE")).toEqual([
      ["A/a", null],
      ["A/b", null],
      ["B/a", null],
      ["C/a", 30],
    ]);
  });

  it("says nothing of an empty population but that it is empty", () => {
    const counts = suppressor.count([]);
    expect([counts.total, counts.of("BY_COUNTY")]).toEqual([0, []]);
    expect(() => counts.of("BY_NAME")).toThrow(/no grouping BY_NAME/);
  });

  it("holds a small total back that has no groups", () => {
    const total = (count: number): number | null => createSuppressor({}).count(times(count, row("A"))).total;
    expect([total(0), total(4), total(5)]).toEqual([0, null, 5]);
  });

  it.each<[string, Record<string, Dimension[]>]>([
    ["a table with both its margins", { ONE: ["county"], OTHER: ["type"], BOTH: ["type", "county"] }],
    [
      "two tables with a margin in common that neither begins with",
      { ONE: ["county", "year"], OTHER: ["type", "year"] },
    ],
    ["the same dimensions in another order", { ONE: ["county", "type"], OTHER: ["type", "county"] }],
  ])("refuses %s", (_case, groupings) =>
    expect(() => createSuppressor(groupings)).toThrow(/give each other's groups away/),
  );

  it("refuses a least group below five", () => expect(() => createSuppressor({ ONE: ["county"] }, 4)).toThrow(/5/));
});

/** A population as counts of its finest cells: county, type or sex within it, and year on its own. */
interface Published {
  readonly total: number | null;
  readonly groups: ReadonlyMap<string, number | null>;
}

const publish = (counts: SuppressedCounts<Dimension>, asked: readonly Grouping[]): Published => ({
  total: counts.total,
  groups: new Map(
    asked.flatMap((grouping) =>
      counts.of(grouping).map(({ group, count }): [string, number | null] => [
        Object.entries(group)
          .map((pair) => pair.join("="))
          .join("&"),
        count,
      ]),
    ),
  ),
});

const keyOf = (one: Row, grouping: Grouping): string =>
  GROUPINGS[grouping].map((dimension) => `${dimension}=${one[dimension]}`).join("&");

const tally = (rows: readonly Row[], asked: readonly Grouping[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const one of rows)
    for (const grouping of asked) counts.set(keyOf(one, grouping), (counts.get(keyOf(one, grouping)) ?? 0) + 1);
  return counts;
};

/**
 * Looks for another population that agrees with everything published and differs in the hidden group: moves, adds and
 * removes people, knows the published figures and which groups are listed, and nothing of how they came about.
 */
const isDerivable = (
  rows: readonly Row[],
  { total, groups }: Published,
  asked: readonly Grouping[],
  hidden: string,
): boolean => {
  const truth = tally(rows, asked).get(hidden);
  const agrees = (population: readonly Row[]): boolean => {
    if (total !== null && population.length !== total) return false;
    const counts = tally(population, asked);
    if ([...counts.keys()].some((key) => !groups.has(key))) return false;
    return [...groups].every(([key, count]) =>
      count === null ? (counts.get(key) ?? 0) > 0 : counts.get(key) === count,
    );
  };
  const values = (dimension: Dimension): string[] => [...new Set(rows.map((one) => one[dimension]))];
  const all = values("county").flatMap((county) =>
    values("type").flatMap((type) =>
      values("sex").flatMap((sex) => values("year").map((year) => ({ county, type, sex, year }))),
    ),
  );
  const differs = (population: readonly Row[]): boolean =>
    tally(population, asked).get(hidden) !== truth && agrees(population);
  const kinds = [...new Map(rows.map((one) => [JSON.stringify(one), one])).values()];
  const without = (population: readonly Row[], kind: Row): Row[] => {
    const index = population.findIndex((one) => JSON.stringify(one) === JSON.stringify(kind));
    return index === -1 ? [...population] : [...population.slice(0, index), ...population.slice(index + 1)];
  };
  // One person more or less, one moved, two moved: enough, for people are alike within a group.
  if (all.some((added) => differs([...rows, added])) || kinds.some((gone) => differs(without(rows, gone))))
    return false;
  return !kinds.some((gone) =>
    all.some((added) => {
      const moved = [...without(rows, gone), added];
      return differs(moved) || kinds.some((second) => all.some((other) => differs([...without(moved, second), other])));
    }),
  );
};

describe("[D12] no hidden group can be derived", () => {
  it("from any two of the groupings, over 200 random pairs of queries", () => {
    let hiddenGroups = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), fc.nat(1), fc.nat(1), fc.nat(1), fc.nat(9)), { minLength: 2, maxLength: 7 }),
        fc.constantFrom(...(Object.keys(GROUPINGS) as Grouping[])),
        fc.constantFrom(...(Object.keys(GROUPINGS) as Grouping[])),
        (kinds, one, other) => {
          const rows = kinds.flatMap(([county, type, sex, year, count]) =>
            times(count, row(`c${county}`, `t${type}`, `s${sex}`, `y${year}`)),
          );
          const asked = [...new Set([one, other])];
          const published = publish(createSuppressor<Dimension>(GROUPINGS).count(rows), asked);
          for (const [key, count] of published.groups) {
            if (count !== null) {
              expect(count).toBeGreaterThanOrEqual(5);
              expect(count).toBe(tally(rows, asked).get(key));
              continue;
            }
            hiddenGroups += 1;
            expect([key, isDerivable(rows, published, asked, key)]).toEqual([key, false]);
          }
        },
      ),
      { numRuns: 200, seed: 4 },
    );
    expect(hiddenGroups).toBeGreaterThan(200);
  });

  it("while it could be where nothing but the small group is held back", () => {
    const rows = [...times(3, row("A")), ...times(20, row("B"))];
    const naive = {
      total: 23,
      groups: new Map([
        ["county=A", null],
        ["county=B", 20],
      ]),
    };
    expect(isDerivable(rows, naive, ["BY_COUNTY"], "county=A")).toBe(true);
  });
});
