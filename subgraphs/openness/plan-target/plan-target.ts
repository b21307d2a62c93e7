/** Targets of plans, as the domain knows them: what was achieved is computed exactly, without binary fractions. Pure. */
import { divideRoundHalfUp, yuanFromFen, type LocalDate } from "../../../platform/domain/index.js";
import { TargetState } from "./plan-target.enums.js";

/** A target in figures, as decimal texts. */
export interface TargetFigures {
  readonly baseline: string;
  readonly target: string;
  readonly actual?: string | undefined;
}

const placesOf = (decimal: string): number => decimal.split(".")[1]?.length ?? 0;

/** The decimal text as a whole number of units of so many places. */
const scaled = (decimal: string, places: number): bigint =>
  BigInt(decimal.replace(".", "")) * 10n ** BigInt(places - placesOf(decimal));

/** Whole numbers of one unit: baseline, target, actual. */
const inOneUnit = (...decimals: readonly string[]): bigint[] => {
  const places = Math.max(...decimals.map(placesOf));
  return decimals.map((decimal) => scaled(decimal, places));
};

/**
 * How much of the way from baseline to target was gone, in hundredths with two places, half away from zero: `87.50`. It is negative
 * where the figure went the other way, and above 100 where it went further. Undefined without an actual figure, and where the target is the baseline.
 */
export const achievementOf = ({ baseline, target, actual }: TargetFigures): string | undefined => {
  if (actual === undefined) return undefined;
  const [from, to, now] = inOneUnit(baseline, target, actual) as [bigint, bigint, bigint];
  return from === to ? undefined : yuanFromFen(divideRoundHalfUp((now - from) * 10_000n, to - from));
};

/** True where the target is reached: not below it where it is a rise, not above it where it is a fall or to be kept. Undefined without an actual figure. */
export const isReached = ({ baseline, target, actual }: TargetFigures): boolean | undefined => {
  if (actual === undefined) return undefined;
  const [from, to, now] = inOneUnit(baseline, target, actual) as [bigint, bigint, bigint];
  return to > from ? now >= to : now <= to;
};

/** How far it has come. */
export const targetState = (actual: string | undefined, assessedOn: LocalDate | undefined): TargetState => {
  if (actual === undefined) return TargetState.SET;
  return assessedOn === undefined ? TargetState.TRACKED : TargetState.ASSESSED;
};
