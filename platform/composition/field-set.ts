/** Field sets of federation (`id owner { uscc }`): a selection set without its braces. */
import { Kind, parse, type SelectionSetNode } from "graphql";

/** The selections of a field set. Throws GraphQLError where it is none. */
export const parseFieldSet = (fields: string): SelectionSetNode => {
  const [operation] = parse(`{${fields}}`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${fields} is no field set.`);
  return operation.selectionSet;
};
