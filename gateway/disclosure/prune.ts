/** Prunes a document for one class of viewers: what they may read in no row is never planned, asked for or executed. */
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  Kind,
  OperationTypeNode,
  print,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { FieldRule } from "../../platform/disclosure/index.js";
import { TYPENAME, aliased, conditionsOf, defaultsOf, positions } from "./document.js";
import type { RuleIndex } from "./rule-index.js";
import type { Condition, Occurrence, Shape, ShapeField, ShapeNode, Variables } from "./shape.js";

/** A document as one class of viewers may have it executed. */
export interface PrunedDocument {
  /** What is planned; undefined where nothing is left to ask. */
  readonly document: DocumentNode | undefined;
  readonly shape: Shape;
  /** Every closed field that the client asked for, pruned or not. */
  readonly occurrences: readonly Occurrence[];
  /** Those that were pruned. */
  readonly denied: readonly Occurrence[];
  /** Defaults of the operation's variables. */
  readonly defaults: Variables;
}

/** What pruning works with. */
export interface PruneOptions {
  readonly schema: GraphQLSchema;
  readonly rules: RuleIndex;
  /** True for rules whose field the viewers may read in no row. */
  readonly isDenied: (rule: FieldRule) => boolean;
}

/** Where a selection stands. */
interface Place {
  readonly parent: GraphQLCompositeType;
  /** Object types that the object can have here … */
  readonly possible: ReadonlySet<string>;
  /** … and how many it could have at the beginning of its selection set. */
  readonly breadth: number;
  readonly path: readonly string[];
  /** Conditions from the root down to the object. */
  readonly above: readonly Condition[];
  /** Conditions between the object and the selection. */
  readonly conditions: readonly Condition[];
}

interface Pruned {
  readonly selections: readonly SelectionNode[];
  readonly fields: readonly ShapeField[];
}

interface PrunedObject {
  readonly selections: readonly SelectionNode[];
  readonly node: ShapeNode;
}

const NOTHING: Pruned = { selections: [], fields: [] };

/** Prunes the one operation of a validated document. */
export const pruneDocument = (document: DocumentNode, options: PruneOptions): PrunedDocument => {
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  )!;
  const pruner = new Pruner(document, operation, options);
  const root = options.schema.getRootType(operation.operation)!;
  const { selections, node } = pruner.object(operation.selectionSet, root, [], []);
  return {
    document: selections.length === 0 ? undefined : written(operation, selections),
    shape: { root: node, repeats: pruner.repeats },
    occurrences: pruner.occurrences,
    denied: pruner.denied,
    defaults: defaultsOf(operation, options.schema),
  };
};

/** Fragments are written out in the selections: nothing that was pruned can come back through one. */
const written = (operation: OperationDefinitionNode, selections: readonly SelectionNode[]): DocumentNode => ({
  kind: Kind.DOCUMENT,
  definitions: [{ ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } }],
});

class Pruner {
  readonly occurrences: Occurrence[] = [];
  readonly denied: Occurrence[] = [];
  /** True once an object was found that selects a key in several parts. */
  repeats = false;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly possible = new Map<GraphQLCompositeType, ReadonlySet<string>>();
  private key: string | undefined;

  constructor(
    private readonly document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly options: PruneOptions,
  ) {
    this.fragments = new Map(
      document.definitions.flatMap((definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
      ),
    );
  }

  /** The selection set of an object; no selections are left where all of it was pruned. */
  object(
    set: SelectionSetNode,
    parent: GraphQLCompositeType,
    path: readonly string[],
    above: readonly Condition[],
  ): PrunedObject {
    const possible = this.possibleTypes(parent);
    const place = { parent, possible, breadth: possible.size, path, above, conditions: [] };
    const { selections, fields } = this.set(set, place);
    const typeKey = fields.some(({ types }) => types !== undefined) ? this.typeKey() : undefined;
    if (new Set(fields.map(({ key }) => key)).size < fields.length) this.repeats = true;
    const touched =
      typeKey !== undefined || fields.some(({ denied, dropped, child }) => denied || dropped || child?.touched);
    return {
      selections: typeKey !== undefined && selections.length > 0 ? [aliased(typeKey), ...selections] : selections,
      node: { fields, touched, ...(typeKey === undefined ? {} : { typeKey }) },
    };
  }

  private possibleTypes(type: GraphQLCompositeType): ReadonlySet<string> {
    const known = this.possible.get(type);
    if (known) return known;
    const types = isAbstractType(type) ? this.options.schema.getPossibleTypes(type) : [type];
    const names = new Set(types.map(({ name }) => name));
    this.possible.set(type, names);
    return names;
  }

  /** A response key for the type of an object that the client's document does not have. */
  private typeKey(): string {
    if (this.key === undefined) {
      const text = this.document.loc?.source.body ?? print(this.document);
      this.key = "disclosure__type";
      while (text.includes(this.key)) this.key += "_";
    }
    return this.key;
  }

  private set(set: SelectionSetNode, place: Place): Pruned {
    const parts = set.selections.map((selection) =>
      selection.kind === Kind.FIELD ? this.field(selection, place) : this.fragment(selection, place),
    );
    return {
      selections: parts.flatMap(({ selections }) => selections),
      fields: parts.flatMap(({ fields }) => fields),
    };
  }

  private fragment(selection: Exclude<SelectionNode, FieldNode>, place: Place): Pruned {
    const body = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value)!;
    const condition = body.typeCondition?.name.value;
    const parent =
      condition === undefined ? place.parent : (this.options.schema.getType(condition) as GraphQLCompositeType);
    const possible = new Set([...this.possibleTypes(parent)].filter((name) => place.possible.has(name)));
    // An object that is no such type takes nothing from the fragment.
    if (possible.size === 0) return NOTHING;
    const conditions = [...place.conditions, ...conditionsOf(selection.directives)];
    const { selections, fields } = this.set(body.selectionSet, { ...place, parent, possible, conditions });
    if (selections.length === 0) return { selections, fields };
    const inline: InlineFragmentNode = {
      kind: Kind.INLINE_FRAGMENT,
      ...(body.typeCondition ? { typeCondition: body.typeCondition } : {}),
      ...(selection.directives ? { directives: selection.directives } : {}),
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    };
    return { selections: [inline], fields };
  }

  private field(selection: FieldNode, place: Place): Pruned {
    const { parent } = place;
    const name = selection.name.value;
    const definition = "getFields" in parent ? parent.getFields()[name] : undefined;
    const own: ShapeField = {
      key: (selection.alias ?? selection.name).value,
      conditions: [...place.conditions, ...conditionsOf(selection.directives)],
      ...(definition ? { output: definition.type } : {}),
      ...(place.possible.size < place.breadth ? { types: place.possible } : {}),
    };
    // Names of types and introspection are nobody's.
    if (!definition) return { selections: [selection], fields: [own] };
    const path = [...place.path, own.key];
    const groups = this.groups(name, path, place, own.conditions);
    const gone = [...groups].flatMap(([occurrence, types]): ShapeField[] =>
      occurrence ? [{ ...own, ...(groups.size > 1 ? { types } : {}), denied: occurrence }] : [],
    );
    const left = groups.get(undefined);
    if (!left) return { selections: [], fields: gone };
    const kept = this.kept(selection, place, { ...own, ...(gone.length > 0 ? { types: left } : {}) }, path);
    if (gone.length === 0) return kept;
    // Readable in some of the types alone: it is asked for in those.
    return {
      selections: [...left].map((type) => ({
        kind: Kind.INLINE_FRAGMENT,
        typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
        selectionSet: { kind: Kind.SELECTION_SET, selections: kept.selections },
      })),
      fields: [...gone, ...kept.fields],
    };
  }

  /** The types that the object can have here by the rule that denies the field in them. */
  private groups(
    field: string,
    path: readonly string[],
    { possible, above }: Place,
    conditions: readonly Condition[],
  ): Map<Occurrence | undefined, Set<string>> {
    const groups = new Map<Occurrence | undefined, Set<string>>();
    const known = new Map<FieldRule, Occurrence>();
    for (const type of possible) {
      const rules = this.options.rules.of(type, field);
      const denying = rules.find((rule) => this.options.isDenied(rule));
      const rule = denying ?? rules[0];
      let occurrence = rule && known.get(rule);
      if (rule && !occurrence) {
        occurrence = { path, rule, conditions: [...above, ...conditions] };
        known.set(rule, occurrence);
        this.occurrences.push(occurrence);
        if (denying) this.denied.push(occurrence);
      }
      const group = denying ? occurrence : undefined;
      groups.set(group, (groups.get(group) ?? new Set()).add(type));
    }
    return groups;
  }

  private kept(selection: FieldNode, place: Place, own: ShapeField, path: readonly string[]): Pruned {
    const output = own.output!;
    const result = getNamedType(output);
    if (!isCompositeType(result) || !selection.selectionSet) return { selections: [selection], fields: [own] };
    const before = this.denied.length;
    const above = [...place.above, ...own.conditions];
    const child = this.object(selection.selectionSet, result, [...path, ...positions(output)], above);
    const asking = (selections: readonly SelectionNode[]): FieldNode => ({
      ...selection,
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    });
    if (child.selections.length > 0)
      return { selections: [asking(child.selections)], fields: [{ ...own, child: child.node }] };
    const below = this.denied.slice(before);
    const certain = below.length > 0 && below.every(({ conditions }) => conditions.length === above.length);
    const isRoot = place.path.length === 0 && this.operation.operation === OperationTypeNode.QUERY;
    // A root that would be asked for nothing is not asked at all. A mutation still has its effect.
    if (isRoot && certain && !isNonNullType(output)) return { selections: [], fields: [{ ...own, dropped: below }] };
    const placeholder = child.node.typeKey === undefined ? TYPENAME : aliased(child.node.typeKey);
    return { selections: [asking([placeholder])], fields: [{ ...own, child: { ...child.node, touched: true } }] };
  }
}
