/** Variables of an operation from the query of an address: texts that become what their types say. */
import {
  getNullableType,
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLInt,
  isInputObjectType,
  isListType,
  type GraphQLInputType,
} from "graphql";
import { ServiceError } from "../../platform/errors/index.js";
import type { DoorVariable } from "./operations.js";

/** Variables by name. */
export type Variables = Readonly<Record<string, unknown>>;

/**
 * The variables of a query; a list is a parameter that comes again for each element, an object is its JSON. A text that is none of its type
 * goes on as it is, and is refused where variables are. Throws BAD_USER_INPUT (PARAMETERS) for a name that is no variable, and for one that comes twice.
 */
export const readVariables = (
  query: Readonly<Record<string, unknown>>,
  variables: readonly DoorVariable[],
): Variables => {
  const types = new Map(variables.map(({ name, type }) => [name, getNullableType(type)]));
  return Object.fromEntries(
    Object.entries(query).map(([name, given]) => {
      const type = types.get(name);
      if (type === undefined) throw refused("A parameter is no variable of the operation.");
      const texts = (Array.isArray(given) ? given : [given]) as readonly string[];
      if (isListType(type)) return [name, texts.map((text) => valueOf(text, type.ofType as GraphQLInputType))];
      if (texts.length > 1) throw refused(`${name} is one value.`);
      return [name, valueOf(texts[0]!, type)];
    }),
  );
};

/** The same of a JSON object. Throws BAD_USER_INPUT (PARAMETERS) for what is none, and for a member that is no variable. */
export const checkVariables = (given: unknown, variables: readonly DoorVariable[]): Variables => {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    throw refused("The variables are a JSON object.");
  const names = new Set(variables.map(({ name }) => name));
  if (Object.keys(given).some((name) => !names.has(name))) throw refused("A member is no variable of the operation.");
  return given as Variables;
};

/** Numbers as JSON has them. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

const valueOf = (text: string, given: GraphQLInputType): unknown => {
  const type = getNullableType(given);
  if (isInputObjectType(type) || isListType(type)) return fromJson(text);
  if (type === GraphQLBoolean && (text === "true" || text === "false")) return text === "true";
  if ((type === GraphQLInt || type === GraphQLFloat) && NUMBER.test(text)) return Number(text);
  return text;
};

const fromJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw refused("A parameter of an object is its JSON.");
  }
};

const refused = (message: string): ServiceError =>
  new ServiceError("BAD_USER_INPUT", message, { reason: "PARAMETERS" });
