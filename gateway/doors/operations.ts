/** What stands behind a door as it is described and asked: operations with their variables, as the graph of now types them. */
import {
  Kind,
  OperationTypeNode,
  parse,
  typeFromAST,
  TypeInfo,
  validate,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import type { NamedDocument } from "../../platform/documents/index.js";
import { operationOf } from "../document/fragments.js";
import { keptByGraph } from "./kept-by-graph.js";

/** A variable of an operation. */
export interface DoorVariable {
  readonly name: string;
  readonly type: GraphQLInputType;
  /** What is taken where it is left out; undefined for none. */
  readonly byDefault: unknown;
  /** What the schema says of the argument that it is given to. */
  readonly description: string | undefined;
}

/** An operation of an app. */
export interface DoorOperation {
  readonly name: string;
  /** Name of its document: `sha256:…`. */
  readonly id: string;
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly isQuery: boolean;
  readonly variables: readonly DoorVariable[];
}

/** Operations of an app by name. */
export type DoorOperations = ReadonlyMap<string, DoorOperation>;

/** Those that the graph of now can answer, by name; subscriptions have a door of their own. The same object for the same two. */
export const operationsOf = keptByGraph(
  (named, schema): DoorOperations =>
    new Map(
      named.flatMap((document) => {
        const operation = compiled(document, schema);
        return operation ? [[operation.name, operation] as const] : [];
      }),
    ),
);

const compiled = ({ operation: name, id, text }: NamedDocument, schema: GraphQLSchema): DoorOperation | undefined => {
  const document = parse(text, { noLocation: true });
  const definition = operationOf(document);
  if (!definition || definition.operation === OperationTypeNode.SUBSCRIPTION) return undefined;
  if (validate(schema, document).length > 0) return undefined;
  return {
    ...{ name, id, document, definition },
    isQuery: definition.operation === OperationTypeNode.QUERY,
    variables: variablesOf(document, definition, schema),
  };
};

const variablesOf = (
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
  schema: GraphQLSchema,
): readonly DoorVariable[] => {
  const descriptions = usesOf(document, schema);
  return variableDefinitions.map(({ variable, type, defaultValue }) => {
    const name = variable.name.value;
    // A document that was found valid names input types alone.
    const input = typeFromAST(schema, type as never) as unknown as GraphQLInputType;
    const byDefault = defaultValue === undefined ? undefined : (valueFromAST(defaultValue, input) as unknown);
    return { name, type: input, byDefault, description: descriptions.get(name) };
  });
};

/** What the schema says of the first argument to which each variable is given. */
const usesOf = (document: DocumentNode, schema: GraphQLSchema): ReadonlyMap<string, string> => {
  const descriptions = new Map<string, string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      [Kind.ARGUMENT]: (node) => {
        const description = info.getArgument()?.description;
        if (node.value.kind !== Kind.VARIABLE || !description || descriptions.has(node.value.name.value)) return;
        descriptions.set(node.value.name.value, description);
      },
    }),
  );
  return descriptions;
};
