/** The draw of an inspection: typed vectors, what follows from what, and that every swap is noticed. */
import fc from "fast-check";
import { drawInspection, followsFrom } from "../../../subgraphs/openness/random-inspection/inspection-draw.js";
import { listHashOf } from "../../../platform/domain/index.js";

const FACTS = {
  ...{ no: "SSJ-1", candidateIds: ["C", "A", "D", "B"], objectCount: 2 },
  ...{ inspectorNumbers: ["3", "1", "2"], inspectorsEach: 2, sourceValue: "03 11 17" },
};

it("does not hang on the order of the lists, and binds by their hash", () => {
  const drawn = drawInspection(FACTS)!;
  expect(drawInspection({ ...FACTS, candidateIds: ["A", "B", "C", "D"], inspectorNumbers: ["1", "2", "3"] })).toEqual(
    drawn,
  );
  expect(listHashOf(FACTS.candidateIds)).toBe(listHashOf(["A", "B", "C", "D"]));
  // printf 'A\nB\nC\nD' | sha256sum
  expect(listHashOf(FACTS.candidateIds)).toBe("babbfc637186b9ba22c6eda008b9537048032a6bbdfb4187535b4cceeb45c1cb");
});

it("draws nobody twice, each from the lists", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 }),
      fc.uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 6 }),
      fc.string(),
      (candidateIds, inspectorNumbers, sourceValue) => {
        const objectCount = Math.ceil(candidateIds.length / 2);
        const facts = { ...FACTS, candidateIds, inspectorNumbers, objectCount, sourceValue };
        const drawn = drawInspection(facts)!;
        expect(new Set(drawn.map(({ objectId }) => objectId)).size).toBe(objectCount);
        for (const { objectId, inspectors } of drawn) {
          expect(candidateIds).toContain(objectId);
          expect(new Set(inspectors).size).toBe(2);
          for (const inspector of inspectors) expect(inspectorNumbers).toContain(inspector);
        }
        expect(followsFrom(facts, drawn)).toBe(true);
      },
    ),
  );
});

it.each([
  ["more companies than there are", { objectCount: 5 }],
  ["more inspectors than there are", { inspectorsEach: 4 }],
  ["a company that stands twice", { candidateIds: ["A", "A", "B"] }],
])("there is none with %s", (_what, differs) => {
  expect(drawInspection({ ...FACTS, ...differs })).toBeUndefined();
  expect(followsFrom({ ...FACTS, ...differs }, [])).toBe(false);
});

it("another order, inspector, value, number or list does not follow", () => {
  const drawn = drawInspection(FACTS)!;
  const [first, second] = drawn as [(typeof drawn)[0], (typeof drawn)[0]];
  expect(followsFrom(FACTS, [second, first])).toBe(false);
  expect(followsFrom(FACTS, [first])).toBe(false);
  expect(followsFrom(FACTS, [{ ...first, inspectors: [...first.inspectors].reverse() }, second])).toBe(false);
  const others = [
    { sourceValue: "03 11 18" },
    { no: "SSJ-2" },
    { candidateIds: [...FACTS.candidateIds, "E", "F", "G"] },
  ];
  expect(others.some((differs) => followsFrom({ ...FACTS, ...differs }, drawn))).toBe(false);
});
