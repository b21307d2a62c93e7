/** Checks the arguments of a validated document once, literals and variables alike, and makes null of an optional one absent. */
import {
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  Kind,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  type ValueNode,
} from "graphql";
import { badInput } from "../../platform/errors/index.js";
import { checkText, type TextPlace } from "./check-text.js";
import { walkFields } from "./walk-fields.js";
import type { CheckedRequest } from "./without-nulls.js";

/** Variables after coercion, defaults filled in. */
type Variables = Readonly<Record<string, unknown>>;

/** Checks every argument that the request gives. Throws BAD_USER_INPUT with argument and rule. */
export const checkArguments = (schema: GraphQLSchema, { document, coerced }: CheckedRequest): void =>
  walkFields({ schema, document, variables: coerced }, (field, node, parent) => {
    for (const definition of field.args) {
      const given = node.arguments?.find(({ name }) => name.value === definition.name);
      const place = {
        argument: definition.name,
        coordinate: `${parent}.${field.name}(${definition.name}:)`,
        name: definition.name,
      };
      checkPlace(given && valueOf(given.value, definition.type, coerced), definition, place);
    }
  });

/** The value of a node as it will be read; undefined for a variable that was not given. */
const valueOf = (node: ValueNode, type: GraphQLInputType, variables: Variables): unknown => {
  if (node.kind === Kind.VARIABLE) return variables[node.name.value];
  if (node.kind === Kind.NULL) return null;
  if (isNonNullType(type)) return valueOf(node, type.ofType, variables);
  if (isListType(type))
    return node.kind === Kind.LIST
      ? node.values.map((item) => valueOf(item, type.ofType, variables) ?? null)
      : [valueOf(node, type.ofType, variables)];
  if (isInputObjectType(type) && node.kind === Kind.OBJECT) {
    const fields = type.getFields();
    return Object.fromEntries(
      node.fields.map(({ name, value }) => [name.value, valueOf(value, fields[name.value]!.type, variables)]),
    );
  }
  // What validation has read already is checked as text alone.
  return "value" in node ? node.value : undefined;
};

const checkPlace = (value: unknown, definition: GraphQLArgument | GraphQLInputField, place: TextPlace): void => {
  if (value !== undefined && value !== null) return checkValue(value, definition.type, place);
  // One with a default takes it where null is sent.
  if (isNonNullType(definition.type) && definition.defaultValue === undefined) throw required(place);
};

const required = ({ argument }: TextPlace): Error =>
  badInput(argument, "REQUIRED", `The argument ${argument} must not be null.`);

const checkValue = (value: unknown, type: GraphQLInputType, place: TextPlace): void => {
  if (isNonNullType(type)) {
    if (value === null || value === undefined) throw required(place);
    return checkValue(value, type.ofType, place);
  }
  if (value === null || value === undefined) return;
  if (isListType(type)) {
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) checkValue(item, type.ofType, place);
    return;
  }
  const named = getNamedType(type);
  if (isInputObjectType(named)) {
    for (const field of Object.values(named.getFields()))
      checkPlace((value as Record<string, unknown>)[field.name], field, {
        argument: `${place.argument}.${field.name}`,
        coordinate: `${named.name}.${field.name}`,
        name: field.name,
      });
    return;
  }
  if (typeof value === "string" && isScalarType(named)) checkText(value, place);
};
