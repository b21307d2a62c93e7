/** What is made of an app's documents for the graph of now, and kept for as long as both are the same. */
import type { GraphQLSchema } from "graphql";
import type { NamedDocument } from "../../platform/documents/index.js";

/** Makes `make` answer with what it made before for the same documents and schema, by which the rest that it is given is decided too; documents that are forgotten take it with them. */
export const keptByGraph = <Made, Rest extends readonly unknown[] = []>(
  make: (named: readonly NamedDocument[], schema: GraphQLSchema, ...rest: Rest) => Made,
): typeof make => {
  const known = new WeakMap<readonly NamedDocument[], { readonly schema: GraphQLSchema; readonly made: Made }>();
  return (named, schema, ...rest) => {
    const before = known.get(named);
    if (before?.schema === schema) return before.made;
    const made = make(named, schema, ...rest);
    known.set(named, { schema, made });
    return made;
  };
};
