/** Problems of a mapping that has the right shape. */

/** A sentence, and where in the file it belongs. */
export interface MappingProblem {
  readonly path: readonly string[];
  readonly message: string;
}

/** Where in the file something stands. */
export type Path = readonly string[];

/** A problem for each sentence. */
export const at = (path: Path, messages: readonly string[]): MappingProblem[] =>
  messages.map((message) => ({ path, message }));
