/** JSON Schema of scalars and enums. */
import { isEnumType, type GraphQLEnumType, type GraphQLScalarType } from "graphql";
import { described, type JsonSchema, type NamedSchemas } from "./json-schema.js";

/** Scalars of GraphQL. */
const BUILT_IN: Readonly<Record<string, JsonSchema>> = {
  String: { type: "string" },
  ID: { type: "string" },
  Boolean: { type: "boolean" },
  Int: { type: "integer", format: "int32" },
  Float: { type: "number", format: "double" },
};

/** What is known of the graph's own scalars beside that they travel as text (docs/scalars.md); formats are those of RFC 3339. */
const OWN: Readonly<Record<string, JsonSchema>> = {
  Date: { format: "date" },
  DateTime: { format: "date-time" },
  Money: { pattern: String.raw`^-?\d+(\.\d{1,2})?$` },
};

/** The schema of a scalar or an enum. */
export const leafSchema = (type: GraphQLScalarType | GraphQLEnumType, named: NamedSchemas): JsonSchema =>
  BUILT_IN[type.name] ?? named.refer(type.name, () => (isEnumType(type) ? enumSchema(type) : scalarSchema(type)));

const scalarSchema = ({ name, description }: GraphQLScalarType): JsonSchema =>
  described({ type: "string", ...OWN[name] }, description);

/** Values are told one below the other. */
const enumSchema = (type: GraphQLEnumType): JsonSchema => {
  const values = type.getValues();
  const told = values.map(({ name, description }) => `- ${name}${description ? `: ${description}` : ""}`);
  return described(
    { type: "string", enum: values.map(({ name }) => name) },
    [...(type.description ? [type.description, ""] : []), ...told].join("\n"),
  );
};
