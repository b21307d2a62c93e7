/** Pages of a list that is held in memory, such as rules that a file gives. */
import { badInput } from "../../errors/index.js";
import type { Page } from "./connection.js";
import type { CursorCodec } from "./cursor.js";

/** A list in the order of its keys, and which part of it is asked for. */
export interface HeldList<Node> {
  readonly nodes: readonly Node[];
  /** What makes a node unique; nodes are in the order of these, joined by blanks. */
  readonly keysOf: (node: Node) => string[];
  /** Name of the list and its order, sealed into its cursors. */
  readonly ordering: string;
  /** What narrowed the list; a cursor of another filter is refused. */
  readonly filter: object;
  readonly cursors: CursorCodec;
}

/** A page. Throws BAD_USER_INPUT for `first` outside 1-100 and for a cursor of another list. */
export const pageHeld = <Node>(
  { nodes, keysOf, ordering, filter, cursors }: HeldList<Node>,
  { first, after }: { readonly first: number; readonly after?: string | null | undefined },
): Page<Node> => {
  if (!Number.isInteger(first) || first < 1 || first > 100)
    throw badInput("first", "PAGE_SIZE", "first is between 1 and 100.");
  const last = after == null ? undefined : cursors.open(after, { ordering, filter }).join(" ");
  const from = last === undefined ? 0 : nodes.findIndex((node) => keysOf(node).join(" ") > last);
  const shown = from === -1 ? [] : nodes.slice(from, from + first);
  return {
    edges: shown.map((node) => ({
      node,
      // Sealed where it is asked for.
      get cursor() {
        return cursors.seal({ ordering, filter, keys: keysOf(node) });
      },
    })),
    hasNextPage: from !== -1 && from + first < nodes.length,
    hasPreviousPage: after != null,
    totalCount: nodes.length,
    approximateCount: nodes.length,
  };
};
