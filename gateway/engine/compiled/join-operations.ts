/** Writes requests to one service as one: each part's `_entities` under a key of its own, its representations in a variable of its own. */
import {
  Kind,
  parse,
  print,
  visit,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type VariableDefinitionNode,
} from "graphql";
import { operationOf } from "../../document/fragments.js";

/** Where a part of a joined request is found. */
export interface JoinedPart {
  /** Response key of `_entities`; undefined for fields of the root. */
  readonly key: string | undefined;
  /** Name of the variable with its representations. */
  readonly variable: string;
}

/** Requests written as one. */
export interface JoinedOperation {
  readonly text: string;
  readonly parts: readonly JoinedPart[];
}

const REPRESENTATIONS = "representations";

/** Joins the texts; one alone stays as it is. At most one of them asks the root. */
export const joinOperations = (texts: readonly string[]): JoinedOperation => {
  const [first = ""] = texts;
  if (texts.length === 1)
    return { text: first, parts: [{ key: asksRoot(first) ? undefined : "_entities", variable: REPRESENTATIONS }] };
  const parts = texts.map((text, index) => (asksRoot(text) ? rootPart(text) : entityPart(text, index)));
  const definitions = new Map<string, VariableDefinitionNode>();
  for (const { operation } of parts)
    for (const definition of operation.variableDefinitions ?? []) {
      const name = definition.variable.name.value;
      if (!definitions.has(name)) definitions.set(name, definition);
    }
  const { operation, name } = parts[0]!.operation;
  const joined: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation,
        ...(name ? { name } : {}),
        variableDefinitions: [...definitions.values()],
        selectionSet: {
          kind: Kind.SELECTION_SET,
          selections: parts.flatMap((part): readonly SelectionNode[] => part.operation.selectionSet.selections),
        },
      },
    ],
  };
  return { text: print(joined), parts: parts.map(({ key, variable }) => ({ key, variable })) };
};

const asksRoot = (text: string): boolean => !text.includes(`$${REPRESENTATIONS}`);

type Written = JoinedPart & { readonly operation: OperationDefinitionNode };

const rootPart = (text: string): Written => ({
  key: undefined,
  variable: REPRESENTATIONS,
  operation: operationIn(text),
});

const operationIn = (text: string): OperationDefinitionNode => operationOf(parse(text, { noLocation: true }))!;

/** `e1: _entities(representations: $r1)` in the place of `_entities(representations: $representations)`. */
const entityPart = (text: string, index: number): Written => {
  const key = `e${index}`;
  const variable = `r${index}`;
  const operation = visit(operationIn(text), {
    Variable: (node) =>
      node.name.value === REPRESENTATIONS ? { ...node, name: { kind: Kind.NAME, value: variable } } : undefined,
  }) as OperationDefinitionNode;
  const selections = operation.selectionSet.selections.map((selection) => ({
    ...(selection as FieldNode),
    alias: { kind: Kind.NAME as const, value: key },
  }));
  return { key, variable, operation: { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } } };
};
