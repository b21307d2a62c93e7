/** Types as a mapping writes them: `String`, `ID!`, `[Permit!]`. */
import { Kind, parseType, type TypeNode } from "graphql";

/** A type of one level of lists at most. */
export interface TypeReference {
  readonly name: string;
  readonly isList: boolean;
  readonly isRequired: boolean;
  /** Of a list: whether an item is. */
  readonly isItemRequired: boolean;
}

const parsed = (text: string): TypeNode | undefined => {
  try {
    return parseType(text, { noLocation: true });
  } catch {
    return undefined;
  }
};

/** Reads it; undefined where it is none of GraphQL's or has lists of lists. */
export const readType = (text: string): TypeReference | undefined => {
  const outer = parsed(text);
  if (!outer) return undefined;
  const isRequired = outer.kind === Kind.NON_NULL_TYPE;
  const inner = isRequired ? outer.type : outer;
  if (inner.kind === Kind.NAMED_TYPE)
    return { name: inner.name.value, isList: false, isRequired, isItemRequired: false };
  const isItemRequired = inner.type.kind === Kind.NON_NULL_TYPE;
  const item = inner.type.kind === Kind.NON_NULL_TYPE ? inner.type.type : inner.type;
  return item.kind === Kind.NAMED_TYPE
    ? { name: item.name.value, isList: true, isRequired, isItemRequired }
    : undefined;
};

/** A type that the mapping's checks have read before. */
export const typeOf = (text: string): TypeReference => {
  const type = readType(text);
  if (!type) throw new Error(`${text} is no type of a mapping.`);
  return type;
};
