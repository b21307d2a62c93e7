/** What is wrong with how a mapping describes pages. */
import type { MappedCall } from "./call.js";
import type { MappedPages } from "./pages.js";

/** Parameters of the query that the pages set. */
const parametersOf = (pages: MappedPages): string[] => {
  switch (pages.kind) {
    case "offset":
      return [pages.offset, pages.limit];
    case "page":
      return [pages.page, ...(pages.size === undefined ? [] : [pages.size])];
    case "cursor":
      return [pages.cursor, ...(pages.limit === undefined ? [] : [pages.limit])];
    case "link":
      return [pages.parameter, ...(pages.limit === undefined ? [] : [pages.limit])];
    case "whole":
      return [];
  }
};

/** A sentence for each. */
export const pagesProblems = (pages: MappedPages, { query }: MappedCall): string[] => [
  ...(pages.first > pages.most ? ["give more where nobody says how many than anybody may ask for"] : []),
  ...(pages.kind === "page" && pages.fixedSize !== undefined && pages.fixedSize < pages.most
    ? [`have ${pages.fixedSize} items: write most: ${pages.fixedSize} or less`]
    : []),
  ...parametersOf(pages)
    .filter((name) => Object.hasOwn(query, name))
    .map((name) => `set the parameter ${name}, which the query sets too`),
];
