/** Counts list items and weighted cost down a document's selections; selections with one response key are one field. */
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  Kind,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type SelectionSetNode,
} from "graphql";
import type { CostDirectives, FieldCost } from "./cost-directives.js";
import type { Fragments } from "./fragments.js";
import { listDepth, listLength, scalarOf, sizedFields, type Variables } from "./list-size.js";
import { createPossibleTypes, type PossibleTypes } from "./possible-types.js";

/** Schema and weights in use. */
export interface CostModel {
  readonly schema: GraphQLSchema;
  readonly directives: CostDirectives;
}

/** The list of a connection whose selections are measured. */
interface Connection {
  readonly length: number;
  readonly fields: readonly string[];
}

/** Selections with one response key in objects of the same types: they are one field. */
interface Entry {
  readonly nodes: FieldNode[];
  readonly parent: GraphQLCompositeType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly possible: ReadonlySet<string>;
}

interface Sum {
  readonly nodes: number;
  readonly weighted: number;
}

/** Measures one document. */
export class CostMeasure {
  /** Fields at and below abstract types, met so far. */
  abstractFields = 0;
  private readonly possibleTypes: PossibleTypes;

  constructor(
    private readonly fragments: Fragments,
    private readonly variables: Variables,
    private readonly model: CostModel,
  ) {
    this.possibleTypes = createPossibleTypes(model.schema);
  }

  /** Cost below one object; of an abstract type's fragments the dearest type counts. */
  object(
    sets: readonly SelectionSetNode[],
    parent: GraphQLCompositeType,
    belowAbstract: boolean,
    connection: Connection | undefined,
  ): Sum {
    const entries = new Map<string, Entry>();
    const possible = this.possibleTypes(parent);
    for (const set of sets) this.collect(set, parent, possible, entries);
    const abstract = belowAbstract || isAbstractType(parent);
    const totals = new Map([...possible].map((type): [string, Sum] => [type, { nodes: 0, weighted: 0 }]));
    const items = new Map<string, number>();
    for (const entry of entries.values()) {
      if (abstract) this.abstractFields += entry.possible.size;
      const name = entry.field.name;
      const listed = connection?.fields.includes(name) ? connection : undefined;
      const sum = this.entry(entry, abstract, listed);
      for (const type of entry.possible) {
        const total = totals.get(type)!;
        totals.set(type, { nodes: total.nodes + sum.nodes, weighted: total.weighted + sum.weighted });
      }
      if (listed) items.set(name, (items.get(name) ?? 0) + 1);
    }
    // `edges` and `nodes` of a connection are the same items; two aliases of either are given twice.
    const own = connection ? connection.length * Math.max(0, ...items.values()) : 0;
    const sums = [...totals.values()];
    return {
      nodes: own + Math.max(0, ...sums.map(({ nodes }) => nodes)),
      weighted: Math.max(0, ...sums.map(({ weighted }) => weighted)),
    };
  }

  private entry({ nodes, parent, field, possible }: Entry, abstract: boolean, listed: Connection | undefined): Sum {
    const declared = this.declaredFor(parent, field.name, possible);
    const depth = listDepth(field.type);
    const sized = sizedFields(
      field,
      declared.map(({ listSize }) => listSize),
    );
    const length = Math.max(
      ...nodes.flatMap((node) =>
        (declared.length > 0 ? declared : [undefined]).map((cost) =>
          listLength(node, field, cost?.listSize, this.variables),
        ),
      ),
    );
    const repeats = listed ? listed.length : depth > 0 ? length ** depth : 1;
    const result = getNamedType(field.type);
    const sets = nodes.flatMap(({ selectionSet }) => (selectionSet ? [selectionSet] : []));
    const below =
      isCompositeType(result) && sets.length > 0
        ? this.object(sets, result, abstract, depth === 0 && sized.length > 0 ? { length, fields: sized } : undefined)
        : undefined;
    const weight = Math.max(
      ...declared.map(({ weight }) => weight ?? this.typeWeight(result.name, below !== undefined)),
      ...(declared.length > 0 ? [] : [this.typeWeight(result.name, below !== undefined)]),
    );
    const given = new Set(nodes.flatMap((node) => (node.arguments ?? []).map(({ name }) => name.value)));
    const argumentsCost = Math.max(
      0,
      ...declared.map((cost) =>
        [...cost.arguments].reduce((sum, [name, each]) => sum + (given.has(name) ? each : 0), 0),
      ),
    );
    // The items of a connection are counted once for `edges` and `nodes` together; lists of scalars are no items.
    const own = depth > 0 && !listed && below ? repeats : 0;
    return {
      nodes: own + repeats * (below?.nodes ?? 0),
      weighted: argumentsCost + repeats * (weight + (below?.weighted ?? 0)),
    };
  }

  /** What is declared for a field in the type that it is selected in and in those that its object can have. */
  private declaredFor(parent: GraphQLCompositeType, field: string, possible: ReadonlySet<string>): FieldCost[] {
    const { fields } = this.model.directives;
    if (fields.size === 0) return [];
    return [...new Set([parent.name, ...possible])].flatMap((type) => fields.get(`${type}.${field}`) ?? []);
  }

  private typeWeight(type: string, isObject: boolean): number {
    return this.model.directives.types.get(type) ?? (isObject ? 1 : 0);
  }

  private collect(
    set: SelectionSetNode,
    parent: GraphQLCompositeType,
    possible: ReadonlySet<string>,
    entries: Map<string, Entry>,
  ): void {
    for (const selection of set.selections) {
      if (this.isLeftOut(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const field = "getFields" in parent ? parent.getFields()[selection.name.value] : undefined;
        if (!field) continue;
        const key = `${(selection.alias ?? selection.name).value} ${[...possible].join(" ")}`;
        const known = entries.get(key);
        if (known) known.nodes.push(selection);
        else entries.set(key, { nodes: [selection], parent, field, possible });
        continue;
      }
      const body = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
      if (!body) continue;
      const condition = body.typeCondition?.name.value;
      const type = condition === undefined ? parent : this.model.schema.getType(condition);
      if (!type || !isCompositeType(type)) continue;
      const narrowed = new Set([...this.possibleTypes(type)].filter((each) => possible.has(each)));
      if (narrowed.size === 0) continue;
      this.collect(body.selectionSet, type, narrowed, entries);
    }
  }

  /** True for what a condition takes out of this request. */
  private isLeftOut({ directives }: { readonly directives?: FieldNode["directives"] }): boolean {
    return (directives ?? []).some(({ name, arguments: given }) => {
      const skipped = name.value === "skip";
      if (!skipped && name.value !== "include") return false;
      return scalarOf(given?.find((argument) => argument.name.value === "if")?.value, this.variables) === skipped;
    });
  }
}
