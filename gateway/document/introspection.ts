/** What a document asks of the schema itself: cut out before planning, answered by graphql-js on the public schema. */
import {
  executeSync,
  Kind,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { fragmentsOf } from "./fragments.js";

/** The document with the root fields of introspection alone; undefined where there is none. */
export const introspectionOf = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
): DocumentNode | undefined => {
  const fragments = fragmentsOf(document);
  const cut = ({ selections }: SelectionSetNode): SelectionNode[] =>
    selections.flatMap((selection): SelectionNode[] => {
      if (selection.kind === Kind.FIELD) return /^__(schema|type)$/.test(selection.name.value) ? [selection] : [];
      const body = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value)!;
      const inner = cut(body.selectionSet);
      const { directives = [] } = selection;
      const selectionSet = { kind: Kind.SELECTION_SET, selections: inner } as const;
      return inner.length === 0 ? [] : [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet }];
    });
  const selections = cut(operation.selectionSet);
  if (selections.length === 0) return undefined;
  const selectionSet = { kind: Kind.SELECTION_SET, selections } as const;
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }, ...fragments.values()] };
};

/** What graphql-js answered; keys are the client's. */
export interface Introspected {
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors: readonly GraphQLError[];
}

/** Answers it; `variables` as the client sent them. */
export const introspect = (
  document: DocumentNode,
  schema: GraphQLSchema,
  variables: Readonly<Record<string, unknown>>,
): Introspected => {
  const { data, errors } = executeSync({ schema, document, rootValue: {}, variableValues: variables });
  return { data: data ?? {}, errors: errors ?? [] };
};
