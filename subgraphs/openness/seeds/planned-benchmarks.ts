/** Benchmarks of the demonstration: three circumstances of each violation, in two versions of which the second one begins higher. */
import type { NewOf } from "../../../platform/database/index.js";
import { DiscretionDegree } from "../discretion-benchmark/discretion-benchmark.enums.js";
import type { DISCRETION_BENCHMARKS } from "../discretion-benchmark/discretion-benchmark.rows.js";
import { FINED_VIOLATIONS, type FinedViolation } from "./benchmark-violations.js";

/** A benchmark as a record. */
export type BenchmarkRecord = NewOf<typeof DISCRETION_BENCHMARKS>;

/** From which the second version is applied. */
const SECOND_FROM = "2025-07-01";
const FIRST = { version: 1, validFrom: "2022-08-01", validUntil: "2025-06-30" } as const;
const SECOND = { version: 2, validFrom: SECOND_FROM, validUntil: undefined } as const;

/** Where the parts of the range begin and end, as shares of it; between the first two is a gap, as careless tables have one. */
const DEGREES = [
  { degree: DiscretionDegree.LIGHTER, circumstance: "初次违法，危害后果轻微，及时改正。", shares: [0, 0.15] },
  { degree: DiscretionDegree.ORDINARY, circumstance: "有一定危害后果，不具有从轻、从重情形。", shares: [0.18, 0.7] },
  { degree: DiscretionDegree.HEAVIER, circumstance: "一年内再次违法，或者危害后果严重。", shares: [0.7, 1] },
] as const;

const fenAt = (share: number, [from, to]: readonly [number, number]): bigint =>
  BigInt(Math.round((from + share * (to - from)) / 100) * 100) * 100n;

/** Benchmarks of the violations that a kind of bureau punishes, issued by one of them. */
export const benchmarksOf = (organId: string, bureau: string): BenchmarkRecord[] =>
  FINED_VIOLATIONS.filter((violation) => violation.bureau === bureau).flatMap((violation, place) =>
    DEGREES.flatMap(({ degree, circumstance, shares: [from, to] }, index) =>
      [FIRST, SECOND].map((version) => {
        const code = `CL-${String(place + 1).padStart(2, "0")}-${index + 1}`;
        // The second version leaves out the lowest part of the range.
        const least = version === SECOND && index === 0 ? 0.03 : from;
        return {
          ...{ id: `${organId}/${code}/${version.version}`, organId, code, ...version },
          ...{ violation: violation.violation, degree, circumstance, basisId: violation.basisId },
          ...{ fineFrom: fenAt(least, violation.fine), fineTo: fenAt(to, violation.fine) },
        };
      }),
    ),
  );

/** Words of the bureaus that have benchmarks, or enforce without. */
export const ENFORCING_BUREAUS: readonly FinedViolation["bureau"][] = [
  ...["市场监督管理", "应急管理", "水利", "农业农村", "住房和城乡建设", "生态环境"],
];
