/** What a partner's file could say better: told, and no reason to refuse it. */
import { Kind, type FieldDefinitionNode } from "graphql";
import { isRootType, type NamedDocument } from "../declarations.js";
import { looksPersonal } from "../personal-names/index.js";
import { locate, printLocation, problemsAt, type Problem } from "../problem.js";
import { isListType, isMarked, namedType, type DeclaredField, type SchemaIndex } from "../schema-index.js";
import type { KnownTypes } from "./known-types.js";

/** Arguments that bound a list, in the ways of the eight stacks. */
const BOUNDS: ReadonlySet<string> = new Set(["first", "last", "limit", "take", "pageSize", "size"]);

/** Most fields of a type that one sentence names. */
const NAMED = 5;

/** Each thing to improve, in a sentence. */
export const adviceOn = (partner: NamedDocument, index: SchemaIndex, others: KnownTypes): Problem[] => {
  const fields = index.fields.filter(
    ({ subgraph, node }) => subgraph === partner.subgraph && !isMarked(node, "external"),
  );
  const scalars = new Map(
    partner.document.definitions.flatMap((definition) =>
      definition.kind === Kind.SCALAR_TYPE_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  return [
    ...undescribed(
      partner,
      fields.filter(({ type, node }) => !others.find(type.name.value)?.parts.has(node.name.value)),
    ),
    ...fields.flatMap((field) =>
      problemsAt(field.location, [
        ...unbounded(field, scalars),
        ...asksForPersons(field),
        ...unseen(field, scalars, others),
      ]),
    ),
  ];
};

const undescribed = (partner: NamedDocument, fields: readonly DeclaredField[]): Problem[] => {
  const byType = new Map<string, DeclaredField[]>();
  for (const field of fields)
    if (field.node.description === undefined && !isMarked(field.node, "inaccessible"))
      byType.set(field.type.name.value, [...(byType.get(field.type.name.value) ?? []), field]);
  return [...byType].flatMap(([type, [first, ...rest]]) => {
    if (first === undefined) return [];
    const names = [first, ...rest].map(({ node }) => node.name.value);
    const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : "";
    const location = locate(partner, first.node.name, type);
    return problemsAt(location, [
      `${printLocation(location)} does not describe ${names.slice(0, NAMED).join(", ")}${more}: say in English and Chinese what each is.`,
    ]);
  });
};

const unbounded = ({ place, node, type }: DeclaredField, scalars: ReadonlyMap<string, unknown>): string[] => {
  const name = namedType(node.type);
  // A page has the items that were asked for, and a list that declares its size has no more.
  const isBounded = isMarked(node, "listSize") || (type.fields ?? []).some((field) => field.name.value === "pageInfo");
  const isOfObjects = !["String", "Int", "Float", "Boolean", "ID"].includes(name) && !scalars.has(name);
  return isListType(node.type) &&
    isOfObjects &&
    !isBounded &&
    !(node.arguments ?? []).some((argument) => BOUNDS.has(argument.name.value))
    ? [`${place} gives a list without an end: take first: Int, or give a connection.`]
    : [];
};

const asksForPersons = ({ place, node, type }: DeclaredField): string[] =>
  isRootType(type.name.value)
    ? personalArguments(node).map(
        (name) =>
          `${place} takes ${name}, which looks personal: who asks with it learns whether you know the person, so close the field or ask by an id.`,
      )
    : [];

const personalArguments = (node: FieldDefinitionNode): string[] =>
  (node.arguments ?? []).map(({ name }) => name.value).filter((name) => looksPersonal(name));

const unseen = (
  { place, node, rule }: DeclaredField,
  scalars: ReadonlyMap<string, unknown>,
  others: KnownTypes,
): string[] => {
  const name = namedType(node.type);
  return rule === undefined && scalars.has(name) && others.find(name) === undefined && /json|object|map|any/i.test(name)
    ? [
        `${place} is of ${name}, into which nobody sees: give it a type with fields, so that what is personal in it can be closed.`,
      ]
    : [];
};
