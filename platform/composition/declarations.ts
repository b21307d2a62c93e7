/** What SDL declares of disclosure, read off its nodes: directives with plain values, types with fields, the rule of a closed field. */
import {
  Kind,
  valueFromASTUntyped,
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from "graphql";
import { carriesLists, type FieldRule } from "../disclosure/table/index.js";
import type { Guards } from "../disclosure/vocabulary/index.js";

/** SDL of one subgraph. */
export interface NamedDocument {
  readonly subgraph: string;
  readonly document: DocumentNode;
  /** File that messages name. @default `<subgraph>.graphql` */
  readonly file?: string;
}

/** A definition of a type with fields. */
export type FieldsDefinition =
  ObjectTypeDefinitionNode | ObjectTypeExtensionNode | InterfaceTypeDefinitionNode | InterfaceTypeExtensionNode;

const ROOTS = ["Query", "Mutation", "Subscription"];

/** True for the name of a root type. */
export const isRootType = (type: string): boolean => ROOTS.includes(type);

/** True for the name of a type that carries lists, and for roots: of themselves they say nothing of anybody. */
export const isPlumbing = (type: string): boolean => isRootType(type) || carriesLists(type);

export { carriesLists };

/** Arguments of a directive as plain values. */
export const argumentsOf = (directive: DirectiveNode): Record<string, unknown> =>
  Object.fromEntries((directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));

/** Arguments of a node's directives of that name, as plain values. */
export const directivesNamed = (
  node: { readonly directives?: readonly DirectiveNode[] },
  name: string,
): Record<string, unknown>[] =>
  (node.directives ?? []).filter((directive) => directive.name.value === name).map(argumentsOf);

/** The types with fields of a document. */
export const typesOf = (document: DocumentNode): FieldsDefinition[] =>
  document.definitions.filter(
    (definition): definition is FieldsDefinition =>
      definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
      definition.kind === Kind.OBJECT_TYPE_EXTENSION ||
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
      definition.kind === Kind.INTERFACE_TYPE_EXTENSION,
  );

const namesIn = (value: unknown): string[][] | undefined =>
  Array.isArray(value) ? value.map((names) => (Array.isArray(names) ? names.map(String) : [String(names)])) : undefined;

/** Guards from the arguments of the directives on a field; undefined where there is none. */
export const guardsFrom = (
  argumentsNamed: (directive: string) => readonly Readonly<Record<string, unknown>>[],
): Guards | undefined => {
  const [authenticated] = argumentsNamed("authenticated");
  const scopes = namesIn(argumentsNamed("requiresScopes")[0]?.["scopes"]);
  const policies = namesIn(argumentsNamed("policy")[0]?.["policies"]);
  if (!authenticated && !scopes && !policies) return undefined;
  return {
    ...(authenticated ? { authenticated: true } : {}),
    ...(scopes ? { scopes } : {}),
    ...(policies ? { policies } : {}),
  };
};

/** The rule that a field declares; undefined for one that is open. */
export const ruleOf = (subgraph: string, type: string, field: FieldDefinitionNode): FieldRule | undefined => {
  const [closed] = directivesNamed(field, "closed");
  if (!closed) return undefined;
  const requires = guardsFrom((name) => directivesNamed(field, name));
  const [purpose] = directivesNamed(field, "purpose");
  return {
    subgraph,
    type,
    field: field.name.value,
    ...(closed as unknown as Pick<FieldRule, "tier" | "reason" | "basis" | "until" | "mask">),
    ...(requires ? { requires } : {}),
    ...(purpose ? { purpose: purpose as unknown as FieldRule["purpose"] } : {}),
    ...(isRootType(type) ? { root: true } : {}),
  };
};
