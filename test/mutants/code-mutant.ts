/** What a mutant of the code is: one rule of disclosure switched off in the source, and the tests that must notice. */

/** A file of tests, or those of its tests whose names hold a pattern. */
export interface TestSlice {
  readonly file: string;
  readonly name?: string;
}

/** One change of one source file. */
export interface CodeMutant {
  /** What no longer holds. */
  readonly name: string;
  readonly file: string;
  /** Text of the source; it stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  readonly tests: TestSlice;
}

/** Mutants of one file that the same tests kill, each as its name, the text and what stands there instead. */
export const mutantsOf = (
  file: string,
  tests: TestSlice,
  changes: readonly (readonly [name: string, find: string, replace: string])[],
): CodeMutant[] => changes.map(([name, find, replace]) => ({ name, file, find, replace, tests }));

/** The source with the mutant's change. Throws a sentence that names the mutant where its text is gone or not alone. */
export const mutated = ({ name, file, find, replace }: CodeMutant, source: string): string => {
  const [before, after, ...more] = source.split(find);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(
      `The mutant "${name}" looks for text that ${file} holds ${more.length === 0 ? "nowhere" : "more than once"}: ${find}`,
    );
  return `${before}${replace}${after}`;
};
