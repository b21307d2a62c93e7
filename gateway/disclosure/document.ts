/** Small readers of a document: conditions, defaults of variables, list positions of a type. */
import {
  isInputType,
  isListType,
  isNonNullType,
  Kind,
  valueFromAST,
  type DirectiveNode,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import type { Condition, Variables } from "./shape.js";

/** Defaults of an operation's variables. */
export const defaultsOf = (operation: OperationDefinitionNode, schema: GraphQLSchema): Variables =>
  Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, type, defaultValue }) => {
      const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
      const known = named.kind === Kind.NAMED_TYPE ? schema.getType(named.name.value) : undefined;
      return defaultValue && isInputType(known) ? [[variable.name.value, valueFromAST(defaultValue, known)]] : [];
    }),
  );

/** `__typename`. */
export const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/** `__typename` under another key. */
export const aliased = (alias: string): FieldNode => ({ ...TYPENAME, alias: { kind: Kind.NAME, value: alias } });

/** `@include` and `@skip` among the directives. */
export const conditionsOf = (directives: readonly DirectiveNode[] | undefined): Condition[] =>
  (directives ?? []).flatMap(({ name, arguments: given }): Condition[] => {
    const value = given?.[0]?.value;
    const expected = name.value === "include";
    if (!expected && name.value !== "skip") return [];
    if (value?.kind === Kind.VARIABLE) return [{ value: { variable: value.name.value }, expected }];
    return value?.kind === Kind.BOOLEAN ? [{ value: value.value, expected }] : [];
  });

/** `@` for each list of the type. */
export const positions = (type: GraphQLOutputType): string[] => {
  if (isNonNullType(type)) return positions(type.ofType);
  return isListType(type) ? ["@", ...positions(type.ofType)] : [];
};
