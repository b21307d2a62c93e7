/** Resolvers of a mapping: queries and links ask the backend, all other fields read what it sent. */
import type { GraphQLFieldResolver } from "graphql";
import { requestOf } from "./backend/request.js";
import { Misfit } from "./mapping/conversions.js";
import { loadByKey } from "./backend/lookups.js";
import { keyFieldsOf, type MappedField, type MappedQuery, type Mapping } from "./mapping/mapping.js";
import type { MappedCall } from "./mapping/call.js";
import { readListPage, type AskedPage, type BackendList, type ListPage } from "./backend/pages.js";
import { readField, readTyped, wireValueOf, type Source } from "./read-field.js";
import { answeredAt, type ConnectContext } from "./backend/request-context.js";
import { GRAPH_SCALARS, toWire } from "./scalars.js";
import { fillText, type Values } from "./mapping/template.js";
import { typeOf, type TypeReference } from "./mapping/type-reference.js";

type Arguments = Readonly<Record<string, unknown>>;
type Resolver<Parent> = GraphQLFieldResolver<Parent, ConnectContext, Arguments>;
/** What `buildSubgraphSchema` takes: resolvers of types, values of enumerations, scalars. */
export type Resolvers = Record<string, unknown>;

const THIS = "this.";

const argumentValues =
  (given: Arguments): Values =>
  (reference) =>
    toWire(given[reference]);

const fieldValues =
  (mapping: Mapping, typeName: string, source: Source): Values =>
  (reference) =>
    reference.startsWith(THIS) ? wireValueOf(mapping, typeName, reference.slice(THIS.length), source) : undefined;

/** Hands a value on; of one that does not fit, and of each item that does not, an error of the graph. */
const handOn = (place: string, context: ConnectContext, read: () => unknown): unknown => {
  const toError = (error: unknown): unknown => (error instanceof Misfit ? context.misfit(place, error.message) : error);
  try {
    const value = read();
    return Array.isArray(value) ? value.map((item: unknown) => (item instanceof Error ? toError(item) : item)) : value;
  } catch (error) {
    throw toError(error);
  }
};

interface Called {
  readonly place: string;
  readonly type: TypeReference;
  readonly call: MappedCall;
  readonly most: number;
  readonly values: Values;
}

const readCall = async (mapping: Mapping, called: Called, context: ConnectContext): Promise<unknown> => {
  const { place, type, call, most, values } = called;
  const answer = await context.ask(requestOf(context.basePath, call, values));
  const value = answeredAt(answer, call.items, place, context);
  return handOn(place, context, () => readTyped(mapping, { type, most }, value));
};

const connectionOf = (
  mapping: Mapping,
  place: string,
  { items, hasNextPage, hasPreviousPage, endCursor, totalCount }: ListPage,
  name: string,
  context: ConnectContext,
): object => {
  const type: TypeReference = { name, isList: true, isRequired: true, isItemRequired: false };
  const nodes = handOn(place, context, () =>
    readTyped(
      mapping,
      { type, most: items.length },
      items.map(({ item }) => item),
    ),
  ) as readonly unknown[];
  return {
    nodes,
    edges: items.map(({ cursor }, index) => ({ node: nodes[index], cursor })),
    pageInfo: { hasNextPage, hasPreviousPage, startCursor: items[0]?.cursor, endCursor },
    totalCount,
  };
};

const resolveQuery = (mapping: Mapping, name: string, query: MappedQuery): Resolver<unknown> => {
  const place = `Query.${name}`;
  const { call, pages, connection, most } = query;
  return async (_parent, given, context) => {
    const values = argumentValues(given);
    if (!pages) return readCall(mapping, { place, type: typeOf(query.type!), call, most, values }, context);
    const list: BackendList = { place, call, pages, values };
    const page = await readListPage(list, given as AskedPage, context);
    if (connection !== undefined) return connectionOf(mapping, place, page, connection, context);
    const items = page.items.map(({ item }) => item);
    return handOn(place, context, () => readTyped(mapping, { type: typeOf(query.type!), most: items.length }, items));
  };
};

/** Another object, by its key: found by its lookup, or named to whoever has it. Null where a part of the key is missing. */
const resolveLink =
  (mapping: Mapping, typeName: string, field: MappedField): Resolver<Source> =>
  async (source, _arguments, context) => {
    const target = mapping.types[typeOf(field.type).name]!;
    const values = fieldValues(mapping, typeName, source);
    const key = Object.fromEntries(
      keyFieldsOf(target).map((name) => [name, fillText(field.key?.[name] ?? "", values)]),
    );
    if (Object.values(key).some((value) => value === undefined)) return null;
    if (target.elsewhere) return { json: key } satisfies Source;
    return loadByKey(mapping, typeOf(field.type).name, key, context);
  };

const resolveField = (mapping: Mapping, typeName: string, name: string, field: MappedField): Resolver<Source> => {
  const place = `${typeName}.${name}`;
  const { call, most } = field;
  if (field.key) return resolveLink(mapping, typeName, field);
  if (!call)
    return (source, _arguments, context) => handOn(place, context, () => readField(mapping, name, field, source));
  return (source, _arguments, context) => {
    const values = fieldValues(mapping, typeName, source);
    return readCall(mapping, { place, type: typeOf(field.type), call, most, values }, context);
  };
};

/** Reads an object that another subgraph refers to, by its key as the gateway sends it. */
const resolveReference =
  (mapping: Mapping, typeName: string) =>
  (reference: Arguments, context: ConnectContext): Promise<Source | null> =>
    loadByKey(mapping, typeName, reference, context);

const resolversOfTypes = (mapping: Mapping): Resolvers =>
  Object.fromEntries(
    Object.entries(mapping.types).map(([typeName, type]) => [
      typeName,
      {
        ...Object.fromEntries(
          Object.entries(type.fields).map(([name, field]) => [name, resolveField(mapping, typeName, name, field)]),
        ),
        ...(type.lookup ? { __resolveReference: resolveReference(mapping, typeName) } : {}),
      },
    ]),
  );

/** Values of enumerations are kept as the backend writes them. */
const valuesOfEnums = ({ enums }: Mapping): Resolvers =>
  Object.fromEntries(
    Object.entries(enums).map(([name, { values }]) => [
      name,
      Object.fromEntries(Object.entries(values).map(([value, { from }]) => [value, from])),
    ]),
  );

/** All of them. `isUsed` says which scalars the schema has. */
export const resolversOf = (mapping: Mapping, isUsed: (scalar: string) => boolean): Resolvers => ({
  Query: Object.fromEntries(
    Object.entries(mapping.queries).map(([name, query]) => [name, resolveQuery(mapping, name, query)]),
  ),
  ...resolversOfTypes(mapping),
  ...valuesOfEnums(mapping),
  ...Object.fromEntries([...GRAPH_SCALARS].filter(([name]) => isUsed(name))),
});
