/** Finds objects by their keys: one request for many where the backend can, else one each, never the same twice. */
import { createBatchLoader } from "../../database/batch-loader.js";
import { ServiceError } from "../../errors/index.js";
import { requestOf, type BackendRequest } from "./request.js";
import { isJsonObject } from "../json.js";
import { keyFieldsOf, type MappedType, type Mapping } from "../mapping/mapping.js";
import { wireValueOf, type Source } from "../read-field.js";
import { answeredAt, type ConnectContext, type LoaderOf } from "./request-context.js";
import type { Values } from "../mapping/template.js";

type Key = Readonly<Record<string, unknown>>;
type Found = Source | null | Error;

/** The type that is looked up, in its mapping. */
interface Target {
  readonly mapping: Mapping;
  readonly name: string;
  readonly lookup: NonNullable<MappedType["lookup"]>;
  /** Names of the fields of its key. */
  readonly fields: readonly string[];
}

/** The request; undefined for values that can not be sent: of such a key there is nothing. */
const requestFor = ({ lookup }: Target, values: Values, { basePath }: ConnectContext): BackendRequest | undefined => {
  try {
    return requestOf(basePath, lookup, values);
  } catch (error) {
    if (error instanceof ServiceError && error.code === "BAD_USER_INPUT") return undefined;
    throw error;
  }
};

/** The key of an object that was found, as text; a backend that gives another than was asked for is not believed. */
const keyOf = ({ mapping, name, fields }: Target, source: Source): string =>
  JSON.stringify(fields.map((field) => String(wireValueOf(mapping, name, field, source))));

const textOf = ({ fields }: Target, key: Key): string => JSON.stringify(fields.map((field) => String(key[field])));

const findOne = async (target: Target, key: Key, context: ConnectContext): Promise<Source | null> => {
  const request = requestFor(target, (field) => key[field], context);
  if (!request) return null;
  const found = answeredAt(await context.ask(request), target.lookup.items, target.name, context);
  if (found === null) return null;
  if (!isJsonObject(found)) throw context.misfit(target.name, "is no object");
  if (keyOf(target, { json: found }) !== textOf(target, key))
    throw context.misfit(target.name, "has another key than was asked for");
  return { json: found };
};

/** Objects of one bulk request by their keys; of what nobody asked for nothing is taken. */
const findMany = async (
  target: Target,
  keys: readonly Key[],
  context: ConnectContext,
): Promise<ReadonlyMap<string, Source>> => {
  const [field = ""] = target.fields;
  const request = requestOf(context.basePath, target.lookup, () => keys.map((key) => key[field]));
  const items = answeredAt(await context.ask(request), target.lookup.items, target.name, context) ?? [];
  if (!Array.isArray(items)) throw context.misfit(target.name, "is no list");
  return new Map(items.filter(isJsonObject).map((json): [string, Source] => [keyOf(target, { json }), { json }]));
};

const chunked = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_none, index) =>
    items.slice(index * size, (index + 1) * size),
  );

const loadMany = async (target: Target, keys: readonly Key[], context: ConnectContext): Promise<Found[]> => {
  const [field = ""] = target.fields;
  // One key that can not be sent takes no others with it.
  const sendable = keys.filter((key) => requestFor(target, () => [key[field]], context));
  const found = new Map<string, Source | Error>();
  await Promise.all(
    chunked(sendable, target.lookup.many ?? 1).map(async (part) => {
      try {
        for (const [text, source] of await findMany(target, part, context)) found.set(text, source);
      } catch (error) {
        for (const key of part) found.set(textOf(target, key), error as Error);
      }
    }),
  );
  return keys.map((key) => found.get(textOf(target, key)) ?? null);
};

const loadEach = (target: Target, keys: readonly Key[], context: ConnectContext): Promise<Found[]> =>
  Promise.all(keys.map((key) => findOne(target, key, context).catch((error: unknown) => error as Error)));

const createLoader = (mapping: Mapping, name: string, context: ConnectContext): LoaderOf => {
  const type = mapping.types[name]!;
  const target: Target = { mapping, name, lookup: type.lookup!, fields: keyFieldsOf(type) };
  const load = target.lookup.many === undefined ? loadEach : loadMany;
  return createBatchLoader<Source | null>((texts) =>
    load(
      target,
      texts.map((text) => JSON.parse(text) as Key),
      context,
    ),
  );
};

const isSimple = (value: unknown): boolean => ["string", "number", "boolean"].includes(typeof value) && value !== "";

/** The object of that key, of whose fields each has a value as it is sent; null where one has none. Throws ServiceError. */
export const loadByKey = async (
  mapping: Mapping,
  typeName: string,
  key: Key,
  context: ConnectContext,
): Promise<Source | null> => {
  const fields = keyFieldsOf(mapping.types[typeName]!);
  // Left out of a query, a key would be found by whatever comes first.
  if (!fields.every((field) => isSimple(key[field]))) return null;
  const loader = context.loaders.get(typeName) ?? createLoader(mapping, typeName, context);
  context.loaders.set(typeName, loader);
  return loader.load(JSON.stringify(Object.fromEntries(fields.map((name) => [name, key[name]]))));
};
