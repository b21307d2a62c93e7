/** What is wrong with the names that a subgraph brings: its links, its roots, and directives of its own, each in a sentence for its owner. */
import { FEDERATION_VERSIONS } from "@apollo/federation-internals";
import { Kind, type DocumentNode } from "graphql";
import { DISCLOSURE_LINK } from "../disclosure/vocabulary/index.js";
import { DISCLOSURE, FEDERATION, isGuardLink, type Link, type Names } from "./links.js";
import { locate, printLocation, problemsAt, type Problem } from "./problem.js";

/** The subgraph whose file it is. */
interface Owned {
  readonly name: string;
  readonly file?: string;
}

/** Versions of federation that compose here, the newest first. */
const VERSIONS: readonly string[] = FEDERATION_VERSIONS.versions().map(String);

/** Links that this graph does not know, or knows in another version. */
export const linkProblems = ({ name, ...source }: Owned, links: readonly Link[]): Problem[] =>
  links.flatMap((link) => {
    const location = locate({ subgraph: name, ...source }, link.node);
    return problemsAt(location, linkMessages(link, printLocation(location)));
  });

const linkMessages = (link: Link, place: string): string[] => {
  if (link.identity === FEDERATION)
    return VERSIONS.includes(link.version)
      ? []
      : [
          `${place} links ${link.url}, and this graph composes federation ${VERSIONS.at(-1)} to ${VERSIONS[0]}: ` +
            `link one of these, or none for Federation 1.`,
        ];
  if (link.identity === DISCLOSURE && link.url !== DISCLOSURE_LINK)
    return [`${place} links ${link.url}, and this graph speaks ${DISCLOSURE_LINK}: write that URL.`];
  if (isGuardLink(link) && link.version !== "v0.1")
    return [`${place} links ${link.url}, which is not known here: import the directive from federation instead.`];
  if (link.identity === DISCLOSURE || isGuardLink(link)) return [];
  return link.purpose === undefined
    ? []
    : [
        `${place} links ${link.url} for ${link.purpose}, which this graph does not know and would not enforce: ` +
          `use @authenticated, @requiresScopes, @policy or @closed, or leave the link out.`,
      ];
};

/** Fields of roots are recognised by the names of the roots. */
export const rootProblems = ({ name, ...source }: Owned, document: DocumentNode): Problem[] =>
  document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.operationTypes ?? []).flatMap((node) => {
          const expected = `${node.operation.charAt(0).toUpperCase()}${node.operation.slice(1)}`;
          const location = locate({ subgraph: name, ...source }, node);
          return node.type.name.value === expected
            ? []
            : problemsAt(location, [
                `${printLocation(location)} calls its ${node.operation} type ${node.type.name.value}: name it ${expected}.`,
              ]);
        })
      : [],
  );

/** A directive of the subgraph's own that has one of our names would take on our meaning. */
export const clashProblems = (
  { name, ...source }: Owned,
  document: DocumentNode,
  { directives }: Names,
  links: readonly Link[],
): Problem[] => {
  if (!links.some(({ identity }) => identity === DISCLOSURE || identity === FEDERATION)) return [];
  const canonical = new Set(directives.values());
  return document.definitions.flatMap((definition) => {
    if (
      definition.kind !== Kind.DIRECTIVE_DEFINITION ||
      !canonical.has(definition.name.value) ||
      directives.has(definition.name.value)
    )
      return [];
    const location = locate({ subgraph: name, ...source }, definition);
    return problemsAt(location, [
      `${printLocation(location)} defines @${definition.name.value} of its own, a name that belongs to ` +
        `federation or ${DISCLOSURE_LINK}: give yours another name, or the shape that the specification gives it.`,
    ]);
  });
};
