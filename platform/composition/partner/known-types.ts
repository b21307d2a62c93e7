/** What the other subgraphs declare, by name: what a partner joins and may not change. */
import { Kind, valueFromASTUntyped, type DefinitionNode, type TypeNode } from "graphql";
import { directivesNamed, type NamedDocument } from "../declarations.js";
import { isMarked, namedType } from "../schema-index.js";

/** Kinds of types as SDL writes them, definition or extension. */
export type KeyWord = "type" | "interface" | "enum" | "scalar" | "union" | "input";

/** A type as all others declare it together. */
export interface KnownType {
  readonly keyWord: KeyWord;
  readonly subgraphs: ReadonlySet<string>;
  /** Field sets of its keys, as written. */
  readonly keys: ReadonlySet<string>;
  /** Fields, values or members. */
  readonly parts: ReadonlySet<string>;
  /** Those that are inaccessible: nobody's business. */
  readonly hidden: ReadonlySet<string>;
  /** Fields that may not be resolved by another. */
  readonly unshared: ReadonlySet<string>;
  readonly specifiedBy: string | undefined;
}

/** All types of others, and the enums that their arguments and inputs take. */
export interface KnownTypes {
  find(name: string): KnownType | undefined;
  isInput(name: string): boolean;
}

const KEY_WORDS: Readonly<Partial<Record<Kind, KeyWord>>> = {
  [Kind.OBJECT_TYPE_DEFINITION]: "type",
  [Kind.OBJECT_TYPE_EXTENSION]: "type",
  [Kind.INTERFACE_TYPE_DEFINITION]: "interface",
  [Kind.INTERFACE_TYPE_EXTENSION]: "interface",
  [Kind.ENUM_TYPE_DEFINITION]: "enum",
  [Kind.ENUM_TYPE_EXTENSION]: "enum",
  [Kind.SCALAR_TYPE_DEFINITION]: "scalar",
  [Kind.SCALAR_TYPE_EXTENSION]: "scalar",
  [Kind.UNION_TYPE_DEFINITION]: "union",
  [Kind.UNION_TYPE_EXTENSION]: "union",
  [Kind.INPUT_OBJECT_TYPE_DEFINITION]: "input",
  [Kind.INPUT_OBJECT_TYPE_EXTENSION]: "input",
};

/** How SDL writes the definition; undefined for what is no type. */
export const keyWordOf = ({ kind }: DefinitionNode): KeyWord | undefined => KEY_WORDS[kind];

/** Names of what the definition holds: fields, values or members. */
export const partsOf = (definition: DefinitionNode): string[] => {
  if ("fields" in definition) return (definition.fields ?? []).map(({ name }) => name.value);
  if ("values" in definition) return (definition.values ?? []).map(({ name }) => name.value);
  return "types" in definition ? (definition.types ?? []).map(({ name }) => name.value) : [];
};

/** Field sets of a definition's keys, spaces made one. */
export const keysOf = (definition: Parameters<typeof directivesNamed>[0]): string[] =>
  directivesNamed(definition, "key").map(({ fields }) =>
    String(fields)
      .trim()
      .replace(/[\s,]+/g, " "),
  );

/** Address of the specification that a scalar names. */
export const specifiedByOf = (definition: DefinitionNode): string | undefined => {
  const directive =
    "directives" in definition ? definition.directives?.find(({ name }) => name.value === "specifiedBy") : undefined;
  const url = directive?.arguments?.find(({ name }) => name.value === "url");
  return url && String(valueFromASTUntyped(url.value));
};

const hiddenOf = (definition: DefinitionNode): string[] => {
  const parts = "fields" in definition ? definition.fields : "values" in definition ? definition.values : [];
  return (parts ?? []).filter((part) => isMarked(part, "inaccessible")).map(({ name }) => name.value);
};

const unsharedOf = (definition: DefinitionNode): string[] =>
  "fields" in definition && "directives" in definition && !isMarked(definition, "shareable")
    ? (definition.fields ?? [])
        .filter((field) => !isMarked(field, "shareable") && !isMarked(field, "external"))
        .map(({ name }) => name.value)
    : [];

const inputTypesOf = (definition: DefinitionNode): TypeNode[] => {
  if (!("fields" in definition)) return [];
  return keyWordOf(definition) === "input"
    ? (definition.fields ?? []).map(({ type }) => type)
    : (definition.fields ?? []).flatMap((field) =>
        "arguments" in field ? (field.arguments ?? []).map(({ type }) => type) : [],
      );
};

/** Collects what the documents declare. */
export const knownTypes = (documents: readonly NamedDocument[]): KnownTypes => {
  const types = new Map<
    string,
    {
      keyWord: KeyWord;
      subgraphs: Set<string>;
      keys: Set<string>;
      parts: Set<string>;
      hidden: Set<string>;
      unshared: Set<string>;
      specifiedBy: string | undefined;
    }
  >();
  const inputs = new Set<string>();
  for (const { subgraph, document } of documents)
    for (const definition of document.definitions) {
      const keyWord = keyWordOf(definition);
      if (keyWord === undefined || !("name" in definition) || !definition.name) continue;
      const known = types.get(definition.name.value) ?? {
        keyWord,
        subgraphs: new Set(),
        keys: new Set(),
        parts: new Set(),
        hidden: new Set(),
        unshared: new Set(),
        specifiedBy: undefined,
      };
      known.subgraphs.add(subgraph);
      for (const key of keysOf(definition)) known.keys.add(key);
      for (const part of partsOf(definition)) known.parts.add(part);
      for (const part of hiddenOf(definition)) known.hidden.add(part);
      for (const field of unsharedOf(definition)) known.unshared.add(field);
      known.specifiedBy ??= specifiedByOf(definition);
      types.set(definition.name.value, known);
      for (const type of inputTypesOf(definition)) inputs.add(namedType(type));
    }
  return { find: (name) => types.get(name), isInput: (name) => inputs.has(name) };
};
