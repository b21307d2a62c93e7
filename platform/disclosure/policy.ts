/** The policy table: every closed field of the graph, compiled from SDL; gateway, subgraphs and documents read this one. */
import { createHash } from "node:crypto";
import { Kind, valueFromASTUntyped, type DirectiveNode, type DocumentNode } from "graphql";
import type { Mask, Reason, Tier } from "./vocabulary.js";

/** Where a row says whose it is. */
export interface RecordPaths {
  readonly subject?: string;
  readonly agency?: string;
  readonly division?: string;
  /** True for records of public money: auditors of finance count as supervisors. */
  readonly audited?: boolean;
}

/** One closed field. */
export interface FieldRule {
  readonly subgraph: string;
  readonly type: string;
  readonly field: string;
  readonly tier: readonly Tier[];
  readonly reason: Reason;
  readonly basis: string;
  readonly until?: string;
  readonly mask?: Mask;
}

/** The compiled table. */
export interface PolicyTable {
  readonly specification: "disclosure/v1.0";
  /** Hash of the rules; travels in the signed context. */
  readonly hash: string;
  readonly records: Readonly<Record<string, RecordPaths>>;
  readonly fields: readonly FieldRule[];
}

/** SDL of one subgraph. */
export interface NamedDocument {
  readonly subgraph: string;
  readonly document: DocumentNode;
}

const argumentsOf = (directive: DirectiveNode): Record<string, unknown> =>
  Object.fromEntries((directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));

/** Directives of a node with a name, as plain values. */
export const directivesNamed = (
  node: { readonly directives?: readonly DirectiveNode[] },
  name: string,
): Record<string, unknown>[] =>
  (node.directives ?? []).filter((directive) => directive.name.value === name).map(argumentsOf);

/** Compiles the table from the SDL of all subgraphs; the order of subgraphs does not matter. */
export const compilePolicy = (documents: readonly NamedDocument[]): PolicyTable => {
  const records: Record<string, RecordPaths> = {};
  const fields: FieldRule[] = [];
  for (const { subgraph, document } of documents) {
    for (const definition of document.definitions) {
      if (
        definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
        definition.kind !== Kind.INTERFACE_TYPE_DEFINITION &&
        definition.kind !== Kind.OBJECT_TYPE_EXTENSION
      ) {
        continue;
      }
      const type = definition.name.value;
      const [record] = directivesNamed(definition, "record");
      if (record) records[type] = record;
      for (const field of definition.fields ?? []) {
        const [closed] = directivesNamed(field, "closed");
        if (closed) {
          fields.push({
            subgraph,
            type,
            field: field.name.value,
            ...(closed as unknown as Omit<FieldRule, "subgraph" | "type" | "field">),
          });
        }
      }
    }
  }
  const place = (rule: FieldRule): string => `${rule.type}.${rule.field} ${rule.subgraph}`;
  fields.sort((a, b) => (place(a) < place(b) ? -1 : 1));
  const sortedRecords = Object.fromEntries(Object.entries(records).sort(([a], [b]) => (a < b ? -1 : 1)));
  const hash = createHash("sha256")
    .update(JSON.stringify([sortedRecords, fields]))
    .digest("hex")
    .slice(0, 16);
  return { specification: "disclosure/v1.0", hash, records: sortedRecords, fields };
};
