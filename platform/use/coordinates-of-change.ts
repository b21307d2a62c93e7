/** Which schema coordinates clients ask for that a change of the schema touches. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";

/**
 * Coordinates of fields, arguments and input fields in the schema before the change. `path` is `Type`, `Type.field`, `Type.field.argument`,
 * `Input.field` or `Enum.VALUE`. What can not be told apart is told with: of a value of an enum all that is of the enum, of a new
 * required argument its field.
 */
export const coordinatesOfChange = (schema: GraphQLSchema, path: string): string[] => {
  const [owner = "", name, argument] = path.split(".");
  const type = schema.getType(owner);
  if (!type) return [];
  if (name === undefined) return [...new Set([...within(type), ...placesOf(schema, type)])].sort();
  if (isEnumType(type)) return placesOf(schema, type);
  if (isInputObjectType(type)) return type.getFields()[name] ? [`${owner}.${name}`] : placesOf(schema, type);
  if (!isObjectType(type) && !isInterfaceType(type)) return placesOf(schema, type);
  const field = type.getFields()[name];
  if (!field) return [];
  const known = field.args.some((arg) => arg.name === argument);
  return [known ? `${owner}.${name}(${argument}:)` : `${owner}.${name}`];
};

/** What stands in a type. */
const within = (type: GraphQLNamedType): string[] =>
  isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
    ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`)
    : [];

/** What is of a type; of a type of inputs, arguments and input fields of those that hold it too. */
const placesOf = (schema: GraphQLSchema, wanted: GraphQLNamedType): string[] => {
  const wantedNames = new Set([wanted.name]);
  const found = new Set<string>();
  const isWanted = ({ type }: GraphQLField<unknown, unknown> | GraphQLArgument | GraphQLInputField): boolean =>
    wantedNames.has(getNamedType(type).name);
  for (let before = -1; before < wantedNames.size;) {
    before = wantedNames.size;
    for (const type of Object.values(schema.getTypeMap())) {
      if (type.name.startsWith("__")) continue;
      if (isInputObjectType(type))
        for (const field of Object.values(type.getFields()))
          if (isWanted(field)) {
            found.add(`${type.name}.${field.name}`);
            wantedNames.add(type.name);
          }
      if (isObjectType(type) || isInterfaceType(type))
        for (const field of Object.values(type.getFields())) {
          if (isWanted(field)) found.add(`${type.name}.${field.name}`);
          for (const arg of field.args) if (isWanted(arg)) found.add(`${type.name}.${field.name}(${arg.name}:)`);
        }
    }
  }
  return [...found].sort();
};
