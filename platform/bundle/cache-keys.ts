/** By which key a client's cache knows an object, where it is not `id`: out of the composed graph, and into the descriptions of its types. */
import { isObjectType, Kind, parse, type GraphQLSchema, type ObjectTypeDefinitionNode } from "graphql";

/** The public keys of an entity, by which services of the graph know it; the shortest first. */
const keysOf = ({ directives = [] }: ObjectTypeDefinitionNode, fields: ReadonlySet<string>): readonly string[][] =>
  directives
    .filter(({ name }) => name.value === "join__type")
    .flatMap(({ arguments: given = [] }) => given.filter(({ name }) => name.value === "key"))
    .flatMap(({ value }) => (value.kind === Kind.STRING ? [value.value.split(" ")] : []))
    .filter((key) => key.every((field) => fields.has(field)))
    .sort((a, b) => a.length - b.length);

/** Key fields by type; of what has no identity of its own none. Types with the key `id`, as caches take for granted, are left out. */
export const keysByType = (schema: GraphQLSchema, supergraphSdl: string): ReadonlyMap<string, readonly string[]> => {
  const roots = [schema.getQueryType()?.name, schema.getMutationType()?.name, schema.getSubscriptionType()?.name];
  const shown = (name: string): ReadonlySet<string> => {
    const type = schema.getType(name);
    return new Set(isObjectType(type) ? Object.keys(type.getFields()) : []);
  };
  return new Map(
    parse(supergraphSdl)
      .definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION)
      .filter(({ name }) => isObjectType(schema.getType(name.value)) && !roots.includes(name.value))
      .map((type): [string, readonly string[][]] => [type.name.value, keysOf(type, shown(type.name.value))])
      .filter(([, keys]) => !keys.some((key) => key.join() === "id"))
      .map(([name, [key = []]]): [string, readonly string[]] => [name, key])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};

/** What stands before the key in a description, in a paragraph of its own. */
export const KEY_NOTE = "\n\nKey: ";

/** Says in the descriptions of the schema's types by which fields a cache knows them, where a cache would think otherwise. */
export const describeKeys = (schema: GraphQLSchema, supergraphSdl: string): void => {
  for (const [name, key] of keysByType(schema, supergraphSdl)) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    if (key.length > 0) type.description = `${type.description ?? name}${KEY_NOTE}\`${key.join(" ")}\`.`;
    else if ("id" in type.getFields())
      type.description = `${type.description ?? name}${KEY_NOTE}none, it is kept inside its parent.`;
  }
};
