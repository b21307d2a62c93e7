/** Gates on how fields hang together: keys, `@requires`, `@provides`, interfaces, and fields that several subgraphs resolve. */
import { Kind, parse, type FieldDefinitionNode, type OperationDefinitionNode, type SelectionSetNode } from "graphql";
import { ruleName, type FieldRule } from "../disclosure/table/index.js";
import { directivesNamed, typesOf, type FieldsDefinition, type NamedDocument } from "./declarations.js";
import { readersWithin } from "./readers.js";
import { isMarked, namedType, placeOf, type DeclaredField, type SchemaIndex } from "./schema-index.js";

interface Selected {
  readonly type: string;
  readonly field: string;
}

/** Problems that show only where fields meet. */
export const graphProblems = (
  documents: readonly NamedDocument[],
  index: SchemaIndex,
  looksPersonal: (field: string) => boolean,
): string[] => [
  ...documents.flatMap((source) =>
    typesOf(source.document).flatMap((type) => [
      ...keyProblems(source, type, index, looksPersonal),
      ...interfaceProblems(source, type),
    ]),
  ),
  ...index.fields.flatMap((field) => [...requiresProblems(field, index), ...providesProblems(field, index)]),
  ...sharedProblems(index),
];

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
    const [operation] = parse(`{ ${fieldSet} }`).definitions as readonly OperationDefinitionNode[];
    return operation ? walk(type, operation.selectionSet) : [];
  } catch {
    return [];
  }
};

const keyProblems = (
  source: NamedDocument,
  type: FieldsDefinition,
  index: SchemaIndex,
  looksPersonal: (field: string) => boolean,
): string[] => {
  const keys = directivesNamed(type, "key").flatMap(({ fields }) => selected(type.name.value, fields, index));
  return keys.flatMap((key) => {
    const declared = index.find(key.type, key.field);
    const place = placeOf(source, type.name.value, type.name);
    const closed = declared.some(({ rule }) => rule !== undefined);
    const personal = declared.some(
      ({ node, type: parent }) =>
        isMarked(node, "personal") ||
        (!isMarked(node, "open") && (isMarked(parent, "personal") || looksPersonal(key.field))),
    );
    if (!closed && !personal) return [];
    return [
      `${place} has the key ${key.field}, which is ${personal ? "personal data" : "closed"}: a key travels to every subgraph, ` +
        `so mint an id that says nothing of anybody and write @key(fields: "id").`,
    ];
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

const interfaceProblems = (source: NamedDocument, type: FieldsDefinition): string[] =>
  (type.interfaces ?? []).flatMap(({ name }) =>
    typesOf(source.document)
      .filter((candidate) => candidate.name.value === name.value && isInterface(candidate))
      .flatMap((declaring) => declaring.fields ?? [])
      .flatMap((declared) => {
        const own = type.fields?.find((field) => field.name.value === declared.name.value);
        if (!own || printedClosureOf(own) === printedClosureOf(declared)) return [];
        const place = placeOf(source, `${type.name.value}.${own.name.value}`, own.name);
        return [
          `${place} and ${name.value}.${declared.name.value} disagree on @closed or its guards: write the same on both.`,
        ];
      }),
  );

const isInterface = ({ kind }: FieldsDefinition): boolean =>
  kind === Kind.INTERFACE_TYPE_DEFINITION || kind === Kind.INTERFACE_TYPE_EXTENSION;

const sharedProblems = (index: SchemaIndex): string[] => {
  const seen = new Set<string>();
  return index.fields.flatMap(({ type, node }) => {
    const key = `${type.name.value}.${node.name.value}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const [first, ...others] = index.find(type.name.value, node.name.value);
    return others
      .filter(({ rule }) => printedClosure(rule) !== printedClosure(first?.rule))
      .map(
        ({ place }) =>
          `${place} and ${first?.place} disagree on @closed or its guards: write the same in both subgraphs.`,
      );
  });
};
