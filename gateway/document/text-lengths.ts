/** How long the texts of arguments may be: one table, by name for cursors, by coordinate for a text that is longer than usual. */

/** Longest text of an argument that declares nothing, in UTF-16 units. */
export const TEXT_LENGTH = 1_000;

/** Longest cursor; cursors are made by the services and hold a place in each (8 KiB). */
const CURSOR_LENGTH = 8_192;

/** Names of arguments that are cursors wherever they stand. */
const CURSORS: ReadonlySet<string> = new Set(["after", "before", "since"]);

/** Longer texts by the coordinate of the argument, such as `Mutation.submitObjection(statement:)` or `ObjectionInput.statement`. */
const DECLARED: Readonly<Record<string, number>> = {};

/** Longest text at a place: `coordinate` as in the GraphQL specification, `name` of the argument or input field. */
export const textLengthAt = (coordinate: string, name: string): number =>
  DECLARED[coordinate] ?? (CURSORS.has(name) ? CURSOR_LENGTH : TEXT_LENGTH);
