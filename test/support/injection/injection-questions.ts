/** Questions with a text in every argument that takes one, each under as many aliases as a document may have. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
} from "graphql";
import { belowOf, isRequired, pathOf, requiredOf, sampleOf, waysOf, within } from "../ways.js";

/** An argument, or a field of one, that texts can be written into. */
export interface TextPlace {
  /** Coordinate of the argument, with the input field where it is one. */
  readonly place: string;
  /** True of texts and ids; false of enumerations and of scalars whose values are read before anything is asked. */
  readonly isText: boolean;
  readonly viewer: string;
  /** Keys from the root to the objects that have the field. */
  readonly path: readonly string[];
  /** Most texts of one document. */
  readonly most: number;
  /** The document that gives each text under an alias of its own, `a0`, `a1` …, with its variables. */
  ask(texts: readonly unknown[]): { readonly query: string; readonly variables: Readonly<Record<string, unknown>> };
}

/** Aliases of a document and fields at its root are limited (docs/limits.md). */
const MOST = { atRoot: 5, below: 12 } as const;

const TEXTS: ReadonlySet<string> = new Set(["String", "ID"]);
const NUMBERS: ReadonlySet<string> = new Set(["Int", "Float", "Boolean"]);

/** All places of the schema. */
export const textPlaces = (schema: GraphQLSchema): TextPlace[] => {
  const ways = waysOf(schema);
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    const way = ways.get(type.name);
    if (!isObjectType(type) || type.name.startsWith("__") || !way) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      field.args.flatMap((argument) =>
        holders(argument).map(({ path, isText, wrap }): TextPlace => ({
          place: `${type.name}.${field.name}(${path}:)`,
          isText,
          viewer: pathOf(way)[0] === "me" ? "citizen-1" : "supervisor-1",
          path: pathOf(way),
          most: way.length === 0 ? MOST.atRoot : MOST.below,
          ask: (texts) => ({
            query: `query(${texts.map((_, index) => `$v${index}: ${String(argument.type)}`).join(", ")}) { ${within(
              way,
              texts.map((_, index) => `a${index}: ${asked(field, argument, `$v${index}`)}`).join(" "),
            )} }`,
            variables: Object.fromEntries(texts.map((text, index) => [`v${index}`, wrap(text)])),
          }),
        })),
      ),
    );
  });
};

/** The field with the argument; a page says how many rows it has. */
const asked = (field: GraphQLField<unknown, unknown>, { name }: GraphQLArgument, variable: string): string => {
  const isPage = getNamedType(field.type).name.endsWith("Connection");
  const first = isPage && name !== "first" && field.args.some((argument) => argument.name === "first");
  const given = [`${name}: ${variable}`, ...requiredOf(field, name), ...(first ? ["first: 3"] : [])];
  return `${field.name}(${given.join(", ")})${isPage ? " { nodes { __typename } }" : belowOf(field.type)}`;
};

/** The places of an argument: itself, or each field of its input object. */
const holders = (argument: GraphQLArgument): { path: string; isText: boolean; wrap: (text: unknown) => unknown }[] => {
  const named = getNamedType(argument.type);
  // A list of texts takes one text for a list of one.
  if (!isInputObjectType(named))
    return kindOf(argument).map((isText) => ({ path: argument.name, isText, wrap: (text) => text }));
  const fields = Object.values(named.getFields());
  const required = Object.fromEntries(fields.filter(isRequired).map((field) => [field.name, sampleOf(field)]));
  return fields.flatMap((field) =>
    kindOf(field).map((isText) => ({
      path: `${argument.name}.${field.name}`,
      isText,
      wrap: (text: unknown) => ({ ...required, [field.name]: text }),
    })),
  );
};

/** Whether it is a text, where a text can be written at all. */
const kindOf = ({ type }: GraphQLArgument | GraphQLInputField): readonly boolean[] => {
  const named = getNamedType(type);
  if (isEnumType(named)) return [false];
  return isScalarType(named) && !NUMBERS.has(named.name) ? [TEXTS.has(named.name)] : [];
};
