/** A world over the public graph in which every value is made of its place: type, object, field and arguments. Nothing is stored. */
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  type GraphQLTypeResolver,
} from "graphql";
import { globalIdOf } from "../../../gateway/own/node/global-id.js";
import { nodeTypes } from "../../../platform/graphql/node-types.js";
import { createGraphQLError } from "../../../platform/errors/index.js";

const NODES = new Map(nodeTypes().flatMap((node) => (node.key === "id" ? [] : [[node.type, node] as const])));

/** An object of the world: its type and what tells it from others of that type. */
export interface MadeObject {
  readonly $type: string;
  readonly $id: string;
  /** What a gateway said of it when it asked for it; undefined where it was reached from a root. */
  readonly $said?: Readonly<Record<string, unknown>>;
}

/** Fields by type that are keys somewhere. */
export type Keys = ReadonlyMap<string, ReadonlySet<string>>;

/** Objects of each type that has a key; their ids are 0 … 5. */
const ENTITIES = 6;

/** A number below 2^32 for a text (FNV-1a); the same for the same text. */
export const numberOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
};

const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "";
  const parts = Object.entries(value).filter(([, part]) => part !== undefined && part !== null);
  return `{${parts
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, part]) => `${name}:${canonical(part)}`)
    .join()}}`;
};

/** The value of a key of the entity with this number, of which the number can be read again. */
const keyValue = (scalar: string, id: string): unknown =>
  scalar === "Int" ? Number(id) : scalar === "Date" ? `2026-01-1${id}` : `${scalar.toLowerCase()}-${id}`;

/** The number in a key. */
export const idOfKey = (value: unknown): string => String(value).slice(-1);

const leaf = (named: string, seed: number): unknown => {
  switch (named) {
    case "Int":
      return seed % 10_000;
    case "Float":
      return (seed % 10_000) / 8;
    case "Boolean":
      return seed % 2 === 0;
    case "Date":
      return `2026-0${1 + (seed % 9)}-1${seed % 10}`;
    default:
      return `${named}-${seed % 100_000}`;
  }
};

/** Whole numbers of what is in the world; every schema of it, of one service or of all, gives the same value at the same place. */
export class MadeWorld {
  /** `schemas`: every schema of the world. `keys`: those of all services. */
  constructor(
    private readonly schemas: readonly GraphQLSchema[],
    private readonly keys: Keys,
  ) {}

  /** The coordinate of a field that fails wherever it is asked for. */
  failing: string | undefined;

  /** The value of a field, for graphql-js. */
  readonly resolve: GraphQLFieldResolver<unknown, unknown> = (source, given, _context, { parentType, fieldName }) => {
    const object = (source ?? { $type: parentType.name, $id: "root" }) as MadeObject;
    return this.field(object, fieldName, given);
  };

  /** The type of an object, for graphql-js. */
  readonly typeOf: GraphQLTypeResolver<unknown, unknown> = (value) => (value as MadeObject).$type;

  /** The value of a field of an object. Throws where it is the failing one. */
  field({ $type, $id }: MadeObject, name: string, given: unknown = {}): unknown {
    if (this.failing === `${$type}.${name}`) throw createGraphQLError("SERVICE_UNAVAILABLE");
    const types = this.typesOf($type, name);
    const key = this.keys.get($type)?.has(name) && types.every((type) => !isCompositeType(getNamedType(type)));
    if (key) return keyValue(getNamedType(types[0]!).name, $id);
    // The gateway itself makes this one of the key (decision 106).
    const node = name === "id" ? NODES.get($type) : undefined;
    if (node) return globalIdOf($type, this.field({ $type, $id }, node.key));
    return this.value(types, numberOf(`${$type}/${$id}/${name}/${canonical(given)}`));
  }

  private value(types: readonly GraphQLOutputType[], seed: number): unknown {
    // What one service promises never to be null is not null in any.
    const bare = types.map((type) => (isNonNullType(type) ? (type.ofType as GraphQLOutputType) : type));
    if (types.every((type) => !isNonNullType(type)) && seed % 7 === 0) return null;
    const items = bare.flatMap((type) => (isListType(type) ? [type.ofType as GraphQLOutputType] : []));
    if (items.length > 0)
      return Array.from({ length: seed % 3 }, (_, index) => this.value(items, numberOf(`${seed}/${index}`)));
    const [named] = bare.map((type) => getNamedType(type));
    if (isCompositeType(named)) return this.object(bare, seed);
    const enums = bare.flatMap((type) => (isEnumType(type) ? [type.getValues().map((value) => value.name)] : []));
    return enums.length > 0 ? oneOf(enums, seed) : leaf(named!.name, seed);
  }

  private object(types: readonly GraphQLOutputType[], seed: number): MadeObject {
    const possible = types.map((type, index) => {
      const schema =
        this.schemas.find((each) => each.getType(getNamedType(type).name) === type) ?? this.schemas[index]!;
      return isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [getNamedType(type).name];
    });
    const $type = oneOf(possible, seed);
    return { $type, $id: this.keys.has($type) ? String(seed % ENTITIES) : String(seed) };
  }

  /** The types that a field has in the schemas that know it. */
  private typesOf(type: string, field: string): readonly GraphQLOutputType[] {
    const coordinate = `${type}.${field}`;
    const known = this.known.get(coordinate);
    if (known) return known;
    const types = this.schemas.flatMap((schema) => {
      const parent = schema.getType(type);
      const definition = isObjectType(parent) ? parent.getFields()[field] : undefined;
      return definition ? [definition.type] : [];
    });
    this.known.set(coordinate, types);
    return types;
  }

  private readonly known = new Map<string, readonly GraphQLOutputType[]>();
}

/** One of those that stand in every list. */
const oneOf = (lists: readonly (readonly string[])[], seed: number): string => {
  const all = lists[0]!.filter((name) => lists.every((list) => list.includes(name))).sort();
  return all[seed % all.length]!;
};
