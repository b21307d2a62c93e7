/** Counts of people by groups, with small groups held back so that no published figure gives them away (security.md D12). Pure. */

/** Smallest group whose count is shown. */
export const MIN_GROUP = 5;

/** Groupings that may be asked for: each a list of dimensions, coarse to fine. */
export type Groupings<Dimension extends string> = Readonly<Record<string, readonly Dimension[]>>;

/** One group of a grouping; count is null where it is held back. */
export interface GroupCount<Dimension extends string> {
  readonly group: Readonly<Partial<Record<Dimension, string>>>;
  readonly count: number | null;
}

/** The figures of one population that may be published. */
export interface SuppressedCounts<Dimension extends string> {
  /** Null where the population is too small, or its groups are. */
  readonly total: number | null;
  /** The groups that have anybody in them. Throws for a grouping that is not of the set. */
  of(grouping: string): readonly GroupCount<Dimension>[];
}

/** A closed set of groupings. */
export interface Suppressor<Dimension extends string> {
  /** Counts the rows; each row is one person or case. */
  count(rows: readonly Readonly<Record<Dimension, string>>[]): SuppressedCounts<Dimension>;
}

interface Cell {
  readonly values: readonly string[];
  count: number;
  hidden: boolean;
  /** Finer groups by the dimension that divides. */
  readonly families: Map<string, Map<string, Cell>>;
}

/**
 * Creates the suppressor of a closed set of groupings. Two groupings may share dimensions only as a common beginning:
 * then every published figure is a sum within one tree. Throws for any other set, and for a least group below 5.
 */
export const createSuppressor = <Dimension extends string>(
  groupings: Groupings<Dimension>,
  minGroup: number = MIN_GROUP,
): Suppressor<Dimension> => {
  if (minGroup < MIN_GROUP) throw new Error(`The least group is ${MIN_GROUP}, not ${minGroup}.`);
  const lists = Object.values(groupings);
  lists.forEach((list, index) => lists.slice(index + 1).forEach((other) => checkPair(list, other)));
  return {
    count(rows) {
      const root = newCell([]);
      for (const row of rows) addRow(root, lists, row);
      root.hidden = root.count > 0 && (root.count < minGroup || !settle(root, minGroup));
      hideBelow(root);
      return {
        total: root.hidden ? null : root.count,
        of(grouping) {
          const path = groupings[grouping];
          if (!path) throw new Error(`There is no grouping ${grouping}.`);
          return cellsAt(root, path).map(({ values, count, hidden }) => ({
            group: Object.fromEntries(
              path.map((dimension, index) => [dimension, values[index]]),
            ) as GroupCount<Dimension>["group"],
            count: hidden ? null : count,
          }));
        },
      };
    },
  };
};

const checkPair = (one: readonly string[], other: readonly string[]): void => {
  const shared = one.filter((dimension) => other.includes(dimension));
  const begins = (list: readonly string[]): boolean => shared.every((dimension, index) => list[index] === dimension);
  if (!begins(one) || !begins(other))
    throw new Error(`The groupings ${one.join(" × ")} and ${other.join(" × ")} would give each other's groups away.`);
};

const newCell = (values: readonly string[]): Cell => ({ values, count: 0, hidden: false, families: new Map() });

/** Counts a row once in every cell that holds it, whichever groupings lead there. */
const addRow = <Dimension extends string>(
  root: Cell,
  lists: readonly (readonly Dimension[])[],
  row: Readonly<Record<Dimension, string>>,
): void => {
  const cells = new Set([root]);
  for (const list of lists) {
    let cell = root;
    for (const dimension of list) {
      const family = cell.families.get(dimension) ?? new Map<string, Cell>();
      cell.families.set(dimension, family);
      const next = family.get(row[dimension]) ?? newCell([...cell.values, row[dimension]]);
      family.set(row[dimension], next);
      cells.add(next);
      cell = next;
    }
  }
  for (const cell of cells) cell.count += 1;
};

/**
 * Holds groups back below a cell whose own count is shown; false where that is not enough, so that it must be held back
 * itself. The hidden groups of a family share a known rest: beyond the least that each must have, the rest must leave
 * enough for any of them to be as large as a group that is shown.
 */
const settle = (cell: Cell, minGroup: number): boolean =>
  [...cell.families.values()].every((family) => {
    const children = [...family.values()].sort((a, b) => a.count - b.count);
    for (const child of children) child.hidden = child.count < minGroup || !settle(child, minGroup);
    for (;;) {
      const hidden = children.filter((child) => child.hidden);
      const slack = hidden.reduce((sum, child) => sum + child.count - leastOf(child), 0);
      if (hidden.length === 0 || (hidden.length > 1 && slack >= minGroup - 1)) return true;
      const next = children.find((child) => !child.hidden);
      if (!next) return false;
      next.hidden = true;
    }
  });

/** A group that is listed holds someone: the least count of a cell is the number of its finest groups. */
const leastOf = ({ families }: Cell): number =>
  Math.max(
    1,
    ...[...families.values()].map((family) => [...family.values()].reduce((sum, child) => sum + leastOf(child), 0)),
  );

/** Whatever is finer than a hidden group is hidden. */
const hideBelow = (cell: Cell): void => {
  for (const family of cell.families.values())
    for (const child of family.values()) {
      child.hidden ||= cell.hidden;
      hideBelow(child);
    }
};

const cellsAt = (root: Cell, path: readonly string[]): Cell[] =>
  path.reduce<Cell[]>(
    (cells, dimension) => cells.flatMap((cell) => [...(cell.families.get(dimension)?.values() ?? [])]),
    [root],
  );
