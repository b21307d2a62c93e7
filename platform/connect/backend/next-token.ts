/** What a backend says of the next page: a cursor, or a link of which one parameter is taken and nothing else. */
import type { BackendAnswer } from "./backend.js";
import { valueAt } from "../json.js";
import type { MappedPages } from "../mapping/pages.js";

/** Longest token that goes into a cursor of the graph. */
const MOST_CHARACTERS = 2_000;

/** The target of `rel="next"` in a Link header (RFC 8288 section 3). */
const nextInHeader = (header: string | undefined): string | undefined => {
  for (const [, target, parameters = ""] of header?.matchAll(
    /<([^<>]{0,4000})>((?:\s*;\s*[\w*-]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g,
  ) ?? [])
    if (/;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?=[\s;]|$))/i.test(parameters)) return target;
  return undefined;
};

const parameterOf = (link: unknown, name: string): string | undefined => {
  if (typeof link !== "string") return undefined;
  const query = link.indexOf("?");
  return query < 0
    ? undefined
    : (new URLSearchParams(link.slice(query + 1).replace(/#.*$/, "")).get(name) ?? undefined);
};

/** The token of the next page; undefined where there is none. */
export const nextTokenOf = (
  pages: Extract<MappedPages, { kind: "cursor" | "link" }>,
  { json, header }: BackendAnswer,
): string | undefined => {
  const said =
    pages.kind === "cursor"
      ? valueAt(json, pages.next)
      : parameterOf(
          pages.next === "header" ? nextInHeader(header("link")) : valueAt(json, pages.next),
          pages.parameter,
        );
  const token = typeof said === "number" ? String(said) : said;
  return typeof token === "string" && token !== "" && token.length <= MOST_CHARACTERS ? token : undefined;
};
