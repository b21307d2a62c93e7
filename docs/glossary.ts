/** Renders the English-Chinese glossary from the descriptions of the public schema. */
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from "graphql";
import { KEY_NOTE } from "../platform/bundle/cache-keys.js";

/** A described name of the graph. */
interface Term {
  /** `Type`, `Type.field` or `Enum.VALUE`. */
  readonly place: string;
  readonly english: string;
  readonly chinese: string;
}

/** The description's English sentence and the Chinese term in its last parentheses; undefined where it has no term. */
export const splitDescription = (
  description: string | null | undefined,
): { readonly english: string; readonly chinese: string } | undefined => {
  const [, english, chinese] =
    /^(.*?)\s*\(([^()]*\p{Script=Han}[^()]*(?:\([^()]*\)[^()]*)*)\)\.?$/su.exec(
      description?.split(KEY_NOTE)[0]?.trim() ?? "",
    ) ?? [];
  return english === undefined || chinese === undefined ? undefined : { english: english.replace(/\.$/, ""), chinese };
};

const split = (place: string, description: string | null | undefined): Term[] => {
  const halves = splitDescription(description);
  return halves === undefined ? [] : [{ place, ...halves }];
};

const termsOf = (schema: GraphQLSchema): Term[] =>
  Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((type) => [
      ...split(type.name, type.description),
      ...(isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
        ? Object.values(type.getFields()).flatMap((field) => split(`${type.name}.${field.name}`, field.description))
        : []),
      ...(isEnumType(type)
        ? type.getValues().flatMap((value) => split(`${type.name}.${value.name}`, value.description))
        : []),
    ]);

/** Rows of the glossary, by Chinese term: one row a term and sentence, with the places that use it. */
export const glossaryRows = (publicSchema: string): string[][] => {
  const rows = new Map<string, { chinese: string; english: string; places: string[] }>();
  for (const { place, english, chinese } of termsOf(buildSchema(publicSchema))) {
    // Pages and cursors say the same everywhere.
    if (/(Connection|Edge)(\.|$)/.test(place)) continue;
    const key = `${chinese}|${english}`;
    const row = rows.get(key) ?? { chinese, english, places: [] };
    row.places.push(`\`${place}\``);
    rows.set(key, row);
  }
  return [...rows.values()]
    .sort((a, b) => (a.chinese < b.chinese ? -1 : 1))
    .map(({ chinese, english, places }) => [
      chinese,
      english,
      places.length > 3 ? `${places.slice(0, 3).join(", ")} …` : places.join(", "),
    ]);
};
