/** Which fields a request to a service asked for: whoever was not asked for a field has not failed to give it. */
import { Kind, parse, type SelectionSetNode } from "graphql";
import { fragmentsOf, operationOf, type Fragments } from "../document/fragments.js";
import { withoutPlannersAliases } from "./planners-aliases.js";

/** True where a document asks for the field at these keys: below its entities, or below its root where it asks for none. */
export type AsksFor = (keys: readonly string[]) => boolean;

/** Reads a document of the planner's, once it is first asked: gaps in answers are rare. */
export const createAsksFor = (query: string): AsksFor => {
  let known: { readonly roots: readonly SelectionSetNode[]; readonly fragments: Fragments } | undefined;
  return (keys) => {
    known ??= read(query);
    const { roots, fragments } = known;
    let sets = roots;
    for (const key of keys.slice(0, -1)) sets = below(fragments, sets, key);
    return fieldsOf(fragments, sets).some(({ key }) => key === keys.at(-1));
  };
};

const read = (query: string): { readonly roots: readonly SelectionSetNode[]; readonly fragments: Fragments } => {
  const document = parse(query, { noLocation: true });
  const fragments = fragmentsOf(document);
  const operation = operationOf(document);
  const root = operation ? [operation.selectionSet] : [];
  const entities = below(fragments, root, "_entities");
  return { roots: entities.length > 0 ? entities : root, fragments };
};

interface Asked {
  readonly key: string;
  readonly selectionSet: SelectionSetNode | undefined;
}

const below = (fragments: Fragments, sets: readonly SelectionSetNode[], wanted: string): SelectionSetNode[] =>
  fieldsOf(fragments, sets).flatMap(({ key, selectionSet }) => (key === wanted && selectionSet ? [selectionSet] : []));

/** Fields of the sets, those of fragments too, whatever type they are for. */
const fieldsOf = (fragments: Fragments, sets: readonly SelectionSetNode[]): Asked[] =>
  sets.flatMap(({ selections }) =>
    selections.flatMap((selection): Asked[] => {
      if (selection.kind === Kind.FIELD) {
        const [key] = withoutPlannersAliases([(selection.alias ?? selection.name).value]);
        return [{ key: key!, selectionSet: selection.selectionSet }];
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(fragments, [selection.selectionSet]);
      const fragment = fragments.get(selection.name.value);
      return fragment ? fieldsOf(fragments, [fragment.selectionSet]) : [];
    }),
  );
