/** Which cells of a tree of counts are held back so that no parent minus its shown children gives a small group away (security.md D12). Pure. */
import { MIN_GROUP } from "./suppress.js";

/** A counted cell; one without a counted parent is a root. */
export interface TreeCell {
  readonly key: string;
  readonly parent?: string;
  /** Persons or households in it, those of finer cells included. */
  readonly count: number;
}

interface Node {
  readonly cell: TreeCell;
  readonly children: Node[];
  hidden: boolean;
}

/**
 * Keys of the cells to hide: those of 1 to `minGroup` - 1; with them the smallest siblings until a shown parent has two
 * hidden children and a rest among which any of them may be as large as a shown one; the parent where that is not enough;
 * and whatever lies below a hidden cell. A cell may count fewer than its children together: whoever is in two is counted once.
 */
export const hiddenCells = (cells: readonly TreeCell[], minGroup: number = MIN_GROUP): Set<string> => {
  const nodes = new Map(cells.map((cell) => [cell.key, { cell, children: [], hidden: false } as Node]));
  const roots: Node[] = [];
  for (const node of nodes.values()) {
    const parent = node.cell.parent === undefined ? undefined : nodes.get(node.cell.parent);
    (parent?.children ?? roots).push(node);
  }
  const hidden = new Set<string>();
  const hide = (node: Node, above: boolean): void => {
    if (above || node.hidden) hidden.add(node.cell.key);
    for (const child of node.children) hide(child, above || node.hidden);
  };
  for (const root of roots) {
    decide(root, minGroup);
    hide(root, false);
  }
  return hidden;
};

const decide = (node: Node, minGroup: number): void => {
  for (const child of node.children) decide(child, minGroup);
  const { count } = node.cell;
  node.hidden = count > 0 && (count < minGroup || !settle(node, minGroup));
};

/** Hides children of a cell that is shown; false where all of them together do not protect the small ones. */
const settle = ({ cell, children }: Node, minGroup: number): boolean => {
  const bySize = [...children].sort((a, b) => a.cell.count - b.cell.count || (a.cell.key < b.cell.key ? -1 : 1));
  for (;;) {
    const within = bySize.filter(({ hidden }) => hidden);
    if (within.length === 0) return true;
    const rest = cell.count - sum(bySize.filter(({ hidden }) => !hidden).map((child) => child.cell.count));
    const slack = Math.min(rest, sum(within.map((child) => child.cell.count))) - sum(within.map(leastOf));
    if (within.length > 1 && slack >= minGroup - 1) return true;
    const next = bySize.find(({ hidden, cell: { count } }) => !hidden && count > 0);
    if (!next) return false;
    next.hidden = true;
  }
};

/** A counted cell holds someone: the least of a cell is the number of its finest cells. */
const leastOf = ({ children }: Node): number => Math.max(1, sum(children.map(leastOf)));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
