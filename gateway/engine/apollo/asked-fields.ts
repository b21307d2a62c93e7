/** Which fields a request to a service asked for: whoever was not asked for a field has not failed to give it. */
import { Kind, parse, type DocumentNode, type SelectionSetNode } from "graphql";
import { withoutPlannersAliases } from "./entity-places.js";

/** True where the planner's document asks for the field at these keys: below its entities, or below its root where it asks for none. */
export const asksFor = (query: string, keys: readonly string[]): boolean => {
  const document = parse(query, { noLocation: true });
  const roots = document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? [each.selectionSet] : [],
  );
  const entities = below(document, roots, "_entities");
  let sets = entities.length > 0 ? entities : roots;
  for (const key of keys.slice(0, -1)) sets = below(document, sets, key);
  return fieldsOf(document, sets).some(({ key }) => key === keys.at(-1));
};

interface Asked {
  readonly key: string;
  readonly selectionSet: SelectionSetNode | undefined;
}

const below = (document: DocumentNode, sets: readonly SelectionSetNode[], wanted: string): SelectionSetNode[] =>
  fieldsOf(document, sets).flatMap(({ key, selectionSet }) => (key === wanted && selectionSet ? [selectionSet] : []));

/** Fields of the sets, those of fragments too, whatever type they are for. */
const fieldsOf = (document: DocumentNode, sets: readonly SelectionSetNode[]): Asked[] =>
  sets.flatMap(({ selections }) =>
    selections.flatMap((selection): Asked[] => {
      if (selection.kind === Kind.FIELD) {
        const [key] = withoutPlannersAliases([(selection.alias ?? selection.name).value]);
        return [{ key: key!, selectionSet: selection.selectionSet }];
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(document, [selection.selectionSet]);
      const name = selection.name.value;
      return document.definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name
          ? fieldsOf(document, [each.selectionSet])
          : [],
      );
    }),
  );
