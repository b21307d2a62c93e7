/** Finds which fields are the same whoever asks, by what types and fields declare (`@sameForAll`); what is in doubt is not. */
import { Kind, type DefinitionNode, type FieldDefinitionNode } from "graphql";
import type { FieldsSameForAll, PolicyTable, SameForAll } from "../disclosure/table/index.js";
import { GUARD_DIRECTIVES } from "../disclosure/vocabulary/index.js";
import { isPlumbing, isRootType, typesOf, type NamedDocument } from "./declarations.js";
import { isMarked, namedType } from "./schema-index.js";

/** The directive. */
export const MARK = "sameForAll";

/** Directives that make the value of a field another for another viewer. */
export const BY_VIEWER = ["closed", "aggregate", "purpose", ...GUARD_DIRECTIVES];

/** What another subgraph gives is not this one's to say. */
const NOT_SAID = [...BY_VIEWER, "external"];

/** Definitions that a field of their name gives objects of. */
const COMPOSITE: readonly DefinitionNode["kind"][] = [
  Kind.OBJECT_TYPE_DEFINITION,
  Kind.OBJECT_TYPE_EXTENSION,
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.INTERFACE_TYPE_EXTENSION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.UNION_TYPE_EXTENSION,
];

/** Those of every subgraph that enforces its closed fields itself; of others nothing is taken for the same. */
export const sameForAll = (
  documents: readonly NamedDocument[],
  { subgraphs, fields }: Pick<PolicyTable, "subgraphs" | "fields">,
): SameForAll => {
  const closed = new Set(fields.map(({ type, field }) => `${type}.${field}`));
  return Object.fromEntries(
    documents
      .filter(({ subgraph }) => subgraphs[subgraph]?.enforces === true)
      .map(({ subgraph, document }): [string, FieldsSameForAll] => [
        subgraph,
        new Finding(document.definitions, closed).all(),
      ])
      .filter(([, found]) => Object.keys(found).some((type) => type === "Query" || !isPlumbing(type)))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};

/** The search in one subgraph. */
class Finding {
  private readonly composite: ReadonlySet<string>;
  private readonly fieldsOf = new Map<string, FieldDefinitionNode[]>();
  private readonly marked = new Set<string>();
  /** Types of which some fields say so. */
  private readonly partly = new Set<string>();

  constructor(
    definitions: readonly DefinitionNode[],
    private readonly closed: ReadonlySet<string>,
  ) {
    this.composite = new Set(
      definitions.flatMap((node) => (COMPOSITE.includes(node.kind) && "name" in node ? [node.name!.value] : [])),
    );
    for (const node of typesOf({ kind: Kind.DOCUMENT, definitions })) {
      const name = node.name.value;
      this.fieldsOf.set(name, [...(this.fieldsOf.get(name) ?? []), ...(node.fields ?? [])]);
      if (isRootType(name)) continue;
      if (isMarked(node, MARK)) this.marked.add(name);
      if (node.fields?.some((field) => isMarked(field, MARK))) this.partly.add(name);
    }
  }

  all(): FieldsSameForAll {
    const types = [...this.fieldsOf.keys()].filter((type) => type === "Query" || this.isSame(type)).sort();
    return Object.fromEntries(
      types.map((type) => [type, this.fieldsIn(type)] as const).filter(([, found]) => Object.keys(found).length > 0),
    );
  }

  private fieldsIn(type: string): Record<string, string | null> {
    const isWhole = this.isWhole(type);
    return Object.fromEntries(
      this.fieldsOf
        .get(type)!
        .filter((field) => isWhole || isMarked(field, MARK))
        .filter((field) => this.isOpen(type, field) && this.isSame(namedType(field.type)))
        .map((field) => {
          const result = namedType(field.type);
          return [field.name.value, this.composite.has(result) ? result : null] as const;
        }),
    );
  }

  private isOpen(type: string, field: FieldDefinitionNode): boolean {
    return !this.closed.has(`${type}.${field.name.value}`) && !NOT_SAID.some((name) => isMarked(field, name));
  }

  /** A value, or objects that are the same at least in part. */
  private isSame(type: string): boolean {
    return !this.composite.has(type) || this.partly.has(type) || this.isWhole(type);
  }

  /** A type that says so of itself, or a list of such: its counts and cursors are those of its nodes. */
  private isWhole(type: string): boolean {
    if (this.marked.has(type)) return true;
    if (!isPlumbing(type) || isRootType(type)) return false;
    return (this.fieldsOf.get(type) ?? []).every((field) => {
      const result = namedType(field.type);
      return this.isOpen(type, field) && (!this.composite.has(result) || this.isWhole(result));
    });
  }
}
