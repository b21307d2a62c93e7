/** A stored shape with the domain objects that its committed forms must be read to. */
import type { StoredShape } from "../../../platform/database/index.js";

/** All fields, optional ones too, and no empty list: a field that a shape gets must be in its example. */
export type Complete<Value> = Value extends readonly (infer Part)[]
  ? [Complete<Part>, ...Complete<Part>[]]
  : Value extends object
    ? { readonly [Field in keyof Value]-?: Complete<NonNullable<Value[Field]>> }
    : Value;

/** A shape with the domain object of each version: the newest has every field. */
export interface StoredExample {
  readonly shape: StoredShape<never, object>;
  readonly byVersion: Readonly<Record<number, unknown>>;
}

/** The domain object of the newest version, and those that older versions are read to. */
export const example = <Domain, Newest extends object>(
  shape: StoredShape<Domain, Newest>,
  newest: Complete<Domain>,
  older: Readonly<Record<number, Domain>> = {},
): StoredExample => ({
  shape: shape as unknown as StoredShape<never, object>,
  byVersion: { ...older, [shape.version]: newest },
});
