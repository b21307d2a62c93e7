/** A reader who wants the hidden counts of a table: knows every count that is shown and which make up which, and nothing of the method. */

/** A cell as it is published; null is hidden. */
export interface PublishedCell {
  readonly key: string;
  readonly count: number | null;
  /** How many of them are late, where a rate tells. */
  readonly late?: number | null;
  readonly within: readonly (string | undefined)[];
}

/** What the reader is sure of. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Coefficients by variable; with the constant they make 0. */
interface Equation {
  readonly terms: ReadonlyMap<string, number>;
  readonly constant: number;
}

/**
 * Bounds of every hidden count, from sums solved by Gaussian elimination and from what stays within 1 and infinity; of late cases
 * too, where they are told. A count whose bounds are equal is known.
 */
export const boundsOfHidden = (cells: readonly PublishedCell[]): Map<string, Bounds> => {
  const bounds = new Map<string, Bounds>();
  const hidden = cells.filter(({ count }) => count === null).map(({ key }) => key);
  const withLate = cells.some(({ late }) => late !== undefined);
  const equations: Equation[] = [];
  for (const key of hidden) bounds.set(`count ${key}`, { least: 1, most: Infinity });
  equations.push(...solved(sumsOf(cells, "count", ({ count }) => count)));
  if (withLate) {
    equations.push(...solved(sumsOf(cells, "late", ({ late }) => late ?? null)));
    equations.push(
      ...solved(sumsOf(cells, "in time", ({ count, late }) => (count === null ? null : count - (late ?? 0)))),
    );
    for (const key of hidden) {
      for (const kind of ["late", "in time"]) bounds.set(`${kind} ${key}`, { least: 0, most: Infinity });
      equations.push({ terms: new Map([[`count ${key}`, 1], [`late ${key}`, -1], [`in time ${key}`, -1]]), constant: 0 }); // prettier-ignore
    }
  }
  narrow(bounds, equations);
  return new Map(hidden.map((key) => [key, bounds.get(`count ${key}`)!]));
};

/** Every sum of the table as an equation of what is hidden in it. */
const sumsOf = (
  cells: readonly PublishedCell[],
  kind: string,
  valueOf: (cell: PublishedCell) => number | null,
): Equation[] => {
  const byKey = new Map(cells.map((cell) => [cell.key, cell]));
  const sums = new Map<string, { terms: Map<string, number>; constant: number }>();
  const add = (name: string, cell: PublishedCell, sign: number): void => {
    const sum = sums.get(name) ?? { terms: new Map<string, number>(), constant: 0 };
    sums.set(name, sum);
    const value = valueOf(cell);
    if (value === null) sum.terms.set(`${kind} ${cell.key}`, sign);
    else sum.constant += sign * value;
  };
  for (const cell of cells)
    for (const [hierarchy, total] of cell.within.entries()) {
      const whole = total === undefined ? undefined : byKey.get(total);
      if (!whole) continue;
      const name = `${hierarchy} ${total}`;
      if (!sums.has(name)) add(name, whole, -1);
      add(name, cell, 1);
    }
  return [...sums.values()];
};

/** The equations and what elimination makes of them. */
const solved = (equations: readonly Equation[]): Equation[] => {
  const rows = new Map<string, Equation>();
  for (const equation of equations) {
    let row = equation;
    for (const [pivot, known] of rows) row = without(row, pivot, known);
    const [pivot, factor] = [...row.terms][0] ?? [];
    if (pivot === undefined || factor === undefined) continue;
    row = times(row, 1 / factor);
    for (const [other, known] of rows) rows.set(other, without(known, pivot, row));
    rows.set(pivot, row);
  }
  return [...equations, ...rows.values()];
};

const times = ({ terms, constant }: Equation, factor: number): Equation => ({
  terms: new Map([...terms].map(([name, value]) => [name, value * factor])),
  constant: constant * factor,
});

/** The equation less as much of another as takes the variable away. */
const without = (equation: Equation, variable: string, other: Equation): Equation => {
  const factor = equation.terms.get(variable);
  if (factor === undefined) return equation;
  const terms = new Map(equation.terms);
  for (const [name, value] of other.terms) {
    const rest = (terms.get(name) ?? 0) - factor * value;
    if (rest === 0) terms.delete(name);
    else terms.set(name, rest);
  }
  return { terms, constant: equation.constant - factor * other.constant };
};

/** Narrows bounds by what each equation leaves for each variable, until nothing changes. */
const narrow = (bounds: Map<string, Bounds>, equations: readonly Equation[]): void => {
  for (let changed = true; changed;) {
    changed = false;
    for (const { terms, constant } of equations) {
      // Sums of what all terms are at least and at most; infinite ones are counted apart, so that one can be taken out again.
      const sides = { low: { sum: constant, open: 0 }, high: { sum: constant, open: 0 } };
      const ends = ([name, factor]: readonly [string, number]): { low: number; high: number } => {
        const { least, most } = bounds.get(name)!;
        return factor > 0 ? { low: factor * least, high: factor * most } : { low: factor * most, high: factor * least };
      };
      const add = (side: "low" | "high", value: number, sign: number): void => {
        if (Number.isFinite(value)) sides[side].sum += sign * value;
        else sides[side].open += sign;
      };
      for (const term of terms) for (const side of ["low", "high"] as const) add(side, ends(term)[side], 1);
      if (sides.low.open > 1 && sides.high.open > 1) continue;
      for (const term of terms) {
        const [name, factor] = term;
        const old = bounds.get(name)!;
        const { low, high } = ends(term);
        add("low", low, -1);
        add("high", high, -1);
        const values = [
          sides.high.open > 0 ? -Infinity : -sides.high.sum / Math.abs(factor),
          sides.low.open > 0 ? Infinity : -sides.low.sum / Math.abs(factor),
        ] as const;
        const [least, most] = factor > 0 ? values : ([-values[1], -values[0]] as const);
        const now = { least: Math.max(old.least, least), most: Math.min(old.most, most) };
        if (now.least > now.most) throw new Error(`The figures contradict each other at ${name}.`);
        if (now.least !== old.least || now.most !== old.most) {
          bounds.set(name, now);
          changed = true;
        }
        add("low", ends(term).low, 1);
        add("high", ends(term).high, 1);
      }
    }
  }
};

/** Keys of the hidden counts of which the reader knows that they are of one to four. */
export const foundSmall = (cells: readonly PublishedCell[], minGroup = 5): string[] =>
  [...boundsOfHidden(cells)].filter(([, { most }]) => most < minGroup).map(([key]) => key);
