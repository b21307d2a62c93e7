/** Finds what is closed in a request to a subgraph, and adds to it whose the rows are. */
import {
  doTypesOverlap,
  isCompositeType,
  Kind,
  parse,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { GATEWAY_PREFIXES } from "../../platform/disclosure/vocabulary/index.js";
import { type FieldRule, objectRules, type PolicyTable, recordPathsOf } from "../../platform/disclosure/table/index.js";
import { fragmentsOf, operationOf, type Fragments } from "../document/fragments.js";
import type { SubgraphTypes } from "./supergraph-types.js";

/** How the keys begin that the gateway adds; no name of a client's is among those of a subgraph's answer. */
export const ADDED = GATEWAY_PREFIXES.fact;
/** Key of an object's type. */
export const TYPE_KEY = `${ADDED}type`;
/** What says whose a row is. */
export const FACTS = ["subject", "agency", "division"] as const;

/** A selection set with the closed fields in it. */
export interface Guarded {
  readonly closed: { readonly key: string; readonly rules: readonly FieldRule[] }[];
  readonly children: Map<string, Guarded>;
}

/** Rules of a subgraph by name of field. */
export const rulesByField = (
  subgraph: string,
  table: PolicyTable,
  { schema }: SubgraphTypes,
): ReadonlyMap<string, readonly FieldRule[]> => {
  const byField = new Map<string, FieldRule[]>();
  const own = table.fields.filter((rule) => rule.subgraph === subgraph);
  for (const rule of objectRules(own, schema)) byField.set(rule.field, [...(byField.get(rule.field) ?? []), rule]);
  return byField;
};

/** Compiles one operation. */
export class GuardCompiler {
  constructor(
    private readonly document: DocumentNode,
    private readonly table: PolicyTable,
    private readonly byField: ReadonlyMap<string, readonly FieldRule[]>,
    private readonly types: SubgraphTypes,
  ) {}

  compile(): { node: Guarded | undefined; document: DocumentNode } {
    const operation = operationOf(this.document)!;
    const written = this.writtenOut(operation, fragmentsOf(this.document));
    const root = this.types.schema.getRootType(operation.operation) ?? undefined;
    const { node, set } = this.object(written.selectionSet, root, root !== undefined);
    return {
      node,
      document: { kind: Kind.DOCUMENT, definitions: [{ ...written, selectionSet: set }] },
    };
  }

  /** The operation with its fragments written out. */
  private writtenOut(operation: OperationDefinitionNode, fragments: Fragments): OperationDefinitionNode {
    return visit(operation, {
      FragmentSpread: (spread) => {
        const fragment = fragments.get(spread.name.value);
        return fragment
          ? {
              kind: Kind.INLINE_FRAGMENT,
              typeCondition: fragment.typeCondition,
              directives: spread.directives,
              selectionSet: this.writtenOut({ ...operation, selectionSet: fragment.selectionSet }, fragments)
                .selectionSet,
            }
          : undefined;
      },
    }) as OperationDefinitionNode;
  }

  private object(
    set: SelectionSetNode,
    parent: GraphQLCompositeType | undefined,
    isRoot = false,
  ): { node: Guarded | undefined; set: SelectionSetNode } {
    const node: Guarded = { closed: [], children: new Map() };
    const selections = this.selections(set, parent, node);
    if (node.closed.length === 0 && node.children.size === 0) return { node: undefined, set };
    const rules = new Set(node.closed.flatMap((entry) => entry.rules));
    const added = isRoot || rules.size === 0 ? [] : this.added(rules);
    return { node, set: { kind: Kind.SELECTION_SET, selections: [...added, ...selections] } };
  }

  private selections(set: SelectionSetNode, parent: GraphQLCompositeType | undefined, node: Guarded): SelectionNode[] {
    return set.selections.map((selection): SelectionNode => {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const named = selection.typeCondition && this.types.schema.getType(selection.typeCondition.name.value);
        const type = isCompositeType(named) ? named : parent;
        return {
          ...selection,
          selectionSet: { kind: Kind.SELECTION_SET, selections: this.selections(selection.selectionSet, type, node) },
        };
      }
      return selection.kind === Kind.FIELD ? this.field(selection, parent, node) : selection;
    });
  }

  private field(selection: FieldNode, parent: GraphQLCompositeType | undefined, node: Guarded): FieldNode {
    const name = selection.name.value;
    const key = (selection.alias ?? selection.name).value;
    const rules = (this.byField.get(name) ?? []).filter((rule) => this.meets(parent, rule.type));
    if (rules.length > 0) node.closed.push({ key, rules });
    if (!selection.selectionSet) return selection;
    const result = parent && this.types.resultOf(parent, name);
    const child = this.object(selection.selectionSet, result);
    if (!child.node) return selection;
    const other = node.children.get(key);
    node.children.set(key, other ? joined(other, child.node) : child.node);
    return { ...selection, selectionSet: child.set };
  }

  /** True where an object of the type may stand where `parent` is declared; what is unknown may be anything. */
  private meets(parent: GraphQLCompositeType | undefined, type: string): boolean {
    const ruled = this.types.schema.getType(type);
    return !parent || !isCompositeType(ruled) || doTypesOverlap(this.types.schema, parent, ruled);
  }

  /** The type of the object and, for each type that a rule is about, whose the row is. */
  private added(rules: ReadonlySet<FieldRule>): SelectionNode[] {
    const paths = new Map([...rules].map((rule) => [rule.type, recordPathsOf(this.table, rule)]));
    const facts = [...paths].flatMap(([type, record]) => {
      const asked = FACTS.flatMap((fact) => (record?.[fact] === undefined ? [] : [aliased(fact, record[fact])]));
      return asked.length === 0 ? [] : [`... on ${type} { ${asked.join(" ")} }`];
    });
    const [operation] = parse(`{ ${TYPE_KEY}: __typename ${facts.join(" ")} }`, { noLocation: true }).definitions;
    return [...(operation as OperationDefinitionNode).selectionSet.selections];
  }
}

/** `disclosure__agency: org { uscc }` for the path `org.uscc`. */
const aliased = (fact: string, path: string): string => {
  const [first = "", ...rest] = path.split(".");
  return `${ADDED}${fact}: ${[first, ...rest].join(" { ")}${" }".repeat(rest.length)}`;
};

const joined = (one: Guarded, other: Guarded): Guarded => {
  const children = new Map(one.children);
  for (const [key, child] of other.children) {
    const known = children.get(key);
    children.set(key, known ? joined(known, child) : child);
  }
  return { closed: [...one.closed, ...other.closed], children };
};
