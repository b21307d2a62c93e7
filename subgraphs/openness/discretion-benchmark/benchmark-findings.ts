/** Findings between the fines of a body and the benchmarks of the day of each decision, joined by the words of the violation. Pure. */
import type { Fen, LocalDate } from "../../../platform/domain/index.js";
import { BenchmarkFindingKind } from "./discretion-benchmark.enums.js";

/** A fine of a decision that is public. */
export interface Fined {
  readonly penaltyId: string;
  readonly violation: string;
  readonly fine: Fen;
  readonly decidedOn: LocalDate;
}

/** A range of fines and when it is applied; both days belong to it. */
export interface Range {
  readonly violation: string;
  readonly fineFrom: Fen;
  readonly fineTo: Fen;
  readonly validFrom: LocalDate;
  readonly validUntil?: LocalDate | undefined;
}

/** A finding; of several penalties where benchmarks are missing altogether. */
export interface FoundFine<Benchmark extends Range> {
  readonly kind: BenchmarkFindingKind;
  readonly violation?: string;
  readonly fine?: Fen;
  readonly decidedOn?: LocalDate;
  readonly penaltyIds: readonly string[];
  /** Those of the violation on the day, the least first. */
  readonly benchmarks: readonly Benchmark[];
}

/** The words of a violation by which decisions and benchmarks are joined: the exchange tables have no code of it. Width and spaces do not tell violations apart. */
export const violationKey = (words: string): string => words.normalize("NFKC").replace(/\s+/gu, "");

/** True where the benchmark is applied on the day. */
export const isAppliedOn = ({ validFrom, validUntil }: Range, day: LocalDate): boolean =>
  validFrom <= day && (validUntil === undefined || day <= validUntil);

const least = (ranges: readonly Range[]): Fen =>
  ranges.reduce((found, { fineFrom }) => (fineFrom < found ? fineFrom : found), ranges[0]!.fineFrom);
const most = (ranges: readonly Range[]): Fen =>
  ranges.reduce((found, { fineTo }) => (fineTo > found ? fineTo : found), ranges[0]!.fineTo);

/** What is wrong with a fine beside the benchmarks of its violation on its day; undefined where it is within one. */
export const faultOf = (fine: Fen, ranges: readonly Range[]): BenchmarkFindingKind | undefined => {
  if (ranges.length === 0) return BenchmarkFindingKind.VIOLATION_WITHOUT_BENCHMARK;
  if (ranges.some(({ fineFrom, fineTo }) => fineFrom <= fine && fine <= fineTo)) return undefined;
  if (fine < least(ranges)) return BenchmarkFindingKind.FINE_BELOW;
  return fine > most(ranges) ? BenchmarkFindingKind.FINE_ABOVE : BenchmarkFindingKind.FINE_BETWEEN;
};

/** What is wrong, in the order of the fines; `benchmarks` is undefined where the body goes by none. */
export const benchmarkFindings = <Benchmark extends Range>(
  fines: readonly Fined[],
  benchmarks: readonly Benchmark[] | undefined,
): FoundFine<Benchmark>[] => {
  if (benchmarks === undefined)
    return fines.length === 0
      ? []
      : [
          {
            kind: BenchmarkFindingKind.BENCHMARKS_MISSING,
            penaltyIds: fines.map(({ penaltyId }) => penaltyId),
            benchmarks: [],
          },
        ];
  const byViolation = new Map<string, Benchmark[]>();
  for (const benchmark of benchmarks) {
    const key = violationKey(benchmark.violation);
    byViolation.set(key, [...(byViolation.get(key) ?? []), benchmark]);
  }
  return fines.flatMap(({ penaltyId, violation, fine, decidedOn }) => {
    const ofDay = (byViolation.get(violationKey(violation)) ?? [])
      .filter((benchmark) => isAppliedOn(benchmark, decidedOn))
      .sort((one, other) => Number(one.fineFrom - other.fineFrom));
    const kind = faultOf(fine, ofDay);
    return kind === undefined ? [] : [{ kind, violation, fine, decidedOn, penaltyIds: [penaltyId], benchmarks: ofDay }];
  });
};
