/** Names of prepared statements: a text that comes again is parsed once for each connection, and planned again only while that is better. */

/** Most texts that get a name in a process. A connection keeps each of them in PostgreSQL, some 50 kB with its plan. */
const MOST_NAMES = 300;
/** Most texts that are remembered before they come again. */
const MOST_TEXTS = 2_000;

/**
 * Stands in a statement that is planned at each call: its best plan depends on the values, and PostgreSQL takes one for any values for
 * better (decision 64).
 */
export const PLANNED_FOR_VALUES = "/* planned for its values */";

/** Gives a text its name from its second time on, for as long as there are names. */
export interface StatementNames {
  of(text: string): string | undefined;
}

/** Creates the names of one pool. Lists of values make many texts of one statement: those that come once get none. */
export const createStatementNames = (mostNames: number = MOST_NAMES): StatementNames => {
  const names = new Map<string, string>();
  const once = new Set<string>();
  return {
    of(text) {
      if (text.includes(PLANNED_FOR_VALUES)) return undefined;
      const known = names.get(text);
      if (known !== undefined || names.size >= mostNames) return known;
      if (!once.delete(text)) {
        if (once.size >= MOST_TEXTS) once.clear();
        once.add(text);
        return undefined;
      }
      const name = `s${names.size + 1}`;
      names.set(text, name);
      return name;
    },
  };
};

/** True of the refusal of a prepared statement whose table has other columns than when it was prepared. */
export const isOutdated = (error: unknown): boolean => {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return code === "0A000" && /cached plan must not change result type/.test(String(message));
};
