/** Bands of performance scores as data. */

/** Band of a score. */
export enum PerformanceBand {
  EXCELLENT = "EXCELLENT",
  GOOD = "GOOD",
  FAIR = "FAIR",
  POOR = "POOR",
}

/** Least score of each band (优良中差), best first. */
export const BANDS: readonly { readonly band: PerformanceBand; readonly from: number }[] = [
  { band: PerformanceBand.EXCELLENT, from: 90 },
  { band: PerformanceBand.GOOD, from: 80 },
  { band: PerformanceBand.FAIR, from: 60 },
  { band: PerformanceBand.POOR, from: 0 },
];

/** The band of a score. */
export const bandOf = (score: number): PerformanceBand =>
  BANDS.find(({ from }) => score >= from)?.band ?? PerformanceBand.POOR;

/** Scores of a band: `from` belongs to it, `below` to the one above. */
export const scoresOf = (band: PerformanceBand): { readonly from: number; readonly below?: number } => {
  const place = BANDS.findIndex((entry) => entry.band === band);
  return { from: BANDS[place]!.from, below: BANDS[place - 1]?.from };
};
