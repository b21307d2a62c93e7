/** JSON Schema of what an operation is given. */
import {
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from "graphql";
import type { DoorVariable } from "../operations.js";
import { described, orNull, type JsonSchema, type NamedSchemas } from "./json-schema.js";
import { leafSchema } from "./leaf-schemas.js";

/** The schema of an input type; what may be null says so. */
export const inputSchema = (type: GraphQLInputType, named: NamedSchemas): JsonSchema =>
  isNonNullType(type) ? presentInput(type.ofType, named) : orNull(presentInput(type, named));

/** The same without null. */
export const presentInput = (type: GraphQLInputType, named: NamedSchemas): JsonSchema => {
  if (isNonNullType(type)) return presentInput(type.ofType as GraphQLInputType, named);
  if (isListType(type)) return { type: "array", items: inputSchema(type.ofType as GraphQLInputType, named) };
  if (isInputObjectType(type)) return named.refer(type.name, () => objectSchema(type, named));
  return leafSchema(type, named);
};

const objectSchema = (type: GraphQLInputObjectType, named: NamedSchemas): JsonSchema => {
  const fields = Object.values(type.getFields());
  return described(
    {
      type: "object",
      properties: Object.fromEntries(
        fields.map(({ name, description, type: of }) => [name, described(inputSchema(of, named), description)]),
      ),
      required: fields.filter(isRequiredInputField).map(({ name }) => name),
      additionalProperties: false,
      ...(type.isOneOf ? { minProperties: 1, maxProperties: 1 } : {}),
    },
    type.description,
  );
};

/** True of a variable that may not be left out. */
export const isRequired = ({ type, byDefault }: DoorVariable): boolean =>
  isNonNullType(type) && byDefault === undefined;

/** All variables as one object. */
export const variablesSchema = (variables: readonly DoorVariable[], named: NamedSchemas): JsonSchema => ({
  type: "object",
  properties: Object.fromEntries(
    variables.map((variable) => [variable.name, variableSchema(variable, inputSchema(variable.type, named))]),
  ),
  required: variables.filter(isRequired).map(({ name }) => name),
  additionalProperties: false,
});

/** The schema of a variable with what is said of it. */
export const variableSchema = ({ byDefault, description }: DoorVariable, schema: JsonSchema): JsonSchema =>
  described(byDefault === undefined ? schema : { ...schema, default: byDefault }, description);
