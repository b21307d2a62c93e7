/** Answers every field with something of its type: the same place, and the same entity on every way to it, always in the same way. */
import {
  getNullableType,
  isAbstractType,
  isEnumType,
  isListType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";
import { pick, seeded } from "./seeded.js";
import { organizationId, valueOf } from "./values.js";

/** How it answers. */
export interface MockOptions {
  readonly keys: ReadonlyMap<string, readonly string[]>;
  /** Another seed gives another world. */
  readonly seed: number;
  /** Items of a list. */
  readonly items: number;
  /** Throws where the field is to fail. */
  readonly fail: (field: string) => void;
}

/** An object that is made up: what is known of it, and what tells it from others. */
interface Made {
  readonly __typename: string;
  readonly [PLACE]: string;
  readonly [field: string]: unknown;
}

const PLACE = Symbol("place");
const FIRST = Symbol("first");

/** How many items a page was asked for. */
const askedItems = ({ first }: Readonly<Record<string, unknown>>): number =>
  typeof first === "number" && first >= 0 ? first : Number.POSITIVE_INFINITY;

/** Creates the resolver of all fields that have none. */
export const createMockResolver = (
  schema: GraphQLSchema,
  { keys, seed, items, fail }: MockOptions,
): GraphQLFieldResolver<unknown, unknown> => {
  const objectAt = (type: GraphQLObjectType, place: string, given: Readonly<Record<string, unknown>>): Made => {
    const key = keys.get(type.name) ?? [];
    const known = Object.fromEntries(
      Object.keys(type.getFields()).flatMap((name) => (name in given ? [[name, given[name]]] : [])),
    );
    const made: Record<string | symbol, unknown> = { ...known, __typename: type.name };
    // What is known by a key is the same by whichever way it is reached.
    for (const name of key) {
      const field = type.getFields()[name];
      if (field && !(name in made)) made[name] = valueAt(field.type, name, `${place}.${name}`, type.name);
    }
    // What it was asked with is asked of its lists: the nodes of a page.
    made[FIRST] = given["first"];
    const byKey = key.length > 0 ? JSON.stringify([type.name, ...key.map((name) => made[name])]) : place;
    return { ...made, [PLACE]: byKey } as unknown as Made;
  };
  const valueAt = (
    type: GraphQLOutputType,
    field: string,
    place: string,
    parent: string,
    given: Readonly<Record<string, unknown>> = {},
  ): unknown => {
    const named = getNullableType(type);
    if (isListType(named))
      return Array.from({ length: Math.min(items, askedItems(given)) }, (_, index) =>
        valueAt(named.ofType, field, `${place}[${index}]`, parent),
      );
    if (isEnumType(named)) return pick(named.getValues(), seed, place).value as unknown;
    if (isAbstractType(named)) return objectAt(pick(schema.getPossibleTypes(named), seed, place), place, given);
    if (isObjectType(named)) return objectAt(named, place, given);
    if (named.name !== "ID") return valueOf(named.name, field, seed, place);
    return parent === "Organization" && field === "id"
      ? organizationId(seed, place)
      : `${parent}-${(seeded(seed, place) % 900) + 100}`;
  };
  return (
    source,
    args: Readonly<Record<string, unknown>>,
    _context,
    { fieldName, parentType, returnType, operation },
  ) => {
    const isRoot = parentType === schema.getRootType(operation.operation);
    const parent = (source ?? {}) as Partial<Made>;
    if (Object.hasOwn(parent, fieldName)) return parent[fieldName];
    if (isRoot) fail(`${parentType.name}.${fieldName}`);
    const place = isRoot ? parentType.name : (parent[PLACE] ?? placeOf(parent, keys));
    const asked = Object.keys(args).length === 0 ? fieldName : `${fieldName}(${JSON.stringify(args)})`;
    const given = "first" in args ? args : { ...args, first: (parent as { [FIRST]?: unknown })[FIRST] };
    return valueAt(returnType, fieldName, `${place}.${asked}`, parentType.name, given);
  };
};

/** The place of an entity that the gateway named by its key. */
const placeOf = (entity: Partial<Made>, keys: MockOptions["keys"]): string => {
  const type = entity.__typename ?? "";
  return JSON.stringify([type, ...(keys.get(type) ?? []).map((name) => entity[name])]);
};
