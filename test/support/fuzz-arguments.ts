/** Generates questions with edge values for every argument of every field of the public schema, each on a path that leads to rows. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLSchema,
} from "graphql";
import { CANARY, isRequired, pathOf, requiredOf, sampleOf, SAMPLES, waysOf, within } from "./ways.js";

/** One value of one argument, or several side by side under aliases `a0`, `a1` … */
export interface FuzzQuestion {
  /** Coordinate of the argument or input field, with the argument that holds it. */
  readonly place: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly viewer: string;
  /** Keys from the root to the object that has the field. */
  readonly path: readonly string[];
}

/** Values at the edges of each kind of type; the gateway refuses `refused` before anything is asked. */
interface Edges {
  readonly asked: readonly unknown[];
  readonly refused: readonly unknown[];
}

/** Texts at their edges. */
export const TEXTS: Edges = {
  asked: ["", " ", "%", "_\\", "'\"", "\n", CANARY, `${CANARY}-2031-%`, "延".repeat(1_000), "🏛", "0", "9".repeat(40)],
  refused: ["a\u0000", "\ud800", `\udc00${CANARY}`, `${CANARY}${"x".repeat(1_000)}`, 7.5, { a: 1 }, [["a"]]],
};
const CODES: Edges = {
  asked: ["222400", "220000000000", "990199"],
  refused: ["000000", "999999", "", "%", "2", CANARY, "\u0000", "\ud800", "9".repeat(2_000), -1, {}],
};
const DATES: Edges = {
  asked: ["2026-09-28", "0001-01-01", "9999-12-31", "1582-10-10"],
  refused: [
    "",
    "2026-02-30",
    "0000-00-00",
    "+10000-01-01",
    "10000-01-01",
    "-0001-01-01",
    CANARY,
    "2026-09-28\u0000",
    5,
  ],
};
const INTS: Edges = {
  asked: [0, -1, 1, 7, 100, 101, 1949, 9_999, 10_000, 2_147_483_647, -2_147_483_648],
  refused: [2_147_483_648, 1.5, "1", CANARY, {}],
};

/** Values at the edges of a type: those that are asked, and those that the gateway refuses. */
export const edgesOf = (type: GraphQLInputType, cursors: readonly string[], name: string): Edges => {
  if (isNonNullType(type)) {
    const inner = edgesOf(type.ofType, cursors, name);
    return { asked: inner.asked.filter((value) => value !== null), refused: [...inner.refused, null] };
  }
  if (isListType(type)) {
    const inner = edgesOf(type.ofType, cursors, name);
    const [first, ...others] = inner.asked.filter((value) => value !== null);
    return {
      asked: [null, [], [first, ...others.slice(0, 4)], Array.from({ length: 100 }, () => first)],
      refused: [...inner.refused.slice(0, 4).map((value) => [value]), [[[first]]]],
    };
  }
  if (isEnumType(type)) {
    const values = type.getValues().map((value) => value.name);
    return { asked: [null, ...values.slice(0, 6)], refused: [CANARY, "", 1, values[0]!.toLowerCase()] };
  }
  if (!isScalarType(type)) return { asked: [null], refused: ["", 1, { [CANARY]: 1 }] };
  const scalar: Edges =
    type.name === "Int"
      ? INTS
      : type.name === "Boolean"
        ? { asked: [true, false], refused: ["true", 1, {}] }
        : type.name === "Date"
          ? DATES
          : type.name === "DivisionCode"
            ? CODES
            : type.name === "String" || type.name === "ID"
              ? TEXTS
              : { asked: [], refused: ["", CANARY, "\u0000", "9".repeat(2_000), {}] };
  if (name !== "after" && name !== "since") return { asked: [null, ...scalar.asked], refused: scalar.refused };
  return {
    asked: [null, "", CANARY, ...cursors, "x".repeat(8_192)],
    refused: ["\u0000", `${CANARY}${"x".repeat(8_192)}`],
  };
};

/** Arguments with those within their input objects, as a path and how a value at its end becomes the argument's value. */
const placesOf = (
  argument: GraphQLArgument,
): { name: string; path: string; type: GraphQLInputType; wrap: (value: unknown) => unknown }[] => {
  const own = { name: argument.name, path: argument.name, type: argument.type, wrap: (value: unknown) => value };
  const named = getNamedType(argument.type);
  if (!isInputObjectType(named)) return [own];
  const fields = Object.values(named.getFields());
  return [
    own,
    ...fields.map((field) => ({
      name: field.name,
      path: `${argument.name}.${field.name}`,
      type: field.type,
      wrap: (value: unknown) => ({
        ...Object.fromEntries(fields.filter(isRequired).map((other) => [other.name, sampleOf(other)])),
        [field.name]: value,
      }),
    })),
  ];
};

/** Aliases of a document are few. */
const MOST_ALIASES = 12;

/** All questions about the schema; `cursors` are of other lists than the one that is asked. */
export const fuzzQuestions = (schema: GraphQLSchema, cursors: readonly string[]): FuzzQuestion[] => {
  const ways = waysOf(schema);
  const questions: FuzzQuestion[] = [];
  const refusedOnce = new Set<string>();
  for (const type of Object.values(schema.getTypeMap())) {
    const way = ways.get(type.name);
    // Verbs change what they are asked about, and subscriptions wait: test/security/verb-fuzz and test/e2e/subscriptions ask them.
    const elsewhere = [schema.getMutationType(), schema.getSubscriptionType()];
    if (!isObjectType(type) || type.name.startsWith("__") || elsewhere.includes(type)) continue;
    for (const field of Object.values(type.getFields()))
      for (const argument of field.args) {
        if (!way) throw new Error(`No way leads to ${type.name}.${field.name}.`);
        const below =
          isScalarType(getNamedType(field.type)) || isEnumType(getNamedType(field.type)) ? "" : " { __typename }";
        const ask = (values: readonly unknown[], path: string): void => {
          const given = values.map(
            (_value, index) =>
              `a${index}: ${field.name}(${[`${argument.name}: $v${index}`, ...requiredOf(field, argument.name)].join(", ")})${below}`,
          );
          const declared = values.map((_value, index) => `$v${index}: ${String(argument.type)}`).join(", ");
          questions.push({
            place: `${type.name}.${field.name}(${path}:)`,
            query: `query(${declared}) { ${within(way, given.join(" "))} }`,
            variables: Object.fromEntries(values.map((value, index) => [`v${index}`, value])),
            viewer: pathOf(way)[0] === "me" ? "citizen-1" : "supervisor-1",
            path: pathOf(way),
          });
        };
        for (const { name, path, type: of, wrap } of placesOf(argument)) {
          const { asked, refused } = edgesOf(of, cursors, name);
          const [neutral, ...others] = isNonNullType(of) ? [SAMPLES[name] ?? asked[0], ...asked] : asked;
          ask([wrap(neutral)], path);
          const most = type.name === "Query" ? 5 : MOST_ALIASES;
          for (let from = 0; from < others.length; from += most) ask(others.slice(from, from + most).map(wrap), path);
          // The gateway refuses before it knows the way: once for each name and type.
          if (refusedOnce.has(`${name}: ${String(of)}`)) continue;
          refusedOnce.add(`${name}: ${String(of)}`);
          for (const value of refused) ask([wrap(value)], path);
        }
      }
  }
  return questions;
};
