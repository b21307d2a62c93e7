/** Achievement of targets: golden figures, and the laws of exact arithmetic. */
import "reflect-metadata";
import fc from "fast-check";
import { achievementOf, isReached } from "../../../subgraphs/openness/plan-target/plan-target.js";

it.each([
  ["61", "95", "90.75", "87.50", false],
  ["96.2", "98.5", "98.6", "104.35", true],
  ["12.4", "8", "13.1", "-15.91", false],
  ["1.5", "0.5", "0.8", "70.00", false],
  ["0.1", "0.3", "0.2", "50.00", false],
  ["-2", "2", "-1.999", "0.03", false],
  ["5", "5", "5", undefined, true],
  ["0", "3", "0.00015", "0.01", false],
])("from %s to %s, %s is %s", (baseline, target, actual, achievement, reached) => {
  expect(achievementOf({ baseline, target, actual })).toBe(achievement);
  expect(isReached({ baseline, target, actual })).toBe(reached);
});

it("nothing is said without a figure", () => {
  expect(achievementOf({ baseline: "0", target: "1" })).toBeUndefined();
  expect(isReached({ baseline: "0", target: "1" })).toBeUndefined();
});

it("the baseline is 0.00, the target 100.00 and reached, in whatever unit both are written", () => {
  const figure = fc.tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: 0, max: 6 }));
  const written = ([number, places]: readonly [number, number]): string => {
    const digits = String(Math.abs(number)).padStart(places + 1, "0");
    const whole = digits.slice(0, digits.length - places);
    return `${number < 0 ? "-" : ""}${whole}${places === 0 ? "" : `.${digits.slice(-places)}`}`;
  };
  fc.assert(
    fc.property(figure, figure, (from, to) => {
      const [baseline, target] = [written(from), written(to)];
      fc.pre(BigInt(from[0]) * 10n ** BigInt(to[1]) !== BigInt(to[0]) * 10n ** BigInt(from[1]));
      expect(achievementOf({ baseline, target, actual: baseline })).toBe("0.00");
      expect(achievementOf({ baseline, target, actual: target })).toBe("100.00");
      expect(isReached({ baseline, target, actual: target })).toBe(true);
      expect(isReached({ baseline, target, actual: baseline })).toBe(false);
    }),
  );
});
