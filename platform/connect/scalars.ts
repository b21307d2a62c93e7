/** Scalars of a mapping: what JSON each takes, and nothing else; how their values are sent to a backend. */
import type { GraphQLScalarType } from "graphql";
import { isWellFormed, yuanFromFen } from "../domain/index.js";
import { DateTimeScalar } from "../graphql/scalars/date-time.js";
import { SHARED_SCALARS } from "../graphql/scalars/scalars.js";
import { Misfit } from "./mapping/conversions.js";

/** Scalars of the graph beside GraphQL's own, by name. */
export const GRAPH_SCALARS: ReadonlyMap<string, GraphQLScalarType> = new Map(
  [...SHARED_SCALARS, DateTimeScalar].map((scalar) => [scalar.name, scalar]),
);

const MOST_INT = 2 ** 31 - 1;

const fits = (isRight: boolean, what: string): void => {
  if (!isRight) throw new Misfit(`is no ${what}`);
};

type Reader = (value: unknown) => unknown;

const STANDARD: Readonly<Record<string, Reader>> = {
  String: (value) => {
    fits(typeof value === "string" && isWellFormed(value), "text");
    return value;
  },
  ID: (value) => {
    // A larger number has lost its last digits already.
    fits((typeof value === "string" && isWellFormed(value)) || Number.isSafeInteger(value), "id");
    return String(value);
  },
  Int: (value) => {
    fits(Number.isInteger(value) && Math.abs(value as number) <= MOST_INT, "whole number of 32 bits");
    return value;
  },
  Float: (value) => {
    fits(typeof value === "number" && Number.isFinite(value), "number");
    return value;
  },
  Boolean: (value) => {
    fits(typeof value === "boolean", "true or false");
    return value;
  },
};

/** Names of all scalars that a mapping may use. */
export const SCALAR_NAMES: ReadonlySet<string> = new Set([...Object.keys(STANDARD), ...GRAPH_SCALARS.keys()]);

/** The value as the graph keeps it. Throws Misfit where the JSON is not what the scalar takes. */
export const readScalar = (name: string, value: unknown): unknown => {
  const standard = STANDARD[name];
  if (standard) return standard(value);
  fits(typeof value === "string", name);
  try {
    return GRAPH_SCALARS.get(name)?.parseValue(value);
  } catch {
    throw new Misfit(`is no ${name}`);
  }
};

/** A value of the graph as a backend is sent it: money as yuan, an instant as RFC 3339. */
export const toWire = (value: unknown): unknown => {
  if (typeof value === "bigint") return yuanFromFen(value);
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.map(toWire) : value;
};
