/**
 * The one shaping pass: makes the client's answer from what the services gave. Client's names and order, nulls for what was
 * pruned, values checked against the schema, nulls that bubble, and an error at every place where nothing came, or nothing that the schema allows.
 */
import type { FieldEntry, ObjectShape, Occurrence } from "./answer-shape.js";
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
}

/** What the pass made. */
export interface Shaped {
  readonly data: Record<string, unknown> | null;
  /** How often each pruned field stands as null in the answer. */
  readonly counts: ReadonlyMap<Occurrence, number>;
}

const BUBBLE = Symbol("bubble");

/** Shapes an answer. */
export const shapeAnswer = (request: ShapeRequest): Shaped => {
  const shaper = new Shaper(request);
  const into = Object.create(null) as Record<string, unknown>;
  const data = shaper.object({ typename: request.rootType, shape: request.shape }, request.data, into);
  return { data: data === BUBBLE ? null : into, counts: shaper.counts };
};

class Shaper {
  readonly counts = new Map<Occurrence, number>();
  private readonly path: AnswerPath = [];

  constructor(private readonly request: ShapeRequest) {}

  /** Fills `into`, which holds what earlier parts of the same key gave. */
  object(at: ObjectPlace, from: Readonly<Record<string, unknown>>, into: Record<string, unknown>): unknown {
    let bubbles = false;
    for (const entry of at.shape.entries) {
      if (entry.types && !entry.types.has(at.typename)) continue;
      const { key } = entry;
      if (entry.kind === "field") {
        this.path.push(key);
        const value = this.field(entry, at, from, into[key]);
        this.path.pop();
        if (value === BUBBLE) bubbles = true;
        into[key] = value;
      } else into[key] = entry.kind === "typename" ? at.typename : this.request.introspection[key];
    }
    return bubbles ? BUBBLE : into;
  }

  private field(entry: FieldEntry, at: ObjectPlace, from: Readonly<Record<string, unknown>>, known: unknown): unknown {
    const { denied, dropped, output } = entry;
    if (denied || dropped) {
      if (known === undefined) for (const occurrence of dropped ?? [denied!]) this.count(occurrence);
      return output.nonNull ? BUBBLE : null;
    }
    // Another part of the same key has become null, or holds the leaf already.
    if (known !== undefined && (known === null || known === BUBBLE || !entry.child)) return known;
    const raw = Object.hasOwn(from, entry.engineKey) ? from[entry.engineKey] : undefined;
    if (raw === undefined) {
      this.request.undecided.missing(this.path, entry, at);
      return output.nonNull ? BUBBLE : null;
    }
    return this.value(output, raw, { entry, at }, known);
  }

  private value(output: Output, raw: unknown, place: FieldPlace, known: unknown): unknown {
    if (raw === null) {
      if (output.nonNull) this.invalid(place);
      return output.nonNull ? BUBBLE : null;
    }
    const completed = this.completed(output, raw, place, known);
    if (completed === undefined) this.invalid(place);
    return completed ?? (output.nonNull ? BUBBLE : null);
  }

  /** The value; null where one bubbled up to it, undefined where it is none. */
  private completed({ list, possible, only, leaf }: Output, raw: unknown, place: FieldPlace, known: unknown): unknown {
    if (leaf) return leaf(raw);
    if (list) return Array.isArray(raw) ? this.list(list, raw, place, known) : undefined;
    if (typeof raw !== "object" || Array.isArray(raw)) return undefined;
    const from = raw as Readonly<Record<string, unknown>>;
    const typename = from["__typename"] ?? only;
    if (typeof typename !== "string" || !possible!.has(typename)) return undefined;
    const into = (known ?? Object.create(null)) as Record<string, unknown>;
    const object = this.object({ typename, shape: place.entry.child! }, from, into);
    return object === BUBBLE ? null : object;
  }

  private list(element: Output, raw: readonly unknown[], place: FieldPlace, known: unknown): unknown {
    let bubbles = false;
    const list = raw.map((value, index) => {
      const before = (known as readonly unknown[] | undefined)?.[index];
      if (before === null) return null;
      this.path.push(index);
      const completed = this.value(element, value, place, before);
      this.path.pop();
      if (completed === BUBBLE) bubbles = true;
      return completed;
    });
    return bubbles ? null : list;
  }

  private invalid({ entry, at }: FieldPlace): void {
    this.request.undecided.invalid(this.path, entry, at);
  }

  private count(occurrence: Occurrence): void {
    this.counts.set(occurrence, (this.counts.get(occurrence) ?? 0) + 1);
  }
}

interface FieldPlace {
  readonly entry: FieldEntry;
  readonly at: ObjectPlace;
}
