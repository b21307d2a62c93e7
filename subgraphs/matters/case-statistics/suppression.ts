/**
 * Which small groups must be hidden so that nobody can compute them from totals (security.md D12): a figure below k is hidden, and
 * where it would be what is left of a published total, the next smallest ones of the same total are hidden with it. Pure.
 */

/** Smallest group that is shown. */
export const LEAST_GROUP = 5;

/** A figure and the totals it is part of. */
export interface Cell {
  readonly key: string;
  readonly count: number;
  /** Names of totals that contain the cell. */
  readonly totals: readonly string[];
}

/** Keys of the cells to hide: those below k, and others until each total hides nothing or at least two cells of k together. */
export const suppressedCells = (cells: readonly Cell[], least = LEAST_GROUP): Set<string> => {
  const hidden = new Set(cells.filter(({ count }) => count < least).map(({ key }) => key));
  const byTotal = new Map<string, Cell[]>();
  for (const cell of cells) for (const total of cell.totals) byTotal.set(total, [...(byTotal.get(total) ?? []), cell]);
  for (const members of byTotal.values()) members.sort((a, b) => a.count - b.count || (a.key < b.key ? -1 : 1));
  // Hiding a cell for one total can endanger another: go round until nothing changes.
  for (let changed = true; changed;) {
    changed = false;
    for (const members of byTotal.values()) {
      const next = nextToHide(members, hidden, least);
      if (next === undefined) continue;
      hidden.add(next);
      changed = true;
    }
  }
  return hidden;
};

const nextToHide = (members: readonly Cell[], hidden: ReadonlySet<string>, least: number): string | undefined => {
  const within = members.filter(({ key }) => hidden.has(key));
  const sum = within.reduce((total, { count }) => total + count, 0);
  // A hidden cell of nothing gives nothing away.
  if (sum === 0) return undefined;
  if (within.filter(({ count }) => count > 0).length >= 2 && sum >= least) return undefined;
  return members.find(({ key }) => !hidden.has(key))?.key;
};
