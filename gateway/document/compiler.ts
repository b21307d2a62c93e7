/** Walks a document's selections: what the engine is asked for, and the tree of what the client asked for, beside it. */
import {
  getNamedType,
  isCompositeType,
  isNonNullType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type InlineFragmentNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import type { Deferral, FieldEntry, ObjectShape, ShapeEntry } from "../answer/answer-shape.js";
import { outputOf, positions } from "../answer/output.js";
import { ClosedPlaces, type CompileOptions } from "./closed-places.js";
import { stands } from "./conditions.js";
import { deferred } from "./defer.js";
import { EngineNames } from "./engine-names.js";
import { fragmentsOf, type Fragments } from "./fragments.js";
import { createPossibleTypes, type PossibleTypes } from "./possible-types.js";

/** Where a selection stands. */
interface Place {
  readonly parent: GraphQLCompositeType;
  /** Object types that the object can have here … */
  readonly possible: ReadonlySet<string>;
  /** … and how many it could have at the beginning of its selection set. */
  readonly breadth: number;
  readonly path: readonly string[];
  readonly enginePath: readonly string[];
  /** The fragment around it, of the same object, that comes later. */
  readonly deferral?: Deferral;
}

interface Compiled {
  readonly selections: readonly SelectionNode[];
  readonly entries: readonly ShapeEntry[];
  /** True where the client asks for something that was not pruned. */
  readonly asks: boolean;
}

interface CompiledObject {
  readonly selections: readonly SelectionNode[];
  readonly shape: ObjectShape;
  readonly asks: boolean;
}

const NOTHING: Compiled = { selections: [], entries: [], asks: false };

/** Asked of every object: a planner loses some that have nothing else to say, and the shape of an answer depends on it. */
const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/** What is needed to ask for a field. */
interface Asking {
  readonly definition: GraphQLField<unknown, unknown>;
  readonly place: Place;
  readonly asked: FieldNode;
  readonly set: SelectionSetNode | undefined;
}

/** Compiles the selections of one document. */
export class Compiler {
  readonly closed: ClosedPlaces;
  readonly names: EngineNames;
  /** True once a fragment was met that the client would have later. */
  defers = false;
  private readonly fragments: Fragments;
  private readonly possibleTypes: PossibleTypes;

  constructor(
    document: DocumentNode,
    private readonly operation: OperationDefinitionNode,
    private readonly options: CompileOptions,
  ) {
    this.closed = new ClosedPlaces(options);
    this.names = new EngineNames(operation);
    this.fragments = fragmentsOf(document);
    this.possibleTypes = createPossibleTypes(options.schema);
  }

  /** The selection set of an object. */
  object(set: SelectionSetNode, parent: GraphQLCompositeType, at: Pick<Place, "path" | "enginePath">): CompiledObject {
    const possible = this.possibleTypes(parent);
    const { selections, entries, asks } = this.set(set, { ...at, parent, possible, breadth: possible.size });
    const isRoot = at.path.length === 0;
    return {
      selections: isRoot ? selections : [TYPENAME, ...selections],
      shape: { entries, place: at.enginePath },
      asks,
    };
  }

  private set(set: SelectionSetNode, place: Place): Compiled {
    const parts = set.selections.map((selection): Compiled => {
      if (!stands(selection.directives, this.options.variables)) return NOTHING;
      return selection.kind === Kind.FIELD ? this.field(selection, place) : this.fragment(selection, place);
    });
    return {
      selections: parts.flatMap(({ selections }) => selections),
      entries: parts.flatMap(({ entries }) => entries),
      asks: parts.some(({ asks }) => asks),
    };
  }

  private fragment(selection: Exclude<SelectionNode, FieldNode>, place: Place): Compiled {
    const body = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value)!;
    const condition = body.typeCondition?.name.value;
    const parent =
      condition === undefined ? place.parent : (this.options.schema.getType(condition) as GraphQLCompositeType);
    const possible = new Set([...this.possibleTypes(parent)].filter((name) => place.possible.has(name)));
    // An object that is no such type takes nothing from the fragment.
    if (possible.size === 0) return NOTHING;
    const later = deferred(selection.directives, this.options.variables);
    const deferral = later ? { ...later, types: possible, within: place.deferral } : place.deferral;
    if (later) this.defers = true;
    const inside = this.set(body.selectionSet, { ...place, parent, possible, ...(deferral ? { deferral } : {}) });
    if (inside.selections.length === 0 || !body.typeCondition) return inside;
    const inline: InlineFragmentNode = {
      kind: Kind.INLINE_FRAGMENT,
      typeCondition: body.typeCondition,
      selectionSet: { kind: Kind.SELECTION_SET, selections: inside.selections },
    };
    return { ...inside, selections: [inline] };
  }

  private field(selection: FieldNode, place: Place): Compiled {
    const name = selection.name.value;
    const definition = "getFields" in place.parent ? place.parent.getFields()[name] : undefined;
    const entry = {
      key: (selection.alias ?? selection.name).value,
      ...(place.possible.size < place.breadth ? { types: place.possible } : {}),
      ...(place.deferral ? { deferral: place.deferral } : {}),
    };
    // Names of types and introspection are nobody's, and are not planned.
    if (!definition) {
      const kind = name === "__typename" ? "typename" : "introspection";
      return { selections: [], entries: [{ ...entry, kind }], asks: true };
    }
    const asked = this.names.field(selection, definition, !isCompositeType(getNamedType(definition.type)));
    const engineKey = (asked.alias ?? asked.name).value;
    const output = outputOf(definition.type, this.options.schema);
    return this.disclosed(
      { ...entry, kind: "field", name, engineKey, output },
      { definition, place, asked, set: selection.selectionSet },
    );
  }

  /** The field in the types in which it is not denied. */
  private disclosed(entry: FieldEntry, asking: Asking): Compiled {
    const groups = this.closed.groups(entry, asking.place);
    const gone = [...groups].flatMap(([occurrence, types]): FieldEntry[] =>
      occurrence ? [{ ...entry, ...(groups.size > 1 ? { types } : {}), denied: occurrence }] : [],
    );
    const left = groups.get(undefined);
    if (!left) return { selections: [], entries: gone, asks: false };
    const kept = this.kept({ ...entry, ...(gone.length > 0 ? { types: left } : {}) }, asking);
    if (gone.length === 0) return kept;
    // Readable in some of the types alone: it is asked for in those.
    return {
      ...kept,
      selections: [...left].map((type) => ({
        kind: Kind.INLINE_FRAGMENT,
        typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
        selectionSet: { kind: Kind.SELECTION_SET, selections: kept.selections },
      })),
      entries: [...gone, ...kept.entries],
    };
  }

  private kept(entry: FieldEntry, { definition, place, asked, set }: Asking): Compiled {
    const result = getNamedType(definition.type);
    if (!isCompositeType(result) || !set) return { selections: [asked], entries: [entry], asks: true };
    const before = this.closed.denied.length;
    const list = positions(entry.output);
    const child = this.object(set, result, {
      path: [...place.path, entry.key, ...list],
      enginePath: [...place.enginePath, entry.engineKey, ...list],
    });
    const below = this.closed.denied.slice(before);
    const isRoot = place.path.length === 0 && this.operation.operation === OperationTypeNode.QUERY;
    // A root that would be asked for nothing is not asked at all. A mutation still has its effect.
    if (!child.asks && below.length > 0 && isRoot && !isNonNullType(definition.type))
      return { selections: [], entries: [{ ...entry, dropped: below }], asks: false };
    return {
      selections: [{ ...asked, selectionSet: { kind: Kind.SELECTION_SET, selections: child.selections } }],
      entries: [{ ...entry, child: child.shape }],
      asks: true,
    };
  }
}
