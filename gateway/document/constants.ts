/** Values that a document writes out, as what its variables would hold: documents that differ by them alone are then planned once. */
import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type GraphQLInputType,
  type ValueNode,
} from "graphql";

/** What says that a value is better left where it stands. */
export const AS_WRITTEN = Symbol("as written");

/**
 * The JSON value that a service reads as it would read the literal of this type; AS_WRITTEN where that is not certain: where it
 * holds a variable, and for numbers in a scalar of our own, which may go by their digits.
 */
export const constantOf = (node: ValueNode, type: GraphQLInputType): unknown => {
  if (isNonNullType(type)) return constantOf(node, type.ofType as GraphQLInputType);
  if (node.kind === Kind.NULL) return null;
  if (isListType(type)) return listOf(node, type.ofType as GraphQLInputType);
  if (isInputObjectType(type)) return node.kind === Kind.OBJECT ? objectOf(node.fields, type.getFields()) : AS_WRITTEN;
  if (isEnumType(type)) return node.kind === Kind.ENUM ? node.value : AS_WRITTEN;
  switch (node.kind) {
    case Kind.STRING:
      return node.value;
    case Kind.BOOLEAN:
      return type === GraphQLBoolean ? node.value : AS_WRITTEN;
    case Kind.INT:
      // An ID takes the digits (GraphQL, section 3.5.5).
      if (type === GraphQLID) return node.value;
      return type === GraphQLInt || type === GraphQLFloat ? Number(node.value) : AS_WRITTEN;
    case Kind.FLOAT:
      return type === GraphQLFloat ? Number(node.value) : AS_WRITTEN;
    default:
      return AS_WRITTEN;
  }
};

/** A value that is no list is a list of one (section 3.11). */
const listOf = (node: ValueNode, type: GraphQLInputType): unknown => {
  if (node.kind !== Kind.LIST) return constantOf(node, type);
  const items = node.values.map((value) => constantOf(value, type));
  return items.includes(AS_WRITTEN) ? AS_WRITTEN : items;
};

const objectOf = (
  fields: readonly { readonly name: { readonly value: string }; readonly value: ValueNode }[],
  types: Readonly<Record<string, { readonly type: GraphQLInputType }>>,
): unknown => {
  const made = fields.map(({ name, value }) => [name.value, constantOf(value, types[name.value]!.type)] as const);
  return made.some(([, value]) => value === AS_WRITTEN) ? AS_WRITTEN : Object.fromEntries(made);
};
