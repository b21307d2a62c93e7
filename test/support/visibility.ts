/**
 * Who may see what, typed by hand from the visibility matrix (domain.md §15 of the field's reference): one row of this table
 * per record, one line per field, one letter per viewer. It is never derived from the policy table: it is what that is tested against.
 */
import type { TestStack } from "./stack.js";
import type { VIEWERS } from "./viewers.js";

/** A viewer of the table. */
export type ViewerName = keyof typeof VIEWERS;

/** The order of the letters. */
export const VIEWER_ORDER: readonly ViewerName[] = [
  "anonymous",
  "citizen-1",
  "citizen-2",
  "agent-1",
  "officer-1",
  "officer-2",
  "supervisor-1",
  "auditor-1",
  "publisher-1",
  "app-open",
  "app-partner",
];

/** F full value · M masked value · N null and listed as withheld · H the record itself is not found · 0 full, and the value is null. */
export type Letter = "F" | "M" | "N" | "H" | "0";

/** A record and who sees which of its fields. */
export interface VisibleRecord {
  readonly name: string;
  readonly subgraph: string;
  readonly type: string;
  readonly key: string;
  /** The key's value, or SQL of the owning schema that finds it. */
  readonly id: string | { readonly sql: string };
  /** Root field that gives the record, with $id for the key's value. */
  readonly root: string;
  /** Other ways to it in the graph: selections with $id, and $ where the record's own selection goes. */
  readonly ways?: readonly string[];
  /** Selection of a field → letters in the order of the viewers; blanks are for reading. */
  readonly fields: Readonly<Record<string, string>>;
  /** What masked values look like. */
  readonly masked?: Readonly<Record<string, RegExp>>;
}

/** Letters of one line. Throws where the line is not one letter a viewer. */
export const lettersOf = (line: string): readonly Letter[] => {
  const letters = [...line.replaceAll(" ", "")];
  if (letters.length !== VIEWER_ORDER.length || !letters.every((letter) => "FMNH0".includes(letter)))
    throw new Error(`${line} is not a letter for each of ${VIEWER_ORDER.length} viewers.`);
  return letters as Letter[];
};

/** Name of the field that a selection asks for: `steps { name }` → steps. */
export const fieldOf = (selection: string): string => /^\w+/.exec(selection)![0];

/** The key's value of a record in this stack. */
export const idOf = async (stack: TestStack, { subgraph, id, name }: VisibleRecord): Promise<string> => {
  if (typeof id === "string") return id;
  const { rows } = (await stack.databases[subgraph]!.raw(id.sql)) as { rows: { id: string }[] };
  if (rows[0] === undefined) throw new Error(`The seed has no record for ${name}.`);
  return rows[0].id;
};
