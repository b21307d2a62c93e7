/** Reads a field of an object that a backend sent: its place, its conversions, its type. What does not fit is a Misfit, and nothing of it goes on. */
import { convert, Misfit, type ConversionName } from "./mapping/conversions.js";
import { isJsonObject, pointerTo, valueAt, type JsonObject } from "./json.js";
import type { MappedField, Mapping } from "./mapping/mapping.js";
import { readScalar, SCALAR_NAMES, toWire } from "./scalars.js";
import { typeOf, type TypeReference } from "./mapping/type-reference.js";

/** An object of the graph: the JSON of which its fields are read. */
export interface Source {
  readonly json: JsonObject;
}

/** One value, or one item of a list; an object is handed on to have its own fields read. */
const readOne = (mapping: Mapping, { name }: TypeReference, value: unknown): unknown => {
  const values = mapping.enums[name]?.values;
  if (values) {
    const isKnown = Object.values(values).some(({ from }) => from === value);
    if (!isKnown) throw new Misfit(`is no ${name}`);
    return value;
  }
  if (SCALAR_NAMES.has(name)) return readScalar(name, value);
  if (!isJsonObject(value)) throw new Misfit("is no object");
  return { json: value } satisfies Source;
};

/** What a value is to be. */
export interface Expected {
  readonly type: TypeReference;
  /** Most items of a list. */
  readonly most: number;
  /** Of the value, or of each item. @default none */
  readonly conversions?: readonly ConversionName[];
}

const isMissing = (value: unknown): value is null | undefined => value === null || value === undefined;

/**
 * JSON as a value of the type. Items of a list that do not fit stay as their Misfit, which is an error at their place alone. Throws
 * Misfit where it does not fit, is missing where it must not be, or has more than `most` items.
 */
export const readTyped = (mapping: Mapping, { type, most, conversions = [] }: Expected, given: unknown): unknown => {
  const value = Array.isArray(given) ? given : convert(given, conversions);
  if (isMissing(value)) {
    if (type.isRequired) throw new Misfit("is missing");
    return null;
  }
  if (!type.isList) return readOne(mapping, type, value);
  if (!Array.isArray(value)) throw new Misfit("is no list");
  if (value.length > most) throw new Misfit(`has more than ${most} items`);
  return value.map((each: unknown) => {
    try {
      const item = convert(each, conversions);
      if (isMissing(item) && type.isItemRequired) throw new Misfit("is missing");
      return isMissing(item) ? null : readOne(mapping, type, item);
    } catch (error) {
      return error;
    }
  });
};

/** The field of an object. Throws Misfit. */
export const readField = (
  mapping: Mapping,
  name: string,
  { type, most, from = pointerTo(name), convert: conversions }: MappedField,
  { json }: Source,
): unknown => readTyped(mapping, { type: typeOf(type), most, conversions }, valueAt(json, from));

/** A field as it is written into a request; undefined where there is none or it does not fit. */
export const wireValueOf = (mapping: Mapping, typeName: string, name: string, source: Source): unknown => {
  const field = mapping.types[typeName]?.fields[name];
  if (!field) return undefined;
  try {
    return toWire(readField(mapping, name, field, source)) ?? undefined;
  } catch {
    return undefined;
  }
};
