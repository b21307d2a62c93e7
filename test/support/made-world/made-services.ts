/** The services of the real graph over a made world: each its committed SDL, with values in place of a database. */
import { readdirSync, readFileSync } from "node:fs";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { graphql, isObjectType, Kind, parse, type DocumentNode, type GraphQLSchema } from "graphql";
import { projectPath } from "../../../platform/config/index.js";
import { idOfKey, MadeWorld, type MadeObject } from "./made-values.js";

/** One of them. */
export interface MadeService {
  readonly name: string;
  /** Executes a request of the gateway. */
  ask(query: string, variables: Readonly<Record<string, unknown>>): Promise<object>;
}

/** The world, and its services. */
export interface MadeServices {
  readonly world: MadeWorld;
  readonly services: ReadonlyMap<string, MadeService>;
  /** Coordinates of fields that are keys or required by others: without them nothing else is found. */
  readonly needed: ReadonlySet<string>;
}

/** The argument of a directive that is a text. */
const textOf = (directive: { readonly arguments?: readonly { readonly value: object }[] }): string =>
  String((directive.arguments?.[0]?.value as { readonly value?: string } | undefined)?.value ?? "");

/** Fields named by a directive, by the type or the field that bears it. */
const namedBy = (document: DocumentNode, directive: "key" | "requires"): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>();
  const add = (place: string, fields: string): void =>
    void found.set(place, new Set([...(found.get(place) ?? []), ...fields.trim().split(/\s+/)]));
  for (const type of document.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    for (const each of type.directives ?? [])
      if (directive === "key" && each.name.value === "key") add(type.name.value, textOf(each));
    for (const field of type.fields ?? [])
      for (const each of field.directives ?? [])
        if (each.name.value === directive) add(`${type.name.value}.${field.name.value}`, textOf(each));
  }
  return found;
};

/** Starts them in this process; `whole` is the public schema, in which the same world can be asked in one piece. */
export const createMadeServices = (whole: GraphQLSchema): MadeServices => {
  const folder = projectPath("schema/subgraphs");
  const documents = new Map(
    readdirSync(folder).map((file) => [file.replace(".graphql", ""), parse(readFileSync(`${folder}/${file}`, "utf8"))]),
  );
  const keys = new Map<string, Set<string>>();
  for (const document of documents.values())
    for (const [type, fields] of namedBy(document, "key"))
      keys.set(type, new Set([...(keys.get(type) ?? []), ...fields]));
  /** What is known of an entity by its representation; everything that was said must be so. */
  const entity = (said: Readonly<Record<string, unknown>>): MadeObject => {
    const $type = String(said["__typename"]);
    const key = [...keys.get($type)!].find((name) => said[name] !== undefined && said[name] !== null);
    const object: MadeObject = { $type, $id: idOfKey(said[key!]), $said: said };
    for (const [name, value] of Object.entries(said))
      if (name !== "__typename" && JSON.stringify(world.field(object, name)) !== JSON.stringify(value))
        throw new Error(`${$type} ${object.$id} is not known by ${name}: ${JSON.stringify(value)}`);
    return object;
  };
  const schemas = new Map(
    [...documents].map(([name, typeDefs]) => [
      name,
      buildSubgraphSchema([
        {
          typeDefs,
          resolvers: Object.fromEntries(
            [...namedBy(typeDefs, "key").keys()].map((type) => [type, { __resolveReference: entity }]),
          ) as never,
        },
      ]),
    ]),
  );
  const world = new MadeWorld([whole, ...schemas.values()], keys);
  const needed = new Set([...keys].flatMap(([type, fields]) => [...fields].map((field) => `${type}.${field}`)));
  const services = new Map(
    [...schemas].map(([name, schema]): [string, MadeService] => {
      const required = namedBy(documents.get(name)!, "requires");
      for (const [coordinate, fields] of required)
        for (const field of fields) needed.add(`${coordinate.split(".")[0]}.${field}`);
      requireWhatIsRequired(schema, required, world);
      const ask: MadeService["ask"] = (source, variableValues) =>
        graphql({ schema, source, variableValues, fieldResolver: world.resolve, typeResolver: world.typeOf });
      return [name, { name, ask }];
    }),
  );
  return { world, services, needed };
};

/** A field that requires others answers only where the gateway has told them. */
const requireWhatIsRequired = (
  schema: GraphQLSchema,
  required: ReadonlyMap<string, ReadonlySet<string>>,
  world: MadeWorld,
): void => {
  for (const [coordinate, fields] of required) {
    const [typeName, fieldName] = coordinate.split(".") as [string, string];
    const type = schema.getType(typeName);
    if (!isObjectType(type)) continue;
    type.getFields()[fieldName]!.resolve = (object: MadeObject, ...rest) => {
      const missing = [...fields].filter((field) => !Object.hasOwn(object.$said ?? {}, field));
      if (missing.length > 0) throw new Error(`${coordinate} was asked without ${missing.join()}.`);
      return world.resolve(object, ...rest);
    };
  }
};
