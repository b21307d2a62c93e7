/** Fines beside benchmarks: within, below, above, between, and on both sides of a version's days. */
import {
  benchmarkFindings,
  faultOf,
  violationKey,
  type Fined,
} from "../../../subgraphs/openness/discretion-benchmark/benchmark-findings.js";
import { BenchmarkFindingKind } from "../../../subgraphs/openness/discretion-benchmark/discretion-benchmark.enums.js";
import { finesOr } from "../../../subgraphs/openness/discretion-benchmark/told-fines.js";

const range = (fineFrom: bigint, fineTo: bigint, validFrom = "2024-01-01", validUntil?: string) => ({
  ...{ violation: "未经批准擅自取水", fineFrom, fineTo, validFrom, validUntil },
});
const fine = (amount: bigint, decidedOn = "2026-01-05", violation = "未经批准擅自取水"): Fined => ({
  ...{ penaltyId: `P-${amount}`, violation, fine: amount, decidedOn },
});
const { FINE_ABOVE, FINE_BELOW, FINE_BETWEEN, VIOLATION_WITHOUT_BENCHMARK, BENCHMARKS_MISSING } = BenchmarkFindingKind;

it.each([
  [199n, FINE_BELOW],
  [200n, undefined],
  [400n, undefined],
  [401n, FINE_BETWEEN],
  [499n, FINE_BETWEEN],
  [500n, undefined],
  [900n, undefined],
  [901n, FINE_ABOVE],
  [0n, FINE_BELOW],
])("a fine of %s beside 200 to 400 and 500 to 900 is %s", (amount, kind) =>
  expect(faultOf(amount, [range(500n, 900n), range(200n, 400n)])).toBe(kind),
);

it("a fine is judged by the version of its day", () => {
  const versions = [range(100n, 900n, "2022-01-01", "2025-06-30"), range(500n, 900n, "2025-07-01")];
  const kinds = ["2021-12-31", "2022-01-01", "2025-06-30", "2025-07-01"].map(
    (day) => benchmarkFindings([fine(200n, day)], versions)[0]?.kind,
  );
  expect(kinds).toEqual([VIOLATION_WITHOUT_BENCHMARK, undefined, undefined, FINE_BELOW]);
});

it("a finding tells the benchmarks of the day, the least first", () => {
  const [found] = benchmarkFindings(
    [fine(450n)],
    [range(500n, 900n), range(1n, 2n, "2020-01-01", "2020-12-31"), range(200n, 400n)],
  );
  expect(found).toMatchObject({ kind: FINE_BETWEEN, penaltyIds: ["P-450"], fine: 450n, decidedOn: "2026-01-05" });
  expect(found!.benchmarks.map(({ fineFrom }) => fineFrom)).toEqual([200n, 500n]);
});

it("a body that goes by none has one finding of all its fines, and none where it does not fine", () => {
  expect(benchmarkFindings([fine(1n), fine(2n)], undefined)).toEqual([
    { kind: BENCHMARKS_MISSING, penaltyIds: ["P-1", "P-2"], benchmarks: [] },
  ]);
  expect(benchmarkFindings([], undefined)).toEqual([]);
  expect(benchmarkFindings([], [range(1n, 2n)])).toEqual([]);
});

it("width and spaces do not tell violations apart, words do", () => {
  expect(violationKey("未经批准 擅自取水，（情节严重）")).toBe(violationKey("未经批准擅自取水,(情节严重)"));
  expect(benchmarkFindings([fine(1n, "2026-01-05", "未经批准取水")], [range(1n, 2n)])[0]?.kind).toBe(
    VIOLATION_WITHOUT_BENCHMARK,
  );
});

it("of what the gateway hands over, half a fine is none, and no answer is no list", () => {
  const whole = { penaltyId: "P", violation: "v", fine: "12345.67", decidedOn: "2026-01-05" };
  expect(finesOr([whole, { ...whole, fine: null }, null, "x", { ...whole, decidedOn: 3 }])).toEqual([
    { ...whole, fine: 1_234_567n },
  ]);
  expect(finesOr([])).toEqual([]);
  expect(finesOr(null)).toBeUndefined();
  expect(finesOr(undefined)).toBeUndefined();
});
