/** Names that a file gives to codes of bodies, so that one code of several names is told. Pure. */

/** First names that a file gives to the codes of bodies. */
export interface NamedBodies {
  /** The first name of the code, which is this one where none was given before; undefined as long as there is none. */
  first(code: string, name?: string): string | undefined;
}

/** Creates it for one reading of a file. */
export const createNamedBodies = (): NamedBodies => {
  const names = new Map<string, string>();
  return {
    first(code, name) {
      const key = code.normalize("NFKC").trim().toUpperCase();
      const known = names.get(key);
      if (known === undefined && name !== undefined) names.set(key, name);
      return known ?? name;
    },
  };
};
