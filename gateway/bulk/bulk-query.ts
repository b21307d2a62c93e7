/** What a bulk export asks: one list with pages, of which it selects `nodes` alone; the gateway adds the pages. */
import {
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  OperationTypeNode,
  parse,
  print,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { ServiceError } from "../../platform/errors/index.js";
import { fragmentsOf, hasCycle, operationOf } from "../document/fragments.js";
import { columnsOf, type Column } from "./columns.js";

/** Rows of one page: the most that a list gives. */
export const PAGE_ROWS = 100;

/** The variable that holds where a page begins. */
export const AFTER_VARIABLE = "bulkAfter";

/** What is asked page by page. */
export interface BulkQuery {
  /** The document of one page. */
  readonly text: string;
  /** Under which name the list stands in an answer. */
  readonly name: string;
  readonly columns: readonly Column[];
}

const refused = (): ServiceError =>
  new ServiceError(
    "BAD_USER_INPUT",
    "A bulk export asks one list with pages and selects `nodes` alone, without `first` and `after`: { licences { nodes { id docNo } } }.",
    { reason: "BULK_QUERY" },
  );

/** Reads it of a document within the limits. Throws BAD_USER_INPUT (BULK_QUERY) where it asks anything but one list with pages; GraphQL says what else is wrong. */
export const readBulkQuery = (source: string, schema: GraphQLSchema): BulkQuery => {
  const document = parsed(source);
  const operation = document && operationOf(document);
  // GraphQL says what is wrong with it.
  if (!document || !operation) return { text: source, name: "", columns: [] };
  const [list, ...others] = operation.selectionSet.selections;
  if (operation.operation !== OperationTypeNode.QUERY || list?.kind !== Kind.FIELD || others.length > 0)
    throw refused();
  const rowType = rowTypeOf(list, schema);
  const [nodes, ...besides] = list.selectionSet?.selections ?? [];
  const isPlain = besides.length === 0 && nodes?.kind === Kind.FIELD && isNodesAlone(nodes) && !isDirected(list);
  const isPaged = (list.arguments ?? []).some(({ name }) => name.value === "first" || name.value === "after");
  if (rowType === undefined || !isPlain || isPaged) throw refused();
  const fragments = fragmentsOf(document);
  return {
    text: print(paged(document, operation, list)),
    name: (list.alias ?? list.name).value,
    columns: hasCycle(fragments) ? [] : columnsOf(nodes, rowType, { schema, fragments }),
  };
};

/** Syntax errors are left to GraphQL, which says where they are. */
const parsed = (source: string): DocumentNode | undefined => {
  try {
    return parse(source, { noLocation: true });
  } catch {
    return undefined;
  }
};

const isDirected = ({ directives = [] }: FieldNode): boolean => directives.length > 0;

const isNodesAlone = (field: FieldNode): boolean =>
  field.name.value === "nodes" && field.alias === undefined && !isDirected(field) && field.selectionSet !== undefined;

/** The type of the rows, where the field is a list with pages. */
const rowTypeOf = ({ name }: FieldNode, schema: GraphQLSchema): GraphQLObjectType | undefined => {
  const root = schema.getQueryType()?.getFields()[name.value];
  const connection = root && getNamedType(root.type);
  if (!isObjectType(connection) || !["first", "after"].every((each) => root?.args.some((arg) => arg.name === each)))
    return undefined;
  const { nodes, pageInfo } = connection.getFields();
  if (pageInfo === undefined || nodes === undefined || !isListType(getNullableType(nodes.type))) return undefined;
  const row = getNamedType(nodes.type);
  return isObjectType(row) ? row : undefined;
};

const PAGE_PARTS = parse(
  `query ($${AFTER_VARIABLE}: String) { list(first: ${PAGE_ROWS}, after: $${AFTER_VARIABLE}) { pageInfo { hasNextPage endCursor } } }`,
  { noLocation: true },
).definitions[0] as OperationDefinitionNode;

/** The document with the page's arguments, and with what says where the next one begins. */
const paged = (document: DocumentNode, operation: OperationDefinitionNode, list: FieldNode): DocumentNode => {
  const added = PAGE_PARTS.selectionSet.selections[0] as FieldNode;
  const page: FieldNode = {
    ...list,
    arguments: [...(list.arguments ?? []), ...(added.arguments ?? [])],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [...(list.selectionSet?.selections ?? []), ...(added.selectionSet?.selections ?? [])],
    },
  };
  const ofPage: OperationDefinitionNode = {
    ...operation,
    variableDefinitions: [...(operation.variableDefinitions ?? []), ...(PAGE_PARTS.variableDefinitions ?? [])],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [page] },
  };
  return {
    ...document,
    definitions: document.definitions.map((definition) => (definition === operation ? ofPage : definition)),
  };
};
