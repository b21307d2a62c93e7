/**
 * The part of the other subgraphs that a partner's file meets: composing that part refuses what composing all would, and takes a fraction of it.
 * Kept are the types that the partner declares too; of entities their keys, what the partner names, and one field more of each subgraph, to which a
 * way must lead. The rest composed before, and nothing of the partner's reaches into it.
 */
import {
  Kind,
  parse,
  type DefinitionNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from "graphql";
import { typesOf, type NamedDocument } from "../declarations.js";
import { isMarked, namedType } from "../schema-index.js";
import { keysOf, keyWordOf, type KnownTypes } from "./known-types.js";

/** Directives that tie a field to others of its type, which would have to be kept with it. */
const TIED = ["requires", "provides", "override", "fromContext"];

/** Types of linked specifications, which every subgraph has with their directives. */
const OF_SPECIFICATIONS = /^[a-z]+__/;

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

const nameOf = (definition: DefinitionNode): string | undefined =>
  "name" in definition ? definition.name?.value : undefined;

const isObject = ({ kind }: DefinitionNode): boolean =>
  kind === Kind.OBJECT_TYPE_DEFINITION || kind === Kind.OBJECT_TYPE_EXTENSION;

/** Fields of each type that the partner writes. */
const writtenBy = (partner: NamedDocument): ReadonlyMap<string, ReadonlySet<string>> => {
  const written = new Map<string, Set<string>>();
  for (const definition of partner.document.definitions) {
    const name = nameOf(definition);
    if (name === undefined || OF_SPECIFICATIONS.test(name) || keyWordOf(definition) === undefined) continue;
    const fields = written.get(name) ?? new Set<string>();
    for (const field of "fields" in definition ? (definition.fields ?? []) : []) fields.add(field.name.value);
    written.set(name, fields);
  }
  return written;
};

/** True where a part can not be told from the whole: abstract types, and keys that go into objects. */
const isEntangled = (partner: NamedDocument, others: KnownTypes, written: ReadonlySet<string>): boolean =>
  partner.document.definitions.some(
    (definition) =>
      ("interfaces" in definition && (definition.interfaces ?? []).some(({ name }) => others.find(name.value))) ||
      ("directives" in definition && isMarked(definition as ObjectNode, "interfaceObject")),
  ) ||
  [...written].some((name) => {
    const known = others.find(name);
    return (
      known !== undefined &&
      (["interface", "union"].includes(known.keyWord) || [...known.keys].some((key) => key.includes("{")))
    );
  });

const isLeaf = (field: FieldDefinitionNode): boolean =>
  ["String", "Int", "Float", "Boolean", "ID"].includes(namedType(field.type)) && (field.arguments ?? []).length === 0;

/** An entity with its keys, what the partner writes of it, and one more field. */
const reduced = (
  definition: ObjectNode,
  keys: readonly string[],
  written: ReadonlySet<string>,
): ObjectNode | undefined => {
  // What others have from somebody else is external there for a field that is left out.
  const named = (definition.fields ?? []).filter(
    (field) =>
      keys.some((key) => key.split(" ").includes(field.name.value)) ||
      (written.has(field.name.value) && !isMarked(field, "external")),
  );
  const witness = (definition.fields ?? []).find(
    (field) =>
      !named.includes(field) && isLeaf(field) && ![...TIED, "external"].some((directive) => isMarked(field, directive)),
  );
  const fields = witness ? [...named, witness] : named;
  if (fields.some((field) => TIED.some((directive) => isMarked(field, directive)))) return undefined;
  return { ...definition, interfaces: [], fields };
};

/** A type that is no entity, without the interfaces that are left out; undefined where its fields hang on others. */
const alone = (definition: DefinitionNode): DefinitionNode | undefined => {
  if (!isObject(definition)) return definition;
  const { fields = [] } = definition as ObjectNode;
  return fields.some((field) => TIED.some((directive) => isMarked(field, directive)))
    ? undefined
    : ({ ...definition, interfaces: [] } as ObjectNode);
};

/** Types that the fields name. */
const namedIn = (definition: DefinitionNode): string[] =>
  "fields" in definition
    ? (definition.fields ?? []).flatMap((field) => [
        namedType(field.type),
        ...("arguments" in field ? (field.arguments ?? []).map(({ type }) => namedType(type)) : []),
      ])
    : "types" in definition
      ? (definition.types ?? []).map(({ name }) => name.value)
      : [];

/** The part of one subgraph; undefined where it can not be told from the whole, an empty list where nothing is met. */
const partOf = (
  { subgraph, document }: NamedDocument,
  written: ReadonlyMap<string, ReadonlySet<string>>,
): DefinitionNode[] | undefined => {
  const byName = new Map<string, DefinitionNode[]>();
  for (const definition of document.definitions) {
    const name = nameOf(definition);
    if (name !== undefined && keyWordOf(definition) !== undefined)
      byName.set(name, [...(byName.get(name) ?? []), definition]);
  }
  const kept = new Map<string, readonly DefinitionNode[]>();
  const wanted = [...written.keys()].filter((name) => byName.has(name) && name !== "Query");
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    const whole = byName.get(name);
    if (kept.has(name) || whole === undefined) continue;
    const keys = whole.flatMap((definition) => keysOf(definition as ObjectNode));
    const part = whole.map((definition) =>
      keys.length > 0 && isObject(definition)
        ? reduced(definition as ObjectNode, keys, written.get(name!) ?? new Set())
        : alone(definition),
    );
    if (
      part.some(
        (definition) =>
          definition === undefined || keyWordOf(definition) === "interface" || keyWordOf(definition) === "union",
      )
    )
      return undefined;
    kept.set(name, part as DefinitionNode[]);
    wanted.push(...(part as DefinitionNode[]).flatMap(namedIn));
  }
  if (kept.size === 0) return [];
  // Whatever is kept can be asked for in each subgraph, as some field of what is left out does.
  const objects = [...kept].filter(([, part]) => part.some(isObject)).map(([name]) => name);
  const own = subgraph.replaceAll("-", "_");
  const reached = objects.map((name) => `reach_${own}_${name}: ${name}`).join(" ");
  const roots = parse(`type Query { met_${own}: Int ${reached} }`, { noLocation: true });
  const others = document.definitions.filter(
    (definition) => keyWordOf(definition) === undefined || OF_SPECIFICATIONS.test(nameOf(definition) ?? ""),
  );
  return [...others, ...roots.definitions, ...[...kept.values()].flat()];
};

/** The documents of others as far as the partner's meets them; undefined where only the whole tells. */
export const neighbourhood = (
  partner: NamedDocument,
  others: readonly NamedDocument[],
  types: KnownTypes,
): readonly NamedDocument[] | undefined => {
  const written = writtenBy(partner);
  if (isEntangled(partner, types, new Set(written.keys()))) return undefined;
  const roots = typesOf(partner.document).filter(({ name }) => name.value === "Query");
  if (roots.some(({ fields }) => (fields ?? []).some(({ name }) => types.find("Query")?.parts.has(name.value))))
    return undefined;
  const parts = others.map((source) => ({ source, part: partOf(source, written) }));
  if (parts.some(({ part }) => part === undefined)) return undefined;
  return parts.flatMap(({ source, part }) =>
    part && part.length > 0 ? [{ ...source, document: { ...source.document, definitions: part } }] : [],
  );
};
