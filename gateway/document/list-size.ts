/** How many items a field's list may have, read from its arguments before anything is asked: what a document costs depends on it. */
import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLField,
  type GraphQLOutputType,
  type OperationDefinitionNode,
  type ValueNode,
} from "graphql";
import type { ListSize } from "./cost-directives.js";

/** Items of a page where `first` is not given. */
export const DEFAULT_PAGE = 20;
/** Items of a list that has no `first`. */
export const PLAIN_LIST = 10;

/** What a variable or literal stands for: the variables that were sent, and the defaults of the operation. */
export interface Variables {
  readonly given: Readonly<Record<string, unknown>>;
  readonly defaults: ReadonlyMap<string, ValueNode>;
}

/** The variables of an operation as they were sent. */
export const variablesOf = (operation: OperationDefinitionNode, given: unknown): Variables => ({
  given: given !== null && typeof given === "object" ? (given as Record<string, unknown>) : {},
  defaults: new Map(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, defaultValue] as const] : [],
    ),
  ),
});

/** The JSON value of a scalar literal or variable; undefined where there is none. Null is kept: a default does not replace it. */
export const scalarOf = (node: ValueNode | undefined, variables: Variables): unknown => {
  switch (node?.kind) {
    case Kind.VARIABLE: {
      const name = node.name.value;
      return Object.hasOwn(variables.given, name)
        ? variables.given[name]
        : scalarOf(variables.defaults.get(name), { given: {}, defaults: new Map() });
    }
    case Kind.INT:
      return Number(node.value);
    case Kind.BOOLEAN:
      return node.value;
    case Kind.NULL:
      return null;
    default:
      return undefined;
  }
};

/** A count that a list can have. What is none (null, text, 0, less) is left to validation, and counts as not given. */
const asCount = (value: unknown): number | undefined =>
  typeof value === "number" && value >= 1 && Number.isInteger(value) ? value : undefined;

/** Lists within each other that a type has: 0 for a single value, 1 for a list. */
export const listDepth = (type: GraphQLOutputType): number => {
  if (isNonNullType(type)) return listDepth(type.ofType);
  return isListType(type) ? 1 + listDepth(type.ofType) : 0;
};

/**
 * The fields that are the list of what a field returns, such as `edges` and `nodes`: they share one length. Of an object that has
 * neither, all its lists where the field takes `first`. None for a list itself.
 */
export const sizedFields = (
  field: GraphQLField<unknown, unknown>,
  declared: readonly (ListSize | undefined)[],
): readonly string[] => {
  const named = getNamedType(field.type);
  if (listDepth(field.type) > 0 || !(isObjectType(named) || isInterfaceType(named))) return [];
  const stated = declared.flatMap((size) => size?.sizedFields ?? []);
  if (stated.length > 0) return stated;
  const lists = Object.values(named.getFields()).filter(
    ({ type }) => listDepth(type) > 0 && isCompositeType(getNamedType(type)),
  );
  const ofConnection = lists.filter(({ name }) => name === "edges" || name === "nodes");
  return (ofConnection.length > 0 || !hasFirst(field) ? ofConnection : lists).map(({ name }) => name);
};

/** Items of the list that a field returns, or that the connection has which it returns. */
export const listLength = (
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  declared: ListSize | undefined,
  variables: Variables,
): number => {
  const lengths = (declared?.slicingArguments ?? ["first"]).flatMap((name) => {
    const definition = field.args.find((argument) => argument.name === name);
    if (!definition) return [];
    const given = asCount(scalarOf(node.arguments?.find((argument) => argument.name.value === name)?.value, variables));
    const length = given ?? asCount(definition.defaultValue);
    return length === undefined ? [] : [length];
  });
  if (lengths.length > 0) return Math.max(...lengths);
  const asked = keysAsked(node, field, variables);
  if (asked !== undefined) return Math.min(asked, declared?.assumedSize ?? asked);
  return declared?.assumedSize ?? (listDepth(field.type) > 0 && !hasFirst(field) ? PLAIN_LIST : DEFAULT_PAGE);
};

/** Keys that are given to a list of records by key, `ids`: it has an item for each. Undefined where it takes none, or what is given is no list. */
const keysAsked = (
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
  variables: Variables,
): number | undefined => {
  if (listDepth(field.type) === 0 || !field.args.some(({ name }) => name === "ids")) return undefined;
  return lengthOf(node.arguments?.find(({ name }) => name.value === "ids")?.value, variables);
};

const lengthOf = (node: ValueNode | undefined, variables: Variables): number | undefined => {
  if (node?.kind === Kind.LIST) return node.values.length;
  if (node?.kind !== Kind.VARIABLE) return undefined;
  const name = node.name.value;
  if (!Object.hasOwn(variables.given, name))
    return lengthOf(variables.defaults.get(name), { given: {}, defaults: new Map() });
  const given = variables.given[name];
  return Array.isArray(given) ? given.length : undefined;
};

const hasFirst = (field: GraphQLField<unknown, unknown>): boolean => field.args.some(({ name }) => name === "first");
