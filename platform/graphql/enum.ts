/** Enumerations of the graph: the stored text is the name, and every value has its term. */
import { registerEnumType } from "./classes/index.js";

/** Registers an enumeration with a description per value; leaving one out does not compile. */
export const describeEnum = <Values extends Record<string, string>>(
  values: Values,
  name: string,
  description: string,
  terms: Readonly<Record<keyof Values, string>>,
): void => {
  registerEnumType(values, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      Object.entries(terms).map(([value, term]) => [value, { description: term }]),
    ) as Parameters<typeof registerEnumType<Values>>[1]["valuesConfig"],
  });
};
