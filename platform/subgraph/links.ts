/** The links with which every subgraph's SDL opens: federation and disclosure. */
import { DISCLOSURE_DIRECTIVE_NAMES, DISCLOSURE_LINK, GUARD_DIRECTIVES } from "../disclosure/vocabulary/index.js";

const FEDERATION_LINK = "https://specs.apollo.dev/federation/v2.9";
const FEDERATION_DIRECTIVES = [
  "@key",
  "@shareable",
  "@external",
  "@requires",
  "@provides",
  "@inaccessible",
  "@tag",
  "@composeDirective",
];

const listed = (names: readonly string[]): string => names.map((name) => JSON.stringify(name)).join(", ");

/** Guards and sizes are imported where they are used. */
const schemaLinks = (types: string): string => `extend schema
  @link(url: "${FEDERATION_LINK}", import: [${listed([
    ...FEDERATION_DIRECTIVES,
    ...[...GUARD_DIRECTIVES, "listSize"]
      .map((name) => `@${name}`)
      .filter((name) => new RegExp(`${name}\\b`).test(types)),
  ])}])
  @link(url: "${DISCLOSURE_LINK}", import: [${listed(DISCLOSURE_DIRECTIVE_NAMES)}])
${DISCLOSURE_DIRECTIVE_NAMES.map((name) => `  @composeDirective(name: "${name}")`).join("\n")}
`;

/** SDL of a subgraph from that of its types. */
export const withLinks = (types: string): string => `${schemaLinks(types)}\n${types}\n`;
