/** Cells of a tree are held back so that no shown parent minus its shown children gives a small one away. */
import fc from "fast-check";
import { hiddenCells, type TreeCell } from "../../../platform/disclosure/index.js";

const tree = (counts: Record<string, number>): TreeCell[] =>
  Object.entries(counts).map(([key, count]) => ({ key, parent: key.slice(0, -1), count }));
const hidden = (counts: Record<string, number>): string[] => [...hiddenCells(tree(counts))].sort();

describe("cells of a tree", () => {
  it.each<[string, Record<string, number>, string[]]>([
    ["are all shown where none is small", { a: 12, ab: 5, ac: 7 }, []],
    ["hide the smallest sibling with a single small one", { a: 32, ab: 3, ac: 20, ad: 9 }, ["ab", "ad"]],
    ["hide a sibling with two that are few together", { a: 23, ab: 1, ac: 2, ad: 20 }, ["ab", "ac", "ad"]],
    ["hide the parent where its children leave nothing to hide among", { a: 5, ab: 2, ac: 3 }, ["a", "ab", "ac"]],
    ["hide what lies below a hidden cell", { a: 30, ab: 3, ac: 9, acx: 9, ad: 18 }, ["ab", "ac", "acx"]],
    ["show empty cells", { a: 9, ab: 0, ac: 9 }, []],
    ["hide nobody behind an empty cell", { a: 32, ab: 3, ac: 20, ad: 9, ae: 0 }, ["ab", "ad"]],
    [
      "hide a sibling with one that is hidden for what lies below",
      { a: 40, ab: 20, ac: 20, acx: 3 },
      ["ab", "ac", "acx"],
    ],
    ["hide more where one person is in two cells", { a: 20, ab: 4, ac: 4, ad: 18, ae: 18 }, ["ab", "ac", "ad", "ae"]],
  ])("%s", (_case, counts, expected) => expect(hidden(counts)).toEqual(expected));

  it("leave no rest of one to four below any shown cell", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 }), {
          minLength: 1,
          maxLength: 5,
        }),
        (groups) => {
          const counts: Record<string, number> = { r: groups.flat().reduce((sum, n) => sum + n, 0) };
          groups.forEach((group, index) => {
            counts[`r${index}`] = group.reduce((sum, n) => sum + n, 0);
            group.forEach((n, inner) => (counts[`r${index}${inner}`] = n));
          });
          const gone = hiddenCells(tree(counts));
          for (const [key, count] of Object.entries(counts)) {
            if (count < 5) expect(gone.has(key)).toBe(true);
            if (gone.has(key)) continue;
            for (const depth of [1, 2]) {
              const shown = Object.entries(counts).filter(
                ([other]) => other.startsWith(key) && other.length === key.length + depth && !gone.has(other),
              );
              const exists = Object.keys(counts).some(
                (other) => other.startsWith(key) && other.length === key.length + depth,
              );
              const rest = count - shown.reduce((sum, [, n]) => sum + n, 0);
              if (exists) expect(rest === 0 || rest >= 5).toBe(true);
            }
          }
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});
