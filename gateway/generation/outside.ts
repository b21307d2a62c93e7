/** Whether one schema is part of another: what is valid in the part is valid in the whole, and means the same. */
import {
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from "graphql";

/** Coordinate of the first part of `part` that `whole` has not or has otherwise, required inputs of `whole` included; undefined where there is none. */
export const outsideOf = (part: GraphQLSchema, whole: GraphQLSchema): string | undefined => {
  for (const type of Object.values(part.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    const known = whole.getType(type.name);
    const outside =
      known === undefined || kindOf(known) !== kindOf(type) || isNarrowed(type, { part, whole })
        ? type.name
        : within(type, known);
    if (outside !== undefined) return outside;
  }
  return undefined;
};

/** True where something may stand behind an abstract type that does not in the part: its rows would have no type, and no rules. */
const isNarrowed = (type: GraphQLNamedType, { part, whole }: Record<"part" | "whole", GraphQLSchema>): boolean => {
  const known = whole.getType(type.name);
  if (!isAbstractType(type) || !isAbstractType(known)) return false;
  const shown = new Set(part.getPossibleTypes(type).map(({ name }) => name));
  return whole.getPossibleTypes(known).some(({ name }) => !shown.has(name));
};

const kindOf = (type: GraphQLNamedType): string => type.constructor.name;

const within = (type: GraphQLNamedType, whole: GraphQLNamedType): string | undefined => {
  if (isEnumType(type) && isEnumType(whole))
    return first(type.getValues().map(({ name }) => (whole.getValue(name) ? undefined : `${type.name}.${name}`)));
  if (isUnionType(type) && isUnionType(whole)) {
    const known = new Set(whole.getTypes().map(({ name }) => name));
    return type.getTypes().every(({ name }) => known.has(name)) ? undefined : type.name;
  }
  if (isInputObjectType(type) && isInputObjectType(whole)) {
    // Without it more would be valid than in the whole.
    if (whole.isOneOf && !type.isOneOf) return type.name;
    return givenWithin(
      Object.values(type.getFields()),
      Object.values(whole.getFields()),
      (name) => `${type.name}.${name}`,
    );
  }
  if ((isObjectType(type) || isInterfaceType(type)) && (isObjectType(whole) || isInterfaceType(whole)))
    return (
      first(
        type
          .getInterfaces()
          .map(({ name }) => (whole.getInterfaces().some((one) => one.name === name) ? undefined : type.name)),
      ) ??
      first(
        Object.values(type.getFields()).map((field) => {
          const [place, known] = [`${type.name}.${field.name}`, whole.getFields()[field.name]];
          if (!known || String(known.type) !== String(field.type)) return place;
          return givenWithin(field.args, known.args, (name) => `${place}(${name}:)`);
        }),
      )
    );
  return undefined;
};

type Given = GraphQLArgument | GraphQLInputField;

const isRequired = (given: Given): boolean =>
  isRequiredArgument(given as GraphQLArgument) || isRequiredInputField(given as GraphQLInputField);

/** Of arguments and input fields: the part has no other, and all that must be given. */
const givenWithin = (
  part: readonly Given[],
  whole: readonly Given[],
  place: (name: string) => string,
): string | undefined => {
  const known = new Map(whole.map((given) => [given.name, given]));
  const names = new Set(part.map(({ name }) => name));
  return (
    first(
      part.map(({ name, type, defaultValue }) => {
        const same = known.get(name);
        const isSame =
          same &&
          String(same.type) === String(type) &&
          JSON.stringify(same.defaultValue) === JSON.stringify(defaultValue);
        return isSame ? undefined : place(name);
      }),
    ) ?? first(whole.map((given) => (isRequired(given) && !names.has(given.name) ? place(given.name) : undefined)))
  );
};

const first = (found: readonly (string | undefined)[]): string | undefined => found.find((one) => one !== undefined);
