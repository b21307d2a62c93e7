/** Gates on how fields hang together: keys, `@requires`, `@provides`, interfaces, and fields that several subgraphs resolve. */
import { Kind, type FieldDefinitionNode, type SelectionSetNode } from "graphql";
import { ruleName, type FieldRule } from "../disclosure/table/index.js";
import { directivesNamed, typesOf, type FieldsDefinition, type NamedDocument } from "./declarations.js";
import { parseFieldSet } from "./field-set.js";
import { readersWithin } from "./readers.js";
import { looksPersonal } from "./personal-names/index.js";
import { locate, printLocation, problemsAt, type Problem } from "./problem.js";
import { isMarked, namedType, type DeclaredField, type SchemaIndex } from "./schema-index.js";

interface Selected {
  readonly type: string;
  readonly field: string;
}

/** Problems of one field that show only where fields meet. */
export const fieldGraphProblems = (field: DeclaredField, index: SchemaIndex): string[] => [
  ...requiresProblems(field, index),
  ...providesProblems(field, index),
  ...sharedProblems(field, index),
];

/** Problems of the types of one subgraph that show only where fields meet. */
export const typeGraphProblems = (source: NamedDocument, index: SchemaIndex): Problem[] =>
  typesOf(source.document).flatMap((type) => [...keyProblems(source, type, index), ...interfaceProblems(source, type)]);

/** Fields of a federation field set, such as `id owner { uscc }`; what does not parse is left to composition. */
const selected = (type: string, fieldSet: unknown, index: SchemaIndex): Selected[] => {
  if (typeof fieldSet !== "string") return [];
  const walk = (parent: string, set: SelectionSetNode): Selected[] =>
    set.selections.flatMap((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return walk(selection.typeCondition?.name.value ?? parent, selection.selectionSet);
      if (selection.kind !== Kind.FIELD) return [];
      const field = selection.name.value;
      const result = index.resultOf(parent, field);
      const below = selection.selectionSet && result !== undefined ? walk(result, selection.selectionSet) : [];
      return [{ type: parent, field }, ...below];
    });
  try {
    return walk(type, parseFieldSet(fieldSet));
  } catch {
    return [];
  }
};

const keyProblems = (source: NamedDocument, type: FieldsDefinition, index: SchemaIndex): Problem[] => {
  const location = locate(source, type.name, type.name.value);
  const keys = directivesNamed(type, "key").flatMap(({ fields }) => selected(type.name.value, fields, index));
  return keys.flatMap((key) => {
    const declared = index.find(key.type, key.field);
    const closed = declared.some(({ rule }) => rule !== undefined);
    const personal = declared.some(
      ({ node, type: parent }) =>
        isMarked(node, "personal") ||
        (!isMarked(node, "open") && (isMarked(parent, "personal") || looksPersonal(key.field))),
    );
    if (!closed && !personal) return [];
    return problemsAt(location, [
      `${printLocation(location)} has the key ${key.field}, which is ${personal ? "personal data" : "closed"}: a key travels to every subgraph, ` +
        `so mint an id that says nothing of anybody and write @key(fields: "id").`,
    ]);
  });
};

/** A computed field would tell what it is computed from (threat C04). */
const requiresProblems = ({ node, type, rule, place }: DeclaredField, index: SchemaIndex): string[] =>
  directivesNamed(node, "requires").flatMap(({ fields }) =>
    selected(type.name.value, fields, index).flatMap((input) =>
      closureOf(input, index)
        .filter((closure) => !readersWithin(rule, closure))
        .map(
          (closure) =>
            `${place} requires ${ruleName(closure)}, which fewer may read: close it for no more than ` +
            `${closure.tier.join(", ") || "those whom its guard lets through"}, write @closed(tier: [${closure.tier.join(", ")}], reason: ${closure.reason}, basis: "${closure.basis}").`,
        ),
    ),
  );

const closureOf = ({ type, field }: Selected, index: SchemaIndex): FieldRule[] =>
  index.find(type, field).flatMap(({ rule }) => (rule ? [rule] : []));

/** What another subgraph closes would be handed out here without its policy. */
const providesProblems = ({ node, place, subgraph }: DeclaredField, index: SchemaIndex): string[] =>
  directivesNamed(node, "provides").flatMap(({ fields }) =>
    selected(namedType(node.type), fields, index).flatMap((input) =>
      closureOf(input, index)
        .filter((closure) => closure.subgraph !== subgraph)
        .map(
          (closure) =>
            `${place} provides ${ruleName(closure)}, which ${closure.subgraph} closes: take it out of @provides.`,
        ),
    ),
  );

const printedClosure = (rule: FieldRule | undefined): string => {
  if (!rule) return "";
  const { tier, reason, basis, until, mask, requires } = rule;
  return JSON.stringify([tier, reason, basis, until, mask, requires]);
};

const printedClosureOf = (field: FieldDefinitionNode | undefined): string =>
  field === undefined
    ? ""
    : JSON.stringify(
        ["closed", "authenticated", "requiresScopes", "policy"].map((directive) => directivesNamed(field, directive)),
      );

const interfaceProblems = (source: NamedDocument, type: FieldsDefinition): Problem[] =>
  (type.interfaces ?? []).flatMap(({ name }) =>
    typesOf(source.document)
      .filter((candidate) => candidate.name.value === name.value && isInterface(candidate))
      .flatMap((declaring) => declaring.fields ?? [])
      .flatMap((declared) => {
        const own = type.fields?.find((field) => field.name.value === declared.name.value);
        if (!own || printedClosureOf(own) === printedClosureOf(declared)) return [];
        const location = locate(source, own.name, `${type.name.value}.${own.name.value}`);
        return problemsAt(location, [
          `${printLocation(location)} and ${name.value}.${declared.name.value} disagree on @closed or its guards: write the same on both.`,
        ]);
      }),
  );

const isInterface = ({ kind }: FieldsDefinition): boolean =>
  kind === Kind.INTERFACE_TYPE_DEFINITION || kind === Kind.INTERFACE_TYPE_EXTENSION;

/** Told to who declares the field after another. */
const sharedProblems = (field: DeclaredField, index: SchemaIndex): string[] => {
  if (isMarked(field.node, "external")) return [];
  const [first] = index.find(field.type.name.value, field.node.name.value);
  if (first === undefined || first === field || printedClosure(field.rule) === printedClosure(first.rule)) return [];
  return [`${field.place} and ${first.place} disagree on @closed or its guards: write the same in both subgraphs.`];
};
