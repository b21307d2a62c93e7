/** The query that gives an event's payload, made of the document that subscribes. Pure. */
import {
  Kind,
  OperationTypeNode,
  getArgumentValues,
  getVariableValues,
  print,
  validate,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { badInput } from "../../platform/errors/index.js";
import { operationOf } from "../document/fragments.js";
import { LIVE_FIELDS, type LiveField } from "./live-fields.js";

/** What a viewer subscribes to. */
export interface LiveQuery {
  readonly field: LiveField;
  /** Name under which the payload stands in the answer. */
  readonly name: string;
  /** Key of the record; undefined where steps of many cause events. */
  readonly key: string | undefined;
  /** Text of the query. */
  readonly query: string;
}

/** True where the document's one operation subscribes. */
export const subscribes = (document: DocumentNode): boolean =>
  operationOf(document)?.operation === OperationTypeNode.SUBSCRIPTION;

/** A document that GraphQL refuses in its own words when it is executed. */
export interface RefusedQuery {
  readonly refused: string;
}

/**
 * Makes it of a parsed document that subscribes, or what GraphQL refuses where it or its variables are not valid. Throws BAD_USER_INPUT
 * where the root field stands in a fragment or has a directive.
 */
export const liveQueryOf = (
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>> = {},
): LiveQuery | RefusedQuery => {
  if (validate(schema, document, undefined, { maxErrors: 1 }).length > 0) return { refused: print(document) };
  const operation = operationOf(document)!;
  const [root] = operation.selectionSet.selections;
  const field = root?.kind === Kind.FIELD ? LIVE_FIELDS[root.name.value] : undefined;
  if (root?.kind !== Kind.FIELD || field === undefined || root.directives?.length)
    throw badInput("query", "SUBSCRIPTION", "A subscription has one root field, without fragment or directive.");
  const values = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const query = print(asQuery(document, operation, root, field));
  if (values.errors) return { refused: query };
  const definition = schema.getSubscriptionType()!.getFields()[root.name.value]!;
  const args = getArgumentValues(definition, root, values.coerced);
  return {
    field,
    name: root.alias?.value ?? root.name.value,
    key: field.key === undefined ? undefined : String(args[field.key]),
    query,
  };
};

const asQuery = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  root: FieldNode,
  { query }: LiveField,
): DocumentNode => ({
  ...document,
  definitions: document.definitions.map((definition) =>
    definition === operation
      ? {
          ...operation,
          operation: OperationTypeNode.QUERY,
          selectionSet: {
            kind: Kind.SELECTION_SET,
            selections: [{ ...root, alias: root.alias ?? root.name, name: { kind: Kind.NAME, value: query } }],
          },
        }
      : definition,
  ),
});
