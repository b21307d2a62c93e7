/** Enumerations of the graph: the stored text is the name, and every value has its term. Declared here, without the library that builds the schema, so that imports work with their values alone. */

/** How an enumeration is shown. */
export interface ShownEnum {
  readonly name: string;
  readonly description: string;
  readonly valuesConfig: Readonly<Record<string, { readonly description: string }>>;
}

const declared = new Map<object, ShownEnum>();

/** Those declared so far, for the builder of a schema. */
export const declaredEnums = (): ReadonlyMap<object, ShownEnum> => declared;

/** Declares an enumeration. */
export const declareEnum = <Values extends object>(
  values: Values,
  shown: Omit<ShownEnum, "valuesConfig"> & {
    readonly valuesConfig: Readonly<Record<keyof Values, { readonly description: string }>>;
  },
): void => void declared.set(values, shown);

/** Declares an enumeration with a description per value; leaving one out does not compile. */
export const describeEnum = <Values extends Record<string, string>>(
  values: Values,
  name: string,
  description: string,
  terms: Readonly<Record<keyof Values, string>>,
): void =>
  declareEnum(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries(terms).map(([value, term]) => [value, { description: term }]),
    ) as Record<keyof Values, { description: string }>,
  });
