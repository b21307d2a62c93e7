/**
 * The one shaping pass: makes the client's answer from what the services gave. Client's names and order, nulls for what was
 * pruned, values checked against the schema, nulls that bubble, and an error at every place where nothing came, or nothing that the schema allows.
 */
import type { FieldEntry, LaterPart, ObjectShape, Occurrence, Reading } from "./answer-shape.js";
import type { Output } from "./output.js";

/** Keys and indexes of the client's answer. */
export type AnswerPath = (string | number)[];

/** Told of what is null and was not decided to be. */
export interface Undecided {
  /** Nothing came for the field. */
  missing(path: AnswerPath, field: FieldEntry, object: ObjectPlace): void;
  /** What came is none of what the schema lets stand there. */
  invalid(path: AnswerPath, field: FieldEntry, object: ObjectPlace): void;
}

/** The object of a field. */
export interface ObjectPlace {
  readonly typename: string;
  readonly shape: ObjectShape;
}

/** What is shaped, and for whom. */
export interface ShapeRequest {
  readonly shape: ObjectShape;
  readonly rootType: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly introspection: Readonly<Record<string, unknown>>;
  readonly undecided: Undecided;
  /** Told of every object at which a later part begins; it may still be lost to a null above it. */
  readonly later?: (begins: PartBegins) => void;
}

/** Where a later part begins. */
export interface PartBegins {
  readonly part: LaterPart;
  readonly path: AnswerPath;
  readonly from: Readonly<Record<string, unknown>>;
  readonly typename: string;
}

/** What the pass made. */
export interface Shaped {
  readonly data: Record<string, unknown> | null;
  /** How often each pruned field stands as null in the answer. */
  readonly counts: ReadonlyMap<Occurrence, number>;
}

const BUBBLE = Symbol("bubble");

type Row = Record<string, unknown>;

/** Shapes an answer. */
export const shapeAnswer = (request: ShapeRequest): Shaped => {
  const shaper = new Shaper(request);
  const at = { typename: request.rootType, shape: request.shape };
  const data = shaper.object(at, request.data, undefined);
  return { data: data === BUBBLE ? null : (data as Row), counts: shaper.counts };
};

/** Shapes a later part at one object: `data` is null where a null bubbled to its top, and none beyond it. */
export const shapePart = (
  request: Omit<ShapeRequest, "shape" | "rootType" | "data">,
  { part: { shape }, path, from, typename }: PartBegins,
): Record<string, unknown> | null => {
  const made = new Shaper({ ...request, shape, rootType: typename, data: from }, [...path]).object(
    { typename, shape },
    from,
    undefined,
  );
  return made === BUBBLE ? null : (made as Row);
};

/** What JSON gave under a name; what every object inherits is a function, and none of it. */
const given = (from: Readonly<Row>, key: string): unknown => {
  const value = from[key];
  return typeof value === "function" ? undefined : value;
};

/** The entries for objects of the type; worked out once. */
const readingOf = (shape: ObjectShape, typename: string): Reading => {
  const readings = (shape.readings ??= new Map<string, Reading>());
  const known = readings.get(typename);
  if (known) return known;
  const entries = shape.entries.filter(({ types }) => !types || types.has(typename));
  const keys = new Set(entries.map(({ key }) => key));
  const made = { entries, repeats: keys.size < entries.length };
  readings.set(typename, made);
  return made;
};

const protoNamed = new WeakMap<ObjectShape, boolean>();

/** Whether the client calls any field `__proto__`; shapes are kept and come again. */
const namesProto = (shape: ObjectShape): boolean => {
  const known = protoNamed.get(shape);
  if (known !== undefined) return known;
  const made = shape.entries.some(
    (entry) =>
      entry.key === "__proto__" || (entry.kind === "field" && entry.child !== undefined && namesProto(entry.child)),
  );
  protoNamed.set(shape, made);
  return made;
};

class Shaper {
  readonly counts = new Map<Occurrence, number>();
  private readonly namesProto: boolean;

  constructor(
    private readonly request: ShapeRequest,
    private readonly path: AnswerPath = [],
  ) {
    this.namesProto = namesProto(request.shape);
  }

  /** The object, or BUBBLE; `before` is what earlier parts of the same key made of it. */
  object(at: ObjectPlace, from: Readonly<Row>, before: Row | undefined): unknown {
    const { entries, repeats } = readingOf(at.shape, at.typename);
    // A plain object is quicker by far; `__proto__` alone would not become a field of it.
    const into = before ?? (this.namesProto ? (Object.create(null) as Row) : {});
    const mayBeKnown = repeats || before !== undefined;
    let bubbles = false;
    for (const entry of entries) {
      const { key } = entry;
      if (entry.kind === "field") {
        const value = this.field(entry, at, from, mayBeKnown ? given(into, key) : undefined);
        if (value === BUBBLE) bubbles = true;
        into[key] = value;
      } else into[key] = entry.kind === "typename" ? at.typename : this.request.introspection[key];
    }
    if (bubbles) return BUBBLE;
    for (const part of at.shape.later ?? [])
      if (part.deferral.types.has(at.typename))
        this.request.later?.({ part, path: [...this.path], from, typename: at.typename });
    return into;
  }

  private field(entry: FieldEntry, at: ObjectPlace, from: Readonly<Row>, known: unknown): unknown {
    const { denied, dropped, output } = entry;
    if (denied || dropped) {
      if (known === undefined) for (const occurrence of dropped ?? [denied!]) this.count(occurrence);
      return output.nonNull ? BUBBLE : null;
    }
    // Another part of the same key has become null, or holds the leaf already.
    if (known !== undefined && (known === null || known === BUBBLE || !entry.child)) return known;
    const raw = given(from, entry.engineKey);
    // Leaves are most of an answer, and most of them are well.
    if (output.leaf && raw !== undefined && raw !== null) {
      const leaf = output.leaf(raw);
      if (leaf !== undefined) return leaf;
    }
    this.path.push(entry.key);
    const value = raw === undefined ? this.missing(entry, at) : this.value(output, raw, entry, at, known);
    this.path.pop();
    return value;
  }

  private missing(entry: FieldEntry, at: ObjectPlace): unknown {
    this.request.undecided.missing(this.path, entry, at);
    return entry.output.nonNull ? BUBBLE : null;
  }

  private value(output: Output, raw: unknown, entry: FieldEntry, at: ObjectPlace, known: unknown): unknown {
    if (raw === null) {
      if (output.nonNull) this.request.undecided.invalid(this.path, entry, at);
      return output.nonNull ? BUBBLE : null;
    }
    const completed = this.completed(output, raw, entry, at, known);
    if (completed === undefined) this.request.undecided.invalid(this.path, entry, at);
    return completed ?? (output.nonNull ? BUBBLE : null);
  }

  /** The value; null where one bubbled up to it, undefined where it is none. */
  private completed(
    { list, possible, only, leaf }: Output,
    raw: unknown,
    entry: FieldEntry,
    at: ObjectPlace,
    known: unknown,
  ): unknown {
    if (leaf) return leaf(raw);
    if (list) return Array.isArray(raw) ? this.list(list, raw, entry, at, known) : undefined;
    if (typeof raw !== "object" || Array.isArray(raw)) return undefined;
    const from = raw as Readonly<Row>;
    const typename = from["__typename"] ?? only;
    if (typeof typename !== "string" || !possible!.has(typename)) return undefined;
    const object = this.object({ typename, shape: entry.child! }, from, known as Row | undefined);
    return object === BUBBLE ? null : object;
  }

  private list(element: Output, raw: readonly unknown[], entry: FieldEntry, at: ObjectPlace, known: unknown): unknown {
    let bubbles = false;
    const list: unknown[] = [];
    for (let index = 0; index < raw.length; index++) {
      const before = (known as readonly unknown[] | undefined)?.[index];
      if (before === null) {
        list.push(null);
        continue;
      }
      this.path.push(index);
      const completed = this.value(element, raw[index], entry, at, before);
      this.path.pop();
      if (completed === BUBBLE) bubbles = true;
      list.push(completed);
    }
    return bubbles ? null : list;
  }

  private count(occurrence: Occurrence): void {
    this.counts.set(occurrence, (this.counts.get(occurrence) ?? 0) + 1);
  }
}
