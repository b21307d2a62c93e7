/** What the schema lets stand at a place of an answer: null, list, object or one kind of leaf. */
import {
  isAbstractType,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  type GraphQLEnumType,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from "graphql";
import { SHARED_SCALARS } from "../../platform/graphql/scalars/scalars.js";

/** The leaf as it is passed on; undefined where the value is none. */
export type ReadLeaf = (value: unknown) => unknown;

/** What may stand at a place; one of `list`, `possible` and `leaf` is set. */
export interface Output {
  readonly nonNull: boolean;
  readonly list?: Output;
  /** Names of the object types that may stand here. */
  readonly possible?: ReadonlySet<string>;
  /** The one that it is where the object does not say. */
  readonly only?: string;
  readonly leaf?: ReadLeaf;
}

/** Reads the type of a field. */
export const outputOf = (type: GraphQLOutputType, schema: GraphQLSchema): Output => {
  if (isNonNullType(type)) return { ...outputOf(type.ofType as GraphQLOutputType, schema), nonNull: true };
  if (isListType(type)) return { nonNull: false, list: outputOf(type.ofType as GraphQLOutputType, schema) };
  if (!isCompositeType(type)) return { nonNull: false, leaf: leafOf(type as GraphQLLeafType) };
  if (!isAbstractType(type)) return { nonNull: false, possible: new Set([type.name]), only: type.name };
  return { nonNull: false, possible: new Set(schema.getPossibleTypes(type).map(({ name }) => name)) };
};

/** `@` for each list of the type. */
export const positions = ({ list }: Output): string[] => (list ? ["@", ...positions(list)] : []);

const MAX_INT = 2_147_483_647;

const text: ReadLeaf = (value) => (typeof value === "string" ? value : undefined);

const BUILT_IN: Readonly<Record<string, ReadLeaf>> = {
  Int: (value) =>
    Number.isInteger(value) && (value as number) <= MAX_INT && (value as number) >= -MAX_INT - 1 ? value : undefined,
  Float: (value) => (Number.isFinite(value) ? value : undefined),
  Boolean: (value) => (typeof value === "boolean" ? value : undefined),
  String: text,
  ID: (value) => (typeof value === "string" ? value : Number.isSafeInteger(value) ? String(value) : undefined),
};

/** Our own scalars travel as text; what a partner's travels as is the partner's. */
const TEXT_SCALARS: ReadonlySet<string> = new Set([
  ...SHARED_SCALARS.map(({ name }) => name),
  "DateTime",
  "DateTimeISO",
]);

const leafOf = (type: GraphQLLeafType): ReadLeaf => {
  if (isEnumType(type)) return enumOf(type);
  if (TEXT_SCALARS.has(type.name)) return text;
  return Object.hasOwn(BUILT_IN, type.name) ? BUILT_IN[type.name]! : (value) => value;
};

const enumOf = (type: GraphQLEnumType): ReadLeaf => {
  const names: ReadonlySet<unknown> = new Set(type.getValues().map(({ name }) => name));
  return (value) => (names.has(value) ? value : undefined);
};
