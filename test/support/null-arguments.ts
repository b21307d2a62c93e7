/** Generates questions in which an argument that may be left out is null, in every form in which a client can write it. */
import {
  getNamedType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from "graphql";
import { belowOf, isRequired, literal, pathOf, requiredOf, sampleOf, waysOf, within, type Way } from "./ways.js";

/** One field without the argument, and with it in each form of null: the answers are the same. */
export interface NullQuestion {
  /** Coordinate of the argument or input field, with the argument that holds it. */
  readonly place: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly viewer: string;
  /** Keys from the root to the object that has the field; there its answers stand under the forms' names. */
  readonly path: readonly string[];
  readonly forms: readonly string[];
}

/** An argument, or a field of its input object: how each form of null is written, and which variables that takes. */
interface Place {
  readonly path: string;
  readonly written: Readonly<Record<string, string | undefined>>;
  readonly variables: Readonly<Record<string, { readonly type: string; readonly value: unknown }>>;
}

const placesOf = ({ args }: GraphQLField<unknown, unknown>): Place[] =>
  args.flatMap(({ name, type }): Place[] => {
    const own: Place[] = isNonNullType(type)
      ? []
      : [
          {
            path: name,
            written: { absent: undefined, literal: `${name}: null`, variable: `${name}: $none` },
            variables: { none: { type: String(type), value: null } },
          },
        ];
    const input = getNamedType(type);
    if (!isInputObjectType(input)) return own;
    const fields = Object.values(input.getFields());
    const required = fields.filter(isRequired);
    const holding = (...more: string[]): string => {
      const given = required.map((field) => `${field.name}: ${literal(sampleOf(field), field.type)}`);
      return `${name}: { ${[...given, ...more].join(", ")} }`;
    };
    const inner = fields
      .filter((field) => !isNonNullType(field.type))
      .map((field) => ({
        path: `${name}.${field.name}`,
        written: {
          absent: holding(),
          literal: holding(`${field.name}: null`),
          variable: holding(`${field.name}: $none`),
          object: `${name}: $whole`,
        },
        variables: {
          none: { type: String(field.type), value: null },
          whole: {
            type: String(type),
            value: { ...Object.fromEntries(required.map((each) => [each.name, sampleOf(each)])), [field.name]: null },
          },
        },
      }));
    return [...own, ...inner];
  });

const question = (type: string, field: GraphQLField<unknown, unknown>, place: Place, way: Way): NullQuestion => {
  const [argument] = place.path.split(".");
  const asked = Object.entries(place.written).map(([form, text]) => {
    const given = [...requiredOf(field, argument), ...(text === undefined ? [] : [text])].join(", ");
    return `${form}: ${field.name}${given === "" ? "" : `(${given})`}${belowOf(field.type)}`;
  });
  const declared = Object.entries(place.variables).map(([name, { type: of }]) => `$${name}: ${of}`);
  return {
    place: `${type}.${field.name}(${place.path}:)`,
    query: `query(${declared.join(", ")}) { ${within(way, asked.join(" "))} }`,
    variables: Object.fromEntries(Object.entries(place.variables).map(([name, { value }]) => [name, value])),
    viewer: pathOf(way)[0] === "me" ? "citizen-1" : "supervisor-1",
    path: pathOf(way),
    forms: Object.keys(place.written),
  };
};

/** One question for every argument and every field of an input object that may be null. */
export const nullQuestions = (schema: GraphQLSchema): NullQuestion[] => {
  const ways = waysOf(schema);
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    !isObjectType(type) ||
    type.name.startsWith("__") ||
    [schema.getMutationType(), schema.getSubscriptionType()].includes(type)
      ? []
      : Object.values(type.getFields()).flatMap((field) =>
          placesOf(field).map((place) => {
            const way = ways.get(type.name);
            if (!way) throw new Error(`No way leads to ${type.name}.${field.name}.`);
            return question(type.name, field, place, way);
          }),
        ),
  );
};
