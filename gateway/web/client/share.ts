/** Links that carry an operation behind `#`: the browser sends that part to no server. */

/** What a tab holds. */
export interface Operation {
  readonly query: string;
  /** JSON text. */
  readonly variables?: string;
}

const MARK = "#operation=";

/** The part of a link that carries the operation. */
export const hashOf = (operation: Operation): string => `${MARK}${encodeURIComponent(JSON.stringify(operation))}`;

/** The operation of a link; undefined where it carries none, or none that can be read. */
export const operationIn = (hash: string): Operation | undefined => {
  if (!hash.startsWith(MARK)) return undefined;
  try {
    const { query, variables } = JSON.parse(decodeURIComponent(hash.slice(MARK.length))) as Record<string, unknown>;
    if (typeof query !== "string") return undefined;
    return { query, ...(typeof variables === "string" ? { variables } : {}) };
  } catch {
    return undefined;
  }
};

/** What a browser keeps for the page, such as `sessionStorage`. */
export interface Kept {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

/** Under these GraphiQL keeps what stands in its editors. */
const QUERY = "graphiql:query";
const VARIABLES = "graphiql:variables";
const TABS = "graphiql:tabState";

/** Lets the editors begin with an operation, where they have kept nothing of before; `anew` forgets what they have. */
export const beginWith = (kept: Kept, { query, variables }: Operation, anew = false): void => {
  if (kept.getItem(TABS) !== null && !anew) return;
  kept.removeItem(TABS);
  kept.setItem(QUERY, query);
  kept.setItem(VARIABLES, variables ?? "");
};

/** What stands in the editors now. */
export const present = (kept: Kept): Operation => ({
  query: kept.getItem(QUERY) ?? "",
  variables: kept.getItem(VARIABLES) ?? "",
});
