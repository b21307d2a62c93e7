/** The kinds of record that nouns of all services declare, for the one enumeration of the graph. */
import type { DeclaredKind } from "../platform/graphql/index.js";
import type { AnySubgraph } from "./subgraph-definitions.js";

/** All declared kinds: those that were known keep their place, new ones come last. Throws a sentence where two services declare the same. */
export const declaredKinds = (
  subgraphs: readonly Pick<AnySubgraph, "name" | "changes">[],
  known: readonly DeclaredKind[],
): readonly DeclaredKind[] => {
  const declared = new Map<string, DeclaredKind>();
  for (const { name, changes = [] } of subgraphs)
    for (const kind of changes) {
      if (declared.has(kind.kind))
        throw new Error(`subgraphs/${name}: the kind of record ${kind.kind} is declared twice.`);
      declared.set(kind.kind, kind);
    }
  return [...new Set([...known.map(({ kind }) => kind), ...declared.keys()])].flatMap(
    (kind) => declared.get(kind) ?? [],
  );
};
