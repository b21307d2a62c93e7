/** What is wrong with the names that a subgraph brings: its links, its roots, and directives of its own, each in a sentence for its owner. */
import { Kind, type DocumentNode } from "graphql";
import { DISCLOSURE_LINK } from "../disclosure/vocabulary/index.js";
import { DISCLOSURE, FEDERATION, isGuardLink, type Link, type Names } from "./links.js";

/** Links that this graph does not know, or knows in another version. */
export const linkProblems = (subgraph: string, file: string, links: readonly Link[]): string[] =>
  links.flatMap((link) => {
    const place = `${subgraph}: ${file}${link.node.loc ? `:${link.node.loc.startToken.line}` : ""}`;
    if (link.identity === DISCLOSURE && link.url !== DISCLOSURE_LINK)
      return [`${place} links ${link.url}, and this graph speaks ${DISCLOSURE_LINK}: write that URL.`];
    if (isGuardLink(link) && link.version !== "v0.1")
      return [`${place} links ${link.url}, which is not known here: import the directive from federation instead.`];
    if (link.identity === FEDERATION || link.identity === DISCLOSURE || isGuardLink(link)) return [];
    return link.purpose === undefined
      ? []
      : [
          `${place} links ${link.url} for ${link.purpose}, which this graph does not know and would not enforce: ` +
            `use @authenticated, @requiresScopes, @policy or @closed, or leave the link out.`,
        ];
  });

/** Fields of roots are recognised by the names of the roots. */
export const rootProblems = (subgraph: string, file: string, document: DocumentNode): string[] =>
  document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.operationTypes ?? []).flatMap(({ operation, type, loc }) => {
          const expected = `${operation.charAt(0).toUpperCase()}${operation.slice(1)}`;
          return type.name.value === expected
            ? []
            : [
                `${subgraph}: ${file}:${loc?.startToken.line} calls its ${operation} type ${type.name.value}: name it ${expected}.`,
              ];
        })
      : [],
  );

/** A directive of the subgraph's own that has one of our names would take on our meaning. */
export const clashProblems = (
  subgraph: string,
  file: string,
  document: DocumentNode,
  { directives }: Names,
  links: readonly Link[],
): string[] => {
  if (!links.some(({ identity }) => identity === DISCLOSURE || identity === FEDERATION)) return [];
  const canonical = new Set(directives.values());
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.DIRECTIVE_DEFINITION &&
    canonical.has(definition.name.value) &&
    !directives.has(definition.name.value)
      ? [
          `${subgraph}: ${file}:${definition.loc?.startToken.line} defines @${definition.name.value} of its own, a name that belongs to ` +
            `federation or ${DISCLOSURE_LINK}: give yours another name.`,
        ]
      : [],
  );
};
