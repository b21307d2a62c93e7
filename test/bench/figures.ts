/** How measurements are taken and told. */

/** The value below which such a share of the sorted ones lies, in hundredths. */
export const at = (sorted: readonly number[], share: number): number =>
  Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2));

/** Milliseconds that the request takes. */
export const timed = async (request: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await request();
  return performance.now() - started;
};

/** The value in the middle, or between the two that are. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
};
