/** The yearly composite as a rule: parts, rounding, thresholds, and what is told where a part is missing. */
import fc from "fast-check";
import {
  compositeRule,
  compositeOf,
  type IntermediaryYear,
} from "../../../subgraphs/intermediary/intermediary-composite/intermediary-composite.js";

const clear = { barred: [], onSeriousList: false };
const year = (facts: Partial<IntermediaryYear> = {}): IntermediaryYear => ({
  year: 2025,
  scoreTenths: 650,
  projects: 2,
  stars: 50,
  ...facts,
});

describe("the composite", () => {
  it("is 70 of the regulator, 10 of credit, 20 of the owners: 100 points", () => {
    const { regulator, credit, social, basisClause } = compositeRule(2025);
    expect([regulator, credit, social]).toEqual([70, 10, 20]);
    expect(basisClause).toContain("演示用值");
    expect(compositeOf(year({ scoreTenths: 700 }), clear)).toMatchObject({
      regulatorScore: 70,
      creditScore: 10,
      socialScore: 20,
      total: 100,
      level: "A",
      gaps: [],
    });
  });

  it.each([
    // Regulator's tenths beside 10 of credit and 20 of the owners.
    [600, 90, "A"],
    [599, 89.9, "B"],
    [500, 80, "B"],
    [499, 79.9, "C"],
    [300, 60, "C"],
    [299, 59.9, "D"],
    [0, 30, "D"],
  ])("gives %d tenths of the regulator the total %d and level %s", (scoreTenths, total, level) => {
    expect(compositeOf(year({ scoreTenths }), clear)).toMatchObject({ total, level });
  });

  it.each([
    // Projects, sum of their stars, points: 4 for a mean star, rounded half up to a tenth.
    [1, 25, 20],
    [1, 5, 4],
    [2, 37, 14.8],
    [3, 64, 17.1],
    [16, 301, 15.1],
    [16, 299, 15],
  ])("gives %d projects with %d stars %d points", (projects, stars, socialScore) => {
    expect(compositeOf(year({ projects, stars }), clear).socialScore).toBe(socialScore);
  });

  it("keeps every part within its bounds and the total their sum, to the tenth", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.array(fc.integer({ min: 5, max: 25 }), { minLength: 1, maxLength: 50 }),
        fc.boolean(),
        (scoreTenths, projects, onSeriousList) => {
          const stars = projects.reduce((sum, each) => sum + each, 0);
          const composite = compositeOf(year({ scoreTenths, projects: projects.length, stars }), {
            barred: [],
            onSeriousList,
          });
          const tenths = [composite.regulatorScore, composite.creditScore, composite.socialScore].map((part) =>
            Math.round(part! * 10),
          );
          expect(Math.round(composite.total! * 10)).toBe(tenths.reduce((sum, part) => sum + part, 0));
          expect(composite.socialScore).toBeGreaterThanOrEqual(4);
          expect(composite.socialScore).toBeLessThanOrEqual(20);
          expect(Math.abs(composite.socialScore! - (4 * stars) / (5 * projects.length))).toBeLessThanOrEqual(0.0500001);
        },
      ),
    );
  });

  it.each([
    ["listed before the year", { onSeriousList: true, seriousListSince: "2023-05-01" }, 0],
    ["listed on its last day", { onSeriousList: true, seriousListSince: "2025-12-31" }, 0],
    ["listed after it", { onSeriousList: true, seriousListSince: "2026-01-01" }, 10],
    ["listed, since when is not known", { onSeriousList: true, seriousListSince: null }, 0],
    ["barred to its first day", { onSeriousList: false, barred: [{ from: "2024-10-01", to: "2025-01-01" }] }, 5],
    ["barred from its last day", { onSeriousList: false, barred: [{ from: "2025-12-31", to: "2026-06-30" }] }, 5],
    ["barred before it", { onSeriousList: false, barred: [{ from: "2024-01-01", to: "2024-12-31" }] }, 10],
    ["barred after it", { onSeriousList: false, barred: [{ from: "2026-01-01", to: "2026-06-30" }] }, 10],
  ])("gives a body %s its points of credit", (_name, facts, creditScore) => {
    expect(compositeOf(year(), { barred: [], ...facts }).creditScore).toBe(creditScore);
  });

  it("has no total without one of its parts, and says which one is missing", () => {
    const nothing = compositeOf({ year: 2025, projects: 0, stars: 0 }, { barred: [], onSeriousList: null });
    expect(nothing).toMatchObject({
      regulatorScore: undefined,
      creditScore: undefined,
      socialScore: undefined,
      total: undefined,
      level: undefined,
      gaps: ["NO_REGULATOR_SCORE", "CREDIT_NOT_ANSWERED", "NO_EVALUATION"],
    });
    const unscored = compositeOf(year({ scoreTenths: undefined }), clear);
    expect([unscored.total, unscored.socialScore, unscored.gaps]).toEqual([undefined, 20, ["NO_REGULATOR_SCORE"]]);
  });
});
