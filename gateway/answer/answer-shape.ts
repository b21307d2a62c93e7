/** The answer that a client's document asks for, as a tree: fragments written out, conditions decided, client's names beside the engine's. */
import type { FieldRule } from "../../platform/disclosure/table/index.js";
import type { Output } from "./output.js";

/** A closed field as the document asks for it. */
export interface Occurrence {
  /** Response keys of the client, `@` for a list position. */
  readonly path: readonly string[];
  /** The same place in the engine's answer, joined by dots. */
  readonly enginePath: string;
  readonly rule: FieldRule;
}

/** What every response key has. */
interface Entry {
  /** The client's response key. */
  readonly key: string;
  /** Types of the object for which it is selected; all where undefined. */
  readonly types?: ReadonlySet<string>;
  /** The innermost fragment of the same object in which it stands that the client would have later. */
  readonly deferral?: Deferral;
}

/** A fragment that the client would have later. */
export interface Deferral {
  readonly label?: string;
  /** Types of objects that take it. */
  readonly types: ReadonlySet<string>;
  /** The one around it, of the same object. */
  readonly within?: Deferral | undefined;
}

/** A field that the schema declares. */
export interface FieldEntry extends Entry {
  readonly kind: "field";
  /** Name of the field. */
  readonly name: string;
  /** The engine's response key. */
  readonly engineKey: string;
  readonly output: Output;
  /** Set where the field was pruned. */
  readonly denied?: Occurrence;
  /** Set where the field was pruned because all below it was; it is then null in the answer. */
  readonly dropped?: readonly Occurrence[];
  readonly child?: ObjectShape;
}

/** One response key of an object. `typename` is the object's type, `introspection` what graphql-js answers at the root. */
export type ShapeEntry = FieldEntry | (Entry & { readonly kind: "typename" | "introspection" });

/** A selection as the client wrote it. */
export interface ObjectShape {
  readonly entries: readonly ShapeEntry[];
  /** Engine's keys down to the object, `@` for a list position. */
  readonly place: readonly string[];
  /** Parts of an answer that begin at its objects and come later; set in shapes of parts alone. */
  readonly later?: readonly LaterPart[];
  /** What objects of a type take of it; the shaping pass fills it as it meets them. */
  readings?: Map<string, Reading>;
}

/** A part of an answer that comes later. */
export interface LaterPart {
  readonly deferral: Deferral;
  readonly shape: ObjectShape;
}

/** The entries of a shape for objects of one type. */
export interface Reading {
  readonly entries: readonly ShapeEntry[];
  /** Whether a response key stands there more than once. */
  readonly repeats: boolean;
}
