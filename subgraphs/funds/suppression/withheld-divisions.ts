/** Which divisions' figures of persons are withheld, for assistance and subsidies alike (k ≥ 5, docs/reference/visibility.md#groups-of-persons). Pure. */
import { hiddenCells } from "../../../platform/disclosure/suppression/index.js";

/** Digits of the levels by which persons are counted: province, prefecture, county, township. */
export const LEVELS = [2, 4, 6, 9] as const;

/** Divisions whose figure is withheld, of all counted ones of a province: small groups, and as many others as keep them from being computed. */
export const withheldDivisions = (
  counts: readonly { readonly division: string; readonly count: number }[],
): Set<string> =>
  hiddenCells(
    counts.map(({ division, count }) => ({
      key: division,
      within: [division.slice(0, LEVELS.findLast((digits) => digits < division.length) ?? 0)],
      count,
    })),
  );
