/** The object types that an object of a type can have; each type is read once. */
import { isAbstractType, type GraphQLCompositeType, type GraphQLSchema } from "graphql";

/** Names of the object types that can stand for the type. */
export type PossibleTypes = (type: GraphQLCompositeType) => ReadonlySet<string>;

/** Creates the reader of a schema. */
export const createPossibleTypes = (schema: GraphQLSchema): PossibleTypes => {
  const read = new Map<GraphQLCompositeType, ReadonlySet<string>>();
  return (type) => {
    const known = read.get(type);
    if (known) return known;
    const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
    const names = new Set(types.map(({ name }) => name));
    read.set(type, names);
    return names;
  };
};
