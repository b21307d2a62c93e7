/** The documents by which a kind is asked, without the fields that the graph has no more. */
import { createHash } from "node:crypto";
import { buildSchema, parse, print, TypeInfo, visit, visitWithTypeInfo, type GraphQLSchema } from "graphql";
import type { Kind } from "./kinds.js";

/** How a kind is asked of a graph. */
export interface Documents {
  /** All rows, for a bulk export. @default the kind is copied by the feed */
  readonly list?: string;
  /** Up to 200 by their ids. */
  readonly byIds: string;
  /** Names what is kept of a row: another one means another copy. */
  readonly hash: string;
  /** Fields that the graph has no more. */
  readonly missing: readonly string[];
}

/** Reads the schema. */
export const readSchema = (text: string): GraphQLSchema => buildSchema(text, { assumeValidSDL: true });

/** Makes them. Throws where the graph has the type no more, or nothing of it that is kept. */
export const documentsOf = ({ type, key, list, fields }: Kind, schema: GraphQLSchema): Documents => {
  if (schema.getType(type) === undefined) throw new Error(`The graph has no type ${type}: leave the kind out.`);
  const missing: string[] = [];
  const info = new TypeInfo(schema);
  const kept = visit(
    parse(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { ${fields} } } }`, { noLocation: true }),
    visitWithTypeInfo(info, {
      Field(node) {
        if (info.getFieldDef() != null) return undefined;
        missing.push(`${info.getParentType()?.name}.${node.name.value}`);
        return null;
      },
      SelectionSet: { leave: (node) => (node.selections.length === 0 ? null : undefined) },
    }),
  );
  const selection = print(kept).replaceAll(/\s+/g, " ");
  const rows = /\.\.\. on \w+ \{ (.*) \} \} \}/.exec(selection)?.[1] ?? "";
  if (!rows.split(" ").includes(key)) throw new Error(`The graph has no ${type}.${key} any more: leave the kind out.`);
  const hasList = list !== undefined && schema.getQueryType()?.getFields()[list] !== undefined;
  return {
    ...(hasList ? { list: `{ ${list} { nodes { ${rows} } } }` } : {}),
    byIds: selection,
    hash: createHash("sha256").update(selection).digest("hex"),
    missing,
  };
};
