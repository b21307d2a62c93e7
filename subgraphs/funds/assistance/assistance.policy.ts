/** Which figures of persons may be told: above the village alone, and none of a group of one to four (k ≥ 5, domain.md §5.3). */
import { hiddenCells } from "../../../platform/disclosure/index.js";

/** Digits of the levels by which persons are counted: province, prefecture, county, township. */
export const LEVELS = [2, 4, 6, 9] as const;

/** Divisions whose figure is withheld, of all counted ones of a province: small groups, and as many others as keep them from being computed. */
export const withheldDivisions = (
  counts: readonly { readonly division: string; readonly count: number }[],
): Set<string> =>
  hiddenCells(
    counts.map(({ division, count }) => ({
      key: division,
      parent: division.slice(0, LEVELS.findLast((digits) => digits < division.length) ?? 0),
      count,
    })),
  );

/** True for divisions down to the township: a village's households are known to its board alone. */
export const isAboveVillage = (division: string): boolean => division.length <= 9;
