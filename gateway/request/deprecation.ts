/** Tells a client that what it asks for is deprecated, since when, and until when it is there (RFC 9745; RFC 8594). */
import { isInputObjectType, isInterfaceType, isObjectType, type DocumentNode, type GraphQLSchema } from "graphql";
import { coordinatesOf } from "../use/coordinates.js";
import { isOfSchema } from "./introspection-answers.js";

/** Fields of an answer. */
export type DeprecationHeaders = Readonly<Partial<Record<"deprecation" | "sunset", string>>>;

/** How a reason ends that says both days: `…: ask for rule, since 2026-11-30, gone from 2027-11-30.` */
const DAYS = /, since (\d{4}-\d{2}-\d{2}), gone from (\d{4}-\d{2}-\d{2})\.$/;

/** Documents that were validated, each of one generation. */
const KNOWN = new WeakMap<DocumentNode, DeprecationHeaders>();

/** What an answer of a validated document says: the first day since which, and the first from which, something of it is gone. Empty where nothing with its days is deprecated. */
export const deprecationOf = (document: DocumentNode, schema: GraphQLSchema): DeprecationHeaders => {
  const known = KNOWN.get(document) ?? (isOfSchema(document) ? {} : headersOf(document, schema));
  KNOWN.set(document, known);
  return known;
};

const headersOf = (document: DocumentNode, schema: GraphQLSchema): DeprecationHeaders => {
  const days = coordinatesOf(document, schema).flatMap((coordinate) => {
    const found = DAYS.exec(reasonOf(coordinate, schema) ?? "");
    return found ? [{ since: beginOf(found[1]!), gone: beginOf(found[2]!) }] : [];
  });
  if (days.length === 0) return {};
  return {
    deprecation: `@${Math.min(...days.map(({ since }) => since)) / 1_000}`,
    sunset: new Date(Math.min(...days.map(({ gone }) => gone))).toUTCString(),
  };
};

/** A day begins in Shanghai. */
const beginOf = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

const reasonOf = (coordinate: string, schema: GraphQLSchema): string | null | undefined => {
  const [, parent = "", name = "", argument] = /^(\w+)\.(\w+)(?:\((\w+):\))?$/.exec(coordinate) ?? [];
  const type = schema.getType(parent);
  if (isInputObjectType(type)) return type.getFields()[name]?.deprecationReason;
  if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
  const field = type.getFields()[name];
  return argument === undefined
    ? field?.deprecationReason
    : field?.args.find((one) => one.name === argument)?.deprecationReason;
};
