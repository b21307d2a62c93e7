/** Rewrites what subgraphs imported under other names, so that gates, table and composer see one vocabulary. */
import { Kind, parse, Source, type DocumentNode } from "graphql";
import type { NamedDocument } from "./declarations.js";
import { bareDefinitions } from "./bare-definitions.js";
import { clashProblems, linkProblems, rootProblems } from "./link-problems.js";
import { linksOf, namesOf, type Link, type Names } from "./links.js";
import { withOverlay } from "./overlay.js";
import { withOneOf, withoutPlumbing } from "./plumbing.js";
import { fileOf, problemsAt, type Problem } from "./problem.js";
import { rewritten } from "./rewrite.js";

/** SDL of one subgraph and where it is served. */
export interface SubgraphSource {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
  /** File that messages name. @default `<name>.graphql` */
  readonly file?: string;
  /** SDL that closes fields beside the subgraph's own, for libraries that print no directives but federation's (decision 67). */
  readonly overlay?: { readonly sdl: string; readonly file: string };
}

/** Why subgraphs do not compose, a sentence each, for the partner who must act. */
export class CompositionRefused extends Error {
  override readonly name = "CompositionRefused";
  /** The sentences alone. */
  readonly problems: readonly string[];
  constructor(readonly found: readonly Problem[]) {
    const problems = found.map(({ message }) => message);
    super(`The subgraphs do not compose:\n${problems.map((problem) => `- ${problem}`).join("\n")}`);
    this.problems = problems;
  }
}

/** A subgraph in the canonical names, or what is wrong with its links. */
export interface CanonicalSubgraph {
  readonly document: DocumentNode;
  /** Its links as they stand in the file. */
  readonly links: readonly Link[];
  readonly problems: readonly Problem[];
}

const NONE = { document: { kind: Kind.DOCUMENT, definitions: [] } as DocumentNode, links: [] };

/** The text as a document whose nodes know their file, or why it is none. */
const parsed = (subgraph: string, file: string, sdl: string): CanonicalSubgraph => {
  try {
    return { document: withoutPlumbing(parse(new Source(sdl, file))), links: [], problems: [] };
  } catch (error) {
    const { message, locations } = error as {
      message: string;
      locations?: readonly { line: number; column: number }[];
    };
    const [at] = locations ?? [];
    const place = at ? `${file}:${at.line}` : file;
    return {
      ...NONE,
      problems: problemsAt({ subgraph, file, ...at }, [`${subgraph}: ${place} is not SDL: ${message}`]),
    };
  }
};

/** Rewrites one subgraph. Syntax errors and links that can not be resolved are problems in our own words. */
export const canonicalise = (source: SubgraphSource): CanonicalSubgraph => {
  const { name: subgraph, overlay } = source;
  const own = parsed(subgraph, fileOf({ subgraph, ...source }), source.sdl);
  const beside = overlay && parsed(subgraph, overlay.file, overlay.sdl);
  const unread = [...own.problems, ...(beside?.problems ?? [])];
  if (unread.length > 0) return { ...NONE, problems: unread };
  const merged = beside ? withOverlay(subgraph, own.document, beside.document) : own;
  if (merged.problems.length > 0) return { ...NONE, problems: merged.problems };
  const document = withOneOf(merged.document);
  const links = linksOf(document);
  const problems = [...linkProblems(source, links), ...rootProblems(source, document)];
  if (problems.length > 0) return { document, links, problems };
  const linked = namesOf(links);
  const bare = bareDefinitions(document, linked);
  const names: Names = { ...linked, directives: new Map([...linked.directives, ...bare]) };
  const clashes = clashProblems(source, document, names, links);
  return clashes.length > 0
    ? { document, links, problems: clashes }
    : { document: rewritten(document, links, names), links, problems };
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
