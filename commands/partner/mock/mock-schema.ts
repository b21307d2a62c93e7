/** A federation schema of a partner's SDL as it can be executed without the partner's code: its types alone, without what it decides. */
import { buildSubgraphSchema } from "@apollo/subgraph";
import { Kind, visit, type DirectiveNode, type DocumentNode, type GraphQLSchema } from "graphql";
import { parseFieldSet } from "../../../platform/composition/field-set.js";
import { canonicalise } from "../../../platform/composition/canonical.js";
import type { SubgraphSource } from "../../../platform/composition/index.js";

/** What is executed. */
export interface MockSchema {
  readonly schema: GraphQLSchema;
  /** Names of the fields of each entity's first key, without what is nested in them. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

/** Directives that execution knows; all others are the composer's and the gateway's. */
const EXECUTED: ReadonlySet<string> = new Set(["deprecated", "specifiedBy", "oneOf"]);

const argumentText = (directive: DirectiveNode, name: string): string | undefined => {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
};

const isResolvable = (directive: DirectiveNode): boolean =>
  !directive.arguments?.some(
    ({ name, value }) => name.value === "resolvable" && value.kind === Kind.BOOLEAN && !value.value,
  );

const isKey = (directive: DirectiveNode): boolean => directive.name.value === "key";

/** Builds it. Throws sentences where the text is no SDL of a subgraph. */
export const mockSchemaOf = (source: SubgraphSource): MockSchema => {
  const { document, problems } = canonicalise(source);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  return { schema: buildSubgraphSchema([{ typeDefs: typesOf(document) }]), keys: keysOf(document) };
};

/** Types and their keys; a key keeps its fields alone. */
const typesOf = (document: DocumentNode): DocumentNode =>
  visit(document, {
    SchemaExtension: () => null,
    SchemaDefinition: () => null,
    DirectiveDefinition: () => null,
    Directive: (directive) => {
      if (EXECUTED.has(directive.name.value)) return undefined;
      if (!isKey(directive) || !isResolvable(directive)) return null;
      return { ...directive, arguments: directive.arguments?.filter(({ name }) => name.value === "fields") };
    },
  }) as DocumentNode;

const keysOf = ({ definitions }: DocumentNode): ReadonlyMap<string, readonly string[]> => {
  const keys = new Map<string, readonly string[]>();
  for (const node of definitions) {
    if (!("directives" in node) || !("name" in node) || !node.name) continue;
    const fields = node.directives?.filter(isKey).map((directive) => argumentText(directive, "fields"))[0];
    if (fields !== undefined && !keys.has(node.name.value)) keys.set(node.name.value, namesOf(fields));
  }
  return keys;
};

/** Those at the top of a field set. */
const namesOf = (fields: string): string[] =>
  parseFieldSet(fields).selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [selection.name.value] : [],
  );
