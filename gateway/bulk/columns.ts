/** Columns of a bulk export in CSV: a column for each value of a row, through objects, and one in JSON for each list. Pure. */
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
} from "graphql";
import { csvLine } from "../../platform/export/csv.js";

/** Names of fields from the row to its value, as the document calls them. */
export type Column = readonly string[];

interface Document {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Columns of what a field selects of objects of a type, in the order of the document. What is not in the schema has none. */
export const columnsOf = (field: FieldNode, type: GraphQLObjectType, document: Document): readonly Column[] => {
  const columns = new Map<string, Column>();
  collect(field.selectionSet?.selections ?? [], type, [], (column) => columns.set(column.join("."), column), document);
  return [...columns.values()];
};

const collect = (
  selections: NonNullable<FieldNode["selectionSet"]>["selections"],
  type: GraphQLObjectType,
  path: Column,
  add: (column: Column) => void,
  document: Document,
): void => {
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD) {
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : document.fragments.get(selection.name.value);
      if (fragment) collect(fragment.selectionSet.selections, type, path, add, document);
      continue;
    }
    const column = [...path, (selection.alias ?? selection.name).value];
    const of = type.getFields()[selection.name.value]?.type;
    const named = of && getNamedType(of);
    const isOne = of !== undefined && !isListType(getNullableType(of)) && !isAbstractType(named);
    if (isOne && isObjectType(named)) collect(selection.selectionSet?.selections ?? [], named, column, add, document);
    else add(column);
  }
};

const cellOf = (row: unknown, column: Column): string | undefined => {
  let value = row;
  for (const name of column) value = (value as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  if (value === null || value === undefined) return undefined;
  return typeof value === "object" ? JSON.stringify(value) : String(value as string | number | boolean);
};

/** The line of headings: names from the row to its value, with a dot between two. */
export const headingsLine = (columns: readonly Column[]): string => csvLine(columns.map((column) => column.join(".")));

/** The line of a row. */
export const rowLine = (columns: readonly Column[], row: unknown): string =>
  csvLine(columns.map((column) => cellOf(row, column)));
