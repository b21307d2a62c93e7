/**
 * Which counts are hidden so that no small group can be computed from those that are shown (threat D12). Counts whose sums make up at
 * most two hierarchies are a network: a sum is a node, a count an arc between two sums, and tables that agree with everything shown
 * differ by a flow through hidden arcs (L. H. Cox, Network Models for Complementary Cell Suppression, JASA 1995). Pure.
 */

/** Smallest group whose count is shown (k ≥ 5, docs/reference/visibility.md#groups-of-persons). */
export const MIN_GROUP = 5;

/** A count: of a division, or of a matter in a year. */
export interface CountedCell {
  readonly key: string;
  /** Persons or cases in it, those of finer cells included. */
  readonly count: number;
  /**
   * Cells that it is part of: one in each hierarchy, such as `[county]`, `[agency, item]` or `[undefined, total]`. The parts of a cell
   * together are the cell; they are more where somebody is in two of them.
   */
  readonly within: readonly (string | undefined)[];
  /** How many of them could be in another cell without a change of any other figure that is shown. @default count */
  readonly movable?: number;
}

/** A count in the network. It adds to the sum `to` and is taken off the sum `from`. */
interface Arc {
  readonly key: string;
  readonly count: number;
  readonly from: number;
  readonly to: number;
  /** By how much a reader may take it to be smaller than it is. */
  readonly spare: number;
  hidden: boolean;
  /** By how much it is more, or less, in the other table that is being made. */
  moved: number;
}

/** Arcs at each node. */
type Network = readonly (readonly Arc[])[];

/**
 * Keys of the cells to hide: those of 1 to `minGroup` - 1, and with each as many more, the smaller the better, as it takes for another
 * table to agree with everything shown in which the small one has `minGroup`. Nobody's absence is assumed: a count that is not 0
 * stays above 0 in the other table too. Throws for a cell that is in more sums than a network can hold.
 */
export const hiddenCells = (cells: readonly CountedCell[], minGroup: number = MIN_GROUP): Set<string> => {
  const { arcs, network } = toNetwork(cells);
  const small = arcs.filter(({ count }) => count < minGroup);
  for (const arc of small) arc.hidden = true;
  const safe = new Set<Arc>();
  for (const arc of small) if (!safe.has(arc)) protect(arc, { network, minGroup, safe });
  return new Set(arcs.filter(({ hidden }) => hidden).map(({ key }) => key));
};

/** The node of everything that is in no sum. */
const OUTSIDE = 0;

/** The first hierarchy adds parts to a sum and takes the total off; the second the other way round, so that an arc has two ends. */
const HIERARCHIES = [0, 1] as const;

const toNetwork = (cells: readonly CountedCell[]): { arcs: readonly Arc[]; network: Network } => {
  // Nobody is in an empty cell, and everyone sees it: it takes no part.
  const counted = cells.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count || (a.key < b.key ? -1 : 1));
  const sums = HIERARCHIES.map((hierarchy) => sumsOf(counted, hierarchy, hierarchy * counted.length + 1));
  const network: Arc[][] = [];
  const arcs = counted.map(({ key, count, within, movable = count }): Arc => {
    const parts = HIERARCHIES.map((hierarchy) => sums[hierarchy]!.get(within[hierarchy] ?? ""));
    const totals = sums.map((byTotal) => byTotal.get(key));
    const to = [parts[0], totals[1]].filter((sum) => sum !== undefined);
    const from = [parts[1], totals[0]].filter((sum) => sum !== undefined);
    if (to.length > 1 || from.length > 1 || within.length > 2) throw new Error(`${key} is in too many sums.`);
    // Whoever is counted twice may not be known to be: sums may seem smaller than they are.
    const twice = Math.max(0, ...parts.map((sum) => sum?.excess ?? 0));
    return {
      ...{ key, count, hidden: false, moved: 0 },
      from: from[0]?.node ?? OUTSIDE,
      to: to[0]?.node ?? OUTSIDE,
      spare: Math.max(0, Math.min(movable, count - 1) - twice),
    };
  });
  for (const arc of arcs) for (const node of [arc.from, arc.to]) (network[node] ??= []).push(arc);
  return { arcs, network };
};

/** A sum by the key of its total. */
interface Sum {
  readonly node: number;
  /** By how much its parts are more than it. */
  excess: number;
}

const sumsOf = (cells: readonly CountedCell[], hierarchy: 0 | 1, firstNode: number): ReadonlyMap<string, Sum> => {
  const counts = new Map(cells.map(({ key, count }) => [key, count]));
  const sums = new Map<string, Sum>();
  for (const { count, within } of cells) {
    const total = counts.get(within[hierarchy] ?? "");
    if (total === undefined) continue;
    const sum = sums.get(within[hierarchy]!) ?? { node: firstNode + sums.size, excess: -total };
    sum.excess += count;
    sums.set(within[hierarchy]!, sum);
  }
  return sums;
};

/** Hides arcs until there is another table in which this count is `minGroup`; whatever else is that large in it is safe too. */
const protect = (
  small: Arc,
  { network, minGroup, safe }: { network: Network; minGroup: number; safe: Set<Arc> },
): void => {
  const touched = new Set([small]);
  while (small.count + small.moved < minGroup) {
    const path = cheapestPath(small, network);
    const amount = Math.min(minGroup - small.count - small.moved, ...path.map(({ arc, from }) => room(arc, from)));
    small.moved += amount;
    for (const { arc, from } of path) {
      arc.hidden = true;
      arc.moved += arc.from === from ? amount : -amount;
      touched.add(arc);
    }
  }
  for (const arc of touched) {
    if (arc.count + arc.moved >= minGroup) safe.add(arc);
    arc.moved = 0;
  }
};

/** How much may flow through the arc from this end: any count may be more, none may be less than its spare allows. */
const room = (arc: Arc, from: number): number => (arc.from === from ? Infinity : arc.spare + arc.moved);

/** A step of a path: an arc, entered at an end. */
interface Step {
  readonly arc: Arc;
  readonly from: number;
}

/**
 * The steps that lead back from where the arc adds to where it is taken off and hide the fewest persons more: Dijkstra's algorithm, with a
 * list of nodes for each cost. There always is a path, because sums may grow with their parts.
 */
const cheapestPath = (small: Arc, network: Network): Step[] => {
  const costs: number[] = [];
  const steps: Step[] = [];
  const nodesAt = new Map([[0, [small.to]]]);
  costs[small.to] = 0;
  for (let cost = 0; nodesAt.size > 0; cost += 1) {
    // The list grows while it is gone through: what is hidden already costs nothing more.
    for (const node of nodesAt.get(cost) ?? []) {
      if (node === small.from) return stepsTo(node, small.to, steps);
      if (costs[node]! < cost) continue;
      for (const arc of network[node]!) {
        const next = arc.from === node ? arc.to : arc.from;
        const there = arc.hidden ? cost : cost + arc.count;
        if (arc === small || (costs[next] ?? Infinity) <= there || room(arc, node) === 0) continue;
        costs[next] = there;
        steps[next] = { arc, from: node };
        if (next === small.from && there === cost) return stepsTo(next, small.to, steps);
        const same = nodesAt.get(there);
        if (same) same.push(next);
        else nodesAt.set(there, [next]);
      }
    }
    nodesAt.delete(cost);
  }
  throw new Error(`${small.key} can not be protected.`);
};

const stepsTo = (end: number, start: number, steps: readonly Step[]): Step[] => {
  const path: Step[] = [];
  for (let node = end; node !== start; node = path.at(-1)!.from) path.push(steps[node]!);
  return path;
};
