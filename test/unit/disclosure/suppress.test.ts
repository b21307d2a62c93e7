/** Counts are hidden so that no small group can be computed, shown by a reader that knows nothing of the method. */
import fc from "fast-check";
import { type CountedCell, hiddenCells } from "../../../platform/disclosure/suppression/index.js";
import { boundsOfHidden, foundSmall, type PublishedCell } from "../../support/table-reader.js";

interface Cell extends CountedCell {
  readonly late: number;
}

/** A tree by keys: `ab` is part of `a`. */
const tree = (counts: Record<string, number>): Cell[] =>
  Object.entries(counts).map(([key, count]) => ({ key, within: [key.slice(0, -1)], count, late: 0 }));

/** A count and how many of it are late. */
type Entry = readonly [count: number, late: number];

/** A table of rows and columns with its sums: `r0`, `c0`, `all`, and `r0c0` for a part. */
const table = (rows: readonly (readonly Entry[])[]): Cell[] => {
  const cells = new Map<string, Cell>();
  rows.forEach((row, r) =>
    row.forEach(([count, late], c) => {
      if (count === 0) return;
      for (const [key, within] of [
        [`r${r}c${c}`, [`r${r}`, `c${c}`]],
        [`r${r}`, ["all"]],
        [`c${c}`, [undefined, "all"]],
        ["all", []],
      ] as const) {
        const old = cells.get(key);
        const sum = { count: (old?.count ?? 0) + count, late: (old?.late ?? 0) + late };
        cells.set(key, { key, within, ...sum, movable: sum.count - sum.late });
      }
    }),
  );
  return [...cells.values()];
};

const plain = (counts: readonly (readonly number[])[]): Cell[] =>
  table(counts.map((row) => row.map((count): Entry => [count, 0])));

const publish = (cells: readonly Cell[], hidden: ReadonlySet<string>): PublishedCell[] =>
  cells.map(({ key, within, count, late }) =>
    hidden.has(key) ? { key, within, count: null, late: null } : { key, within, count, late },
  );

const smallOnly = (cells: readonly Cell[]): Set<string> =>
  new Set(cells.filter(({ count }) => count > 0 && count < 5).map(({ key }) => key));

const sorted = (cells: readonly Cell[]): string[] => [...hiddenCells(cells)].sort();

describe("cells of a tree", () => {
  it.each<[string, Record<string, number>, string[]]>([
    ["are all shown where none is small", { a: 12, ab: 5, ac: 7 }, []],
    ["hide the smallest sibling with a single small one", { a: 32, ab: 3, ac: 20, ad: 9 }, ["ab", "ad"]],
    ["hide a sibling with two that are few together", { a: 23, ab: 1, ac: 2, ad: 20 }, ["ab", "ac", "ad"]],
    ["hide the parent where its children leave nothing to hide among", { a: 5, ab: 2, ac: 3 }, ["a", "ab", "ac"]],
    ["hide a part of what a hidden cell is made of", { a: 90, ab: 3, ac: 9, acx: 9, ad: 78 }, ["ab", "ac", "acx"]],
    [
      "show what the hidden ones can do without",
      { a: 90, ab: 3, ac: 19, acx: 8, acy: 11, ad: 68 },
      ["ab", "ac", "acx"],
    ],
    ["show empty cells", { a: 9, ab: 0, ac: 9 }, []],
    ["hide the only cell there is", { a: 3 }, ["a"]],
    ["hide larger ones where one person is in two cells", { a: 24, ab: 3, ac: 5, ad: 9, ae: 10 }, ["ab", "ac", "ad"]],
  ])("%s", (_case, counts, expected) => expect(sorted(tree(counts))).toEqual(expected));
});

describe("cells of a table with both its sums", () => {
  it("hide a rectangle with a single small one", () => {
    expect(sorted(plain([[2, 20, 30], [20, 8, 30], [30, 30, 40]]))).toEqual(["r0c0", "r0c1", "r1c0", "r1c1"]); // prettier-ignore
  });

  it("hide more where a small one is all that links two groups of hidden ones", () => {
    const cells = plain([[3, 3, 2, 10], [3, 3, 10, 10], [10, 10, 3, 3], [10, 10, 3, 3]]); // prettier-ignore
    // Every row and column with something hidden has two of them, and five cases and more; and still:
    expect(boundsOfHidden(publish(cells, smallOnly(cells))).get("r0c2")).toEqual({ least: 2, most: 2 });
    expect(boundsOfHidden(publish(cells, hiddenCells(cells))).get("r0c2")!.most).toBeGreaterThanOrEqual(5);
  });

  it("hide more where rates of lateness would tell", () => {
    const cells = table([[[2, 0], [4, 0], [9, 0]], [[4, 4], [4, 4], [9, 0]], [[9, 0], [9, 0], [9, 0]]]); // prettier-ignore
    const counts = cells.map(({ key, within, count }) => ({ key, within, count, late: 0 }));
    const hidden = hiddenCells(counts);
    expect(foundSmall(publish(counts, hidden))).toEqual([]);
    expect(boundsOfHidden(publish(cells, hidden)).get("r0c0")).toEqual({ least: 2, most: 2 });
    expect(foundSmall(publish(cells, hiddenCells(cells)))).toEqual([]);
  });

  it("hide sums that would be what is hidden", () => {
    expect(sorted(plain([[2, 9]]))).toEqual(["c0", "c1", "r0c0", "r0c1"]);
    expect(sorted(plain([[2]]))).toEqual(["all", "c0", "r0", "r0c0"]);
  });

  it("refuse a part of three sums", () =>
    expect(() => hiddenCells([...plain([[9, 9]]), { key: "part", count: 9, within: ["r0", "c0", "all"] }])).toThrow(/too many sums/)); // prettier-ignore
});

/** Trees of three levels, some of whose parts are empty. */
const TREES = fc
  .array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 })
  .map((groups): Cell[] => {
    const counts: Record<string, number> = { r: groups.flat().reduce((sum, n) => sum + n, 0) };
    groups.forEach((group, index) => {
      counts[`r${index}`] = group.reduce((sum, n) => sum + n, 0);
      group.forEach((n, inner) => (counts[`r${index}${inner}`] = n));
    });
    return tree(counts);
  });

/** Tables in which many parts are small, many late, and some empty. */
const TABLES = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) => {
    const entry = fc
      .tuple(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 30 })), fc.nat(30))
      .map(([count, late]): Entry => [count, late % 3 === 0 ? Math.min(count, late) : 0]);
    return fc.array(fc.array(entry, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
  })
  .map(table);

const RUNS = { numRuns: 300, seed: 7 };

/** What a reader finds out in all of these tables: how many small counts are hidden, and how many of them are found. */
const attack = (
  tables: fc.Arbitrary<Cell[]>,
  rule: (cells: readonly Cell[]) => ReadonlySet<string>,
): { hidden: number; found: number } => {
  const result = { hidden: 0, found: 0 };
  fc.assert(
    fc.property(tables, (cells) => {
      const hidden = rule(cells);
      result.hidden += [...smallOnly(cells)].filter((key) => hidden.has(key)).length;
      result.found += foundSmall(publish(cells, hidden)).length;
    }),
    RUNS,
  );
  return result;
};

describe("[D12] a reader who solves the sums", () => {
  it.each([
    ["trees", TREES],
    ["tables", TABLES],
  ])("finds no small count in %s, and would if small ones alone were hidden", (_case, tables) => {
    const { hidden, found } = attack(tables, hiddenCells);
    expect(hidden).toBeGreaterThan(500);
    expect(found).toBe(0);
    expect(attack(tables, smallOnly).found).toBeGreaterThan(100);
  });

  it("is shown every count of five and more that nothing small needs", () => {
    const seen = { small: 0, none: 0 };
    fc.assert(
      fc.property(fc.oneof(TREES, TABLES), (cells) => {
        const hidden = hiddenCells(cells);
        for (const key of smallOnly(cells)) expect(hidden).toContain(key);
        if (smallOnly(cells).size === 0) expect([...hidden]).toEqual([]);
        seen[smallOnly(cells).size === 0 ? "none" : "small"] += 1;
      }),
      RUNS,
    );
    expect(Math.min(seen.small, seen.none)).toBeGreaterThan(0);
  });

  it("is not deceived: there is a table of five and more that agrees with everything shown", () => {
    let tried = 0;
    const least = fc.array(fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 }); // prettier-ignore
    fc.assert(
      fc.property(least, (counts) => {
        const cells = plain(counts);
        const hidden = hiddenCells(cells);
        for (const key of smallOnly(cells)) {
          tried += 1;
          expect([counts, key, isPossible(counts, hidden, key)]).toEqual([counts, key, true]);
        }
      }),
      RUNS,
    );
    expect(tried).toBeGreaterThan(500);
  });

  it("finds no rest of one to four between any shown cell and all that is shown in it", () => {
    fc.assert(
      fc.property(TREES, (cells) => {
        const hidden = hiddenCells(cells);
        for (const { key, count } of cells.filter((cell) => !hidden.has(cell.key)))
          for (const depth of [1, 2]) {
            const parts = cells.filter((cell) => cell.key.startsWith(key) && cell.key.length === key.length + depth);
            const rest = parts.reduce((sum, part) => sum - (hidden.has(part.key) ? 0 : part.count), count);
            if (parts.length > 0) expect(rest === 0 || rest >= 5).toBe(true);
          }
      }),
      RUNS,
    );
  });
});

/** By how much a count may differ in another table. */
const DIFFERENCES = [0, -1, 1, -2, 2, -3, 3, -4, 4];

/** True if another table of two rows and columns agrees with what is shown of this one, and has five in a cell: tries them all. */
const isPossible = (counts: readonly (readonly number[])[], hidden: ReadonlySet<string>, wanted: string): boolean => {
  const truth = new Map(plain(counts).map(({ key, count }) => [key, count]));
  const agrees = (cells: readonly CountedCell[]): boolean =>
    cells.length === truth.size &&
    cells.every(({ key, count }) => (hidden.has(key) ? key !== wanted || count === 5 : truth.get(key) === count));
  const parts = counts.flat();
  const vary = (values: readonly number[]): boolean => {
    const count = parts[values.length];
    if (count === undefined) return agrees(plain([values.slice(0, 2), values.slice(2)]));
    const other = count === 0 ? [0] : DIFFERENCES.map((more) => count + more).filter((value) => value > 0);
    return other.some((value) => vary([...values, value]));
  };
  return vary([]);
};
