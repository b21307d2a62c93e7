/** Makes the representation by which a service finds an object: what the plan requires of it, as JSON text. */
import type { Required, RequiredField } from "./plan.js";
import type { GivenValues } from "./given-values.js";
import type { ApplyRewrites } from "./rewrites.js";

type Row = Readonly<Record<string, unknown>>;
type Representation = Record<string, unknown>;

/** The text; undefined where the object lacks something that is required, or holds what the type does not let stand there: no service could find it. */
type MakeText = (object: Row) => string | undefined;

/** How a service is told of an object. */
export interface MakeRepresentation {
  readonly text: MakeText;
  /** The one field that tells objects of the type apart; undefined where there are several, or what it holds is changed. */
  readonly keyOf: (typename: string) => string | undefined;
}

/** What representations are compiled with. */
export interface RepresentationTypes {
  readonly isOfType: (typename: string, condition: string) => boolean;
  readonly given: GivenValues;
}

/** Compiles what a fetch requires. */
export const compileRepresentation = (
  requires: readonly Required[],
  types: RepresentationTypes,
  rewrite: ApplyRewrites | undefined,
): MakeRepresentation => {
  const fill = compileSet(requires, types);
  const whole: MakeText = (object) => {
    const made: Representation = {};
    if (!fill(object, made) || typeof made["__typename"] !== "string") return undefined;
    rewrite?.(made);
    return isRight(types.given, made) ? JSON.stringify(made) : undefined;
  };
  return (rewrite ? undefined : ofLeaves(requires, types, whole)) ?? { text: whole, keyOf: () => undefined };
};

const isRight = (given: GivenValues, made: Representation): boolean =>
  Object.entries(made).every(([name, value]) => given.isRight(made["__typename"] as string, name, value));

/** The common case, keys of leaves by type, written without making an object; undefined where it is another case. */
const ofLeaves = (
  requires: readonly Required[],
  { isOfType, given }: RepresentationTypes,
  otherwise: MakeText,
): MakeRepresentation | undefined => {
  const fragments = requires.flatMap((part) => {
    if (part.kind !== "InlineFragment" || part.typeCondition === undefined) return [];
    const names = part.selections.flatMap((field) => (field.kind === "Field" && !field.selections ? [field.name] : []));
    return names.length === part.selections.length ? [{ condition: part.typeCondition, names }] : [];
  });
  if (fragments.length < requires.length) return undefined;
  const fieldsByType = new Map<string, readonly { readonly name: string; readonly head: string }[]>();
  const fieldsOf = (typename: string): readonly { readonly name: string; readonly head: string }[] => {
    const known = fieldsByType.get(typename);
    if (known) return known;
    const met = fragments.filter(({ condition }) => isOfType(typename, condition));
    const names = new Set(met.flatMap(({ names }) => names));
    const made = names.has("__typename")
      ? [...names].map((name, index) => ({ name, head: `${index === 0 ? "{" : ","}${JSON.stringify(name)}:` }))
      : [];
    // What a service calls its objects may be anything, and no more of it is kept than there are types.
    if (given.isKnown(typename)) fieldsByType.set(typename, made);
    return made;
  };
  const text: MakeText = (object) => {
    const typename = object["__typename"];
    if (typeof typename !== "string") return undefined;
    const fields = fieldsOf(typename);
    if (fields.length === 0) return undefined;
    let written = "";
    for (const { name, head } of fields) {
      const value = object[name];
      if (value === undefined) return otherwise(object);
      if (!given.isRight(typename, name, value)) return undefined;
      written += head + JSON.stringify(value);
    }
    return `${written}}`;
  };
  const keyOf = (typename: string): string | undefined => {
    const fields = fieldsOf(typename);
    return fields.length === 2 ? fields.find(({ name }) => name !== "__typename")?.name : undefined;
  };
  return { text, keyOf };
};

/** Copies into `made`; false where a field is absent. */
type Fill = (object: Row, made: Representation) => boolean;

const compileSet = (selections: readonly Required[], types: RepresentationTypes): Fill => {
  const fills = selections.map((selection) =>
    selection.kind === "Field" ? compileField(selection, types) : compileFragment(selection, types),
  );
  return (object, made) => {
    for (const fill of fills) if (!fill(object, made)) return false;
    return true;
  };
};

const compileFragment = (
  { typeCondition, selections }: Extract<Required, { kind: "InlineFragment" }>,
  types: RepresentationTypes,
): Fill => {
  const fill = compileSet(selections, types);
  return (object, made) => {
    const typename = object["__typename"];
    if (typeCondition === undefined || typeof typename !== "string" || !types.isOfType(typename, typeCondition))
      return true;
    // What one fragment lacks another may have: none of it is sent, and the others are.
    const part: Representation = {};
    if (fill(object, part)) mergeRequired(made, part);
    return true;
  };
};

const compileField = ({ name, selections }: RequiredField, types: RepresentationTypes): Fill => {
  if (!selections || selections.length === 0)
    return (object, made) => {
      const value = object[name];
      if (value === undefined) return false;
      made[name] = value;
      return true;
    };
  const fill = compileSet(selections, types);
  const read = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(read);
    if (value === null || typeof value !== "object") return value ?? null;
    const inner: Representation = {};
    return fill(value as Row, inner) ? inner : null;
  };
  return (object, made) => {
    if (object[name] === undefined) return false;
    const value = read(object[name]);
    if (made[name] === undefined) made[name] = value;
    else mergeRequired(made, { [name]: value });
    return true;
  };
};

/** Other than where services' answers are merged, a null takes the place of an object: what is required is sent whole or not at all. */
const mergeRequired = (made: Representation, part: Representation): void => {
  for (const [name, value] of Object.entries(part)) {
    const known = made[name];
    if (isRow(known) && isRow(value)) mergeRequired(known, value);
    else if (Array.isArray(known) && Array.isArray(value) && known.length === value.length)
      made[name] = known.map((element: unknown, index) => {
        const other: unknown = value[index];
        if (!isRow(element) || !isRow(other)) return other;
        mergeRequired(element, other);
        return element;
      });
    else made[name] = value;
  }
};

const isRow = (value: unknown): value is Representation =>
  value !== null && typeof value === "object" && !Array.isArray(value);
