/** The parts of a document: its operation, its fragments, and whether one of them is spread within itself. */
import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** The one operation of a document; undefined where it holds fragments alone. */
export const operationOf = ({ definitions }: DocumentNode): OperationDefinitionNode | undefined =>
  definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );

/** Fragments of a document by name. */
export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The fragments of a document. */
export const fragmentsOf = (document: DocumentNode): Fragments =>
  new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );

/** True where a fragment is spread within itself: validation names it, and nothing here would end. */
export const hasCycle = (fragments: Fragments): boolean => {
  const spreads = new Map([...fragments].map(([name, fragment]) => [name, spreadsIn(fragment.selectionSet)]));
  const done = new Set<string>();
  const walk = (name: string, above: ReadonlySet<string>): boolean => {
    if (above.has(name)) return true;
    if (done.has(name)) return false;
    const found = (spreads.get(name) ?? []).some((next) => walk(next, new Set([...above, name])));
    done.add(name);
    return found;
  };
  return [...fragments.keys()].some((name) => walk(name, new Set()));
};

const spreadsIn = (set: SelectionSetNode): string[] =>
  set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection.name.value];
    return selection.selectionSet ? spreadsIn(selection.selectionSet) : [];
  });
