/** SDL of an enumeration whose values and words stand in a table. */

/** The definition; every value has its description. */
export const enumSdl = <Value extends string>(
  name: string,
  description: string,
  terms: Readonly<Record<Value, string>>,
): string =>
  `"""${description}""" enum ${name} {
${Object.entries<string>(terms)
  .map(([value, term]) => `  """${term}""" ${value}`)
  .join("\n")}
}`;
