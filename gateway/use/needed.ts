/** Which fields a service is given for the fields that a client asks of it: keys and `@requires`, as a supergraph tells them. */
import { Kind, parse, type ConstDirectiveNode, type DocumentNode, type SelectionSetNode, type TypeNode } from "graphql";
import { parseSupergraph } from "../../platform/disclosure/table/index.js";
import { argumentOf, graphsOf, named } from "../generation/join-directives.js";

/** Coordinates that may be read for those that a client asks for, without them; sorted. */
export type NeededFor = (coordinates: readonly string[]) => string[];

/** What is read of a supergraph, by the coordinate of a field. */
interface Fields {
  /** What the services that give it must be given. */
  readonly sets: ReadonlyMap<string, readonly string[]>;
  /** Name of its type. */
  readonly types: ReadonlyMap<string, string>;
}

/** Reads a supergraph, once it is first asked. */
export const createNeeded = (supergraph: string): NeededFor => {
  let known: Fields | undefined;
  return (coordinates) => {
    known ??= read(parseSupergraph(supergraph));
    const needed = new Set<string>();
    for (const coordinate of coordinates)
      for (const set of known.sets.get(coordinate) ?? [])
        addFields(known.types, coordinate.split(".")[0]!, selectionsOf(set), needed);
    for (const coordinate of coordinates) needed.delete(coordinate);
    return [...needed].sort();
  };
};

const read = ({ definitions }: DocumentNode): Fields => {
  const sets = new Map<string, string[]>();
  const types = new Map<string, string>();
  for (const node of definitions) {
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const joined = named("join__type", node.directives);
    for (const { name, type, directives } of node.fields ?? []) {
      const coordinate = `${node.name.value}.${name.value}`;
      types.set(coordinate, namedTypeOf(type));
      const fields = named("join__field", directives);
      const givers = graphsOf(fields.filter((directive) => argumentOf(directive, "external") !== true));
      sets.set(coordinate, [
        // What no service is named for, all give that know the type, so that none of them is asked by a key.
        ...joined
          .filter((directive) => givers.includes(String(argumentOf(directive, "graph"))))
          .flatMap((directive) => setOf(directive, "key")),
        ...fields.flatMap((directive) => setOf(directive, "requires")),
      ]);
    }
  }
  return { sets, types };
};

const namedTypeOf = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);

const setOf = (directive: ConstDirectiveNode, name: string): string[] => {
  const value = argumentOf(directive, name);
  return typeof value === "string" ? [value] : [];
};

/** A field set is a selection set without its braces. */
const selectionsOf = (set: string): SelectionSetNode => {
  const [operation] = parse(`{${set}}`, { noLocation: true }).definitions;
  return (operation as { readonly selectionSet: SelectionSetNode }).selectionSet;
};

const addFields = (types: Fields["types"], type: string, set: SelectionSetNode, into: Set<string>): void => {
  for (const selection of set.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT)
      addFields(types, selection.typeCondition?.name.value ?? type, selection.selectionSet, into);
    if (selection.kind !== Kind.FIELD || selection.name.value === "__typename") continue;
    const coordinate = `${type}.${selection.name.value}`;
    into.add(coordinate);
    const below = types.get(coordinate);
    if (below && selection.selectionSet) addFields(types, below, selection.selectionSet, into);
  }
};
