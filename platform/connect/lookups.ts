/** Finds objects by their keys: one request for many where the backend can, else one each, never the same twice. */
import { createBatchLoader } from "../database/batch-loader.js";
import { ServiceError } from "../errors/index.js";
import { requestOf } from "./backend-request.js";
import { isJsonObject, valueAt } from "./json.js";
import type { Mapping, MappedType } from "./mapping.js";
import { wireValueOf, type Source } from "./read-field.js";
import type { ConnectContext, LoaderOf } from "./request-context.js";
import type { Values } from "./template.js";

type Key = Readonly<Record<string, unknown>>;
type Lookup = NonNullable<MappedType["lookup"]>;

/** Names of the fields of a key. */
export const keyFieldsOf = ({ key }: Pick<MappedType, "key">): string[] => key?.trim().split(/\s+/) ?? [];

const valuesOf =
  (key: Key): Values =>
  (name) =>
    key[name];

/** One object; null where there is none. A key that can not be sent is of none. */
const findOne = async (typeName: string, lookup: Lookup, key: Key, context: ConnectContext): Promise<Source | null> => {
  const request = requestFor(lookup, valuesOf(key), context);
  if (!request) return null;
  const { json } = await context.ask(request);
  const found = json === undefined ? undefined : valueAt(json, lookup.items);
  if (found === undefined || found === null) return null;
  if (!isJsonObject(found)) throw context.misfit(typeName, "is no object");
  return { json: found };
};

const requestFor = (lookup: Lookup, values: Values, { basePath }: ConnectContext) => {
  try {
    return requestOf(basePath, lookup, values);
  } catch (error) {
    if (error instanceof ServiceError && error.code === "BAD_USER_INPUT") return undefined;
    throw error;
  }
};

/** Objects of one bulk request by the text of their key. */
const findMany = async (
  mapping: Mapping,
  typeName: string,
  lookup: Lookup,
  { field, keys }: { readonly field: string; readonly keys: readonly unknown[] },
  context: ConnectContext,
): Promise<ReadonlyMap<string, Source>> => {
  const { json } = await context.ask(requestOf(context.basePath, lookup, () => keys));
  const items = json === undefined ? [] : valueAt(json, lookup.items);
  if (!Array.isArray(items)) throw context.misfit(typeName, "is no list");
  const found = new Map<string, Source>();
  for (const item of items as readonly unknown[]) {
    if (!isJsonObject(item)) continue;
    const key = wireValueOf(mapping, typeName, field, { json: item });
    if (key !== undefined) found.set(String(key), { json: item });
  }
  return found;
};

const chunked = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_none, index) =>
    items.slice(index * size, (index + 1) * size),
  );

const createLoader = (mapping: Mapping, typeName: string, context: ConnectContext): LoaderOf => {
  const type = mapping.types[typeName]!;
  const lookup = type.lookup!;
  const [field = ""] = keyFieldsOf(type);
  const loadEach = (keys: readonly Key[]) =>
    Promise.all(keys.map((key) => findOne(typeName, lookup, key, context).catch((error: unknown) => error as Error)));
  const loadMany = async (keys: readonly Key[]): Promise<(Source | null | Error)[]> => {
    const parts = chunked(keys, lookup.many ?? 1);
    const loaded = await Promise.all(
      parts.map(async (part) => {
        try {
          const asked = { field, keys: part.map((key) => key[field]) };
          const found = await findMany(mapping, typeName, lookup, asked, context);
          return part.map((key) => found.get(String(key[field])) ?? null);
        } catch (error) {
          return part.map(() => error as Error);
        }
      }),
    );
    return loaded.flat();
  };
  return createBatchLoader<Source | null>((texts) => {
    const keys = texts.map((text) => JSON.parse(text) as Key);
    return lookup.many === undefined ? loadEach(keys) : loadMany(keys);
  });
};

/** The object of that key, of whose fields each has a value as it is sent. Throws ServiceError. */
export const loadByKey = (
  mapping: Mapping,
  typeName: string,
  key: Key,
  context: ConnectContext,
): Promise<Source | null> => {
  const loader = context.loaders.get(typeName) ?? createLoader(mapping, typeName, context);
  context.loaders.set(typeName, loader);
  const fields = keyFieldsOf(mapping.types[typeName]!);
  return loader.load(JSON.stringify(Object.fromEntries(fields.map((name) => [name, key[name]]))));
};
