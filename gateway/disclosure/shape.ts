/** The shaping pass: puts back, as null, what was pruned from the document, lets nulls bubble, and strips what the gateway added. */
import { isListType, isNonNullType, type GraphQLOutputType } from "graphql";
import type { FieldRule } from "../../platform/disclosure/index.js";

/** One `@include` or `@skip`. */
export interface Condition {
  readonly value: boolean | { readonly variable: string };
  /** The outcome that lets the selection stand. */
  readonly expected: boolean;
}

/** A closed field as the document asks for it. */
export interface Occurrence {
  /** Response keys, `@` for a list position. */
  readonly path: readonly string[];
  readonly rule: FieldRule;
  /** All conditions from the root down. */
  readonly conditions: readonly Condition[];
}

/** One response key of a selection. */
export interface ShapeField {
  readonly key: string;
  /** Types of the object for which it is selected; all where undefined. */
  readonly types?: ReadonlySet<string>;
  /** Conditions between the object and the field. */
  readonly conditions: readonly Condition[];
  /** Undefined for names of types and introspection. */
  readonly output?: GraphQLOutputType;
  /** Set where the field was pruned. */
  readonly denied?: Occurrence;
  /** Set where the field was pruned because all below it was; it is then null in the answer. */
  readonly dropped?: readonly Occurrence[];
  readonly child?: ShapeNode;
}

/** A selection as the client wrote it, fragments written out. */
export interface ShapeNode {
  readonly fields: readonly ShapeField[];
  /** True where something in it, or below, was pruned or added. */
  readonly touched: boolean;
  /** Response key under which the gateway asked for the type of the object. */
  readonly typeKey?: string;
}

/** A whole document's selections. */
export interface Shape {
  readonly root: ShapeNode;
  /** True where an object selects a key in several parts: then no part of the answer can be taken over as it is. */
  readonly repeats: boolean;
}

/** Values of variables, defaults filled in. */
export type Variables = Readonly<Record<string, unknown>>;

/** What the pass found. */
export interface Shaped {
  readonly data: Record<string, unknown> | null;
  /** How often each pruned field stands as null in the answer. */
  readonly counts: ReadonlyMap<Occurrence, number>;
}

/** True where every condition lets the selection stand. */
export const stands = (conditions: readonly Condition[], variables: Variables): boolean =>
  conditions.every(
    ({ value, expected }) => (typeof value === "boolean" ? value : variables[value.variable] === true) === expected,
  );

const BUBBLE = Symbol("bubble");

/** Shapes the engine's answer to a pruned document into the answer to the document that the client sent. */
export const shape = (
  { root, repeats }: Shape,
  source: Record<string, unknown> | null | undefined,
  variables: Variables,
): Shaped => {
  const counts = new Map<Occurrence, number>();
  if (source === null || source === undefined) return { data: null, counts };
  const count = (occurrence: Occurrence): void => void counts.set(occurrence, (counts.get(occurrence) ?? 0) + 1);

  const object = (
    node: ShapeNode,
    from: Record<string, unknown>,
    into: Record<string, unknown>,
  ): Record<string, unknown> | typeof BUBBLE => {
    const typename = node.typeKey === undefined ? undefined : from[node.typeKey];
    let bubbles = false;
    for (const field of node.fields) {
      if (field.types && !field.types.has(typename as string)) continue;
      if (!stands(field.conditions, variables)) continue;
      const { key, denied, dropped, child } = field;
      const known = Object.hasOwn(into, key) ? into[key] : undefined;
      let value: unknown;
      if (denied || dropped) {
        value = null;
        if (known === undefined) for (const occurrence of dropped ?? (denied ? [denied] : [])) count(occurrence);
        if (isNonNullType(field.output)) bubbles = true;
      } else if (known === null || known === BUBBLE) value = known;
      else value = child && (child.touched || repeats) ? complete(field.output!, from[key], child, known) : from[key];
      if (value === BUBBLE) bubbles = true;
      into[key] = value;
    }
    return bubbles ? BUBBLE : into;
  };

  const complete = (type: GraphQLOutputType, value: unknown, node: ShapeNode, known: unknown): unknown => {
    if (value === null || value === undefined) return value;
    // Another part of the same key has become null already.
    if (known === null && !isNonNullType(type)) return null;
    if (isNonNullType(type)) {
      const completed = complete(type.ofType as GraphQLOutputType, value, node, known);
      return completed === null ? BUBBLE : completed;
    }
    if (isListType(type)) {
      const list = (value as unknown[]).map((element, index) =>
        complete(type.ofType as GraphQLOutputType, element, node, (known as unknown[] | undefined)?.[index]),
      );
      return list.includes(BUBBLE) ? null : list;
    }
    const into = (known as Record<string, unknown> | undefined) ?? Object.create(null);
    const completed = object(node, value as Record<string, unknown>, into as Record<string, unknown>);
    return completed === BUBBLE ? null : completed;
  };

  const data = object(root, source, Object.create(null) as Record<string, unknown>);
  return { data: data === BUBBLE ? null : data, counts };
};
