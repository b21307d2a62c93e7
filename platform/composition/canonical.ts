/** Rewrites what subgraphs imported under other names, so that gates, table and composer see one vocabulary. */
import { Kind, parse, type DocumentNode } from "graphql";
import type { NamedDocument } from "./declarations.js";
import { clashProblems, linkProblems, rootProblems } from "./link-problems.js";
import { linksOf, namesOf } from "./links.js";
import { rewritten } from "./rewrite.js";

/** SDL of one subgraph and where it is served. */
export interface SubgraphSource {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
  /** File that messages name. @default `<name>.graphql` */
  readonly file?: string;
}

/** Why subgraphs do not compose, a sentence each, for the partner who must act. */
export class CompositionRefused extends Error {
  override readonly name = "CompositionRefused";
  constructor(readonly problems: readonly string[]) {
    super(`The subgraphs do not compose:\n${problems.map((problem) => `- ${problem}`).join("\n")}`);
  }
}

/** A subgraph in the canonical names, or what is wrong with its links. */
export interface CanonicalSubgraph {
  readonly document: DocumentNode;
  readonly problems: readonly string[];
}

/** Rewrites one subgraph. Syntax errors and links that can not be resolved are problems in our own words. */
export const canonicalise = (source: SubgraphSource): CanonicalSubgraph => {
  const file = source.file ?? `${source.name}.graphql`;
  let document: DocumentNode;
  try {
    document = parse(source.sdl);
  } catch (error) {
    const { message, locations } = error as { message: string; locations?: readonly { line: number }[] };
    const line = locations?.[0] ? `:${locations[0].line}` : "";
    return {
      document: { kind: Kind.DOCUMENT, definitions: [] },
      problems: [`${source.name}: ${file}${line} is not SDL: ${message}`],
    };
  }
  const links = linksOf(document);
  const problems = [...linkProblems(source.name, file, links), ...rootProblems(source.name, file, document)];
  if (problems.length > 0) return { document, problems };
  const names = namesOf(links);
  const clashes = clashProblems(source.name, file, document, names, links);
  return clashes.length > 0
    ? { document, problems: clashes }
    : { document: rewritten(document, links, names), problems };
};

/** The subgraphs' documents in canonical names. Throws CompositionRefused where links can not be resolved. */
export const canonicalDocuments = (sources: readonly SubgraphSource[]): NamedDocument[] => {
  const subgraphs = sources.map((source) => ({ source, ...canonicalise(source) }));
  const problems = subgraphs.flatMap((subgraph) => subgraph.problems);
  if (problems.length > 0) throw new CompositionRefused(problems);
  return subgraphs.map(({ source, document }) => ({
    subgraph: source.name,
    document,
    ...(source.file === undefined ? {} : { file: source.file }),
  }));
};
