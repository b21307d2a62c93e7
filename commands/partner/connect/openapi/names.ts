/** Names of GraphQL made of those of a description. */

/** Words of a name in any of the usual ways of writing: `issued_on`, `IssuedOn`, `issued-on`, `filter[issuedOn]`. */
const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");

const capital = (word: string): string => `${word[0]!.toUpperCase()}${word.slice(1)}`;

/** As a field or an argument is called; undefined where no letters are left. */
export const fieldNameOf = (name: string): string | undefined => {
  const [first, ...rest] = wordsOf(name);
  if (first === undefined) return undefined;
  const begun = first === first.toUpperCase() || /^[A-Z]/.test(first) ? first.toLowerCase() : first;
  const made = [begun, ...rest.map((word) => capital(word === word.toUpperCase() ? word.toLowerCase() : word))].join(
    "",
  );
  return /^[a-z]/.test(made) ? made.slice(0, 100) : undefined;
};

/** Names that the graph has for other things. */
const TAKEN =
  /^(?:Query|Mutation|Subscription|PageInfo|String|Int|Float|Boolean|ID|USCC|DivisionCode|CatalogCode|DocumentNumber|Money|Date|DateTime)$|(?:Connection|Edge)$/;

/** As a type is called; undefined where no letters are left. */
export const typeNameOf = (name: string): string | undefined => {
  const made = wordsOf(name).map(capital).join("");
  if (!/^[A-Z]/.test(made)) return undefined;
  return (TAKEN.test(made) ? `${made}Record` : made).slice(0, 90);
};

/** As a value of an enumeration is called; undefined where no letters are left. */
export const valueNameOf = (value: string): string | undefined => {
  const made = wordsOf(value).join("_").toUpperCase();
  if (made === "" || /[^\x20-\x7e]/.test(value)) return undefined;
  return /^[A-Z]/.test(made) ? made : `V_${made}`;
};

/** One of what a plural names, as far as English endings tell. */
export const singularOf = (name: string): string =>
  name
    .replace(/ies$/, "y")
    .replace(/(ss|x|ch|sh)es$/, "$1")
    .replace(/([^sui])s$/, "$1");

/** The first sentence of a text without its markup, at most 200 characters. */
export const sentenceOf = (text: string | undefined): string | undefined => {
  const plain = text
    ?.slice(0, 2_000)
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (plain === undefined || plain === "") return undefined;
  const [sentence = plain] = /^.*?[.。](?=\s|$)/.exec(plain) ?? [];
  return sentence.length > 200 ? `${sentence.slice(0, 199)}…` : sentence;
};
