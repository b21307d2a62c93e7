/** What is wrong with a subgraph, and where it stands in the file of its owner. */
import type { ASTNode } from "graphql";
import type { NamedDocument } from "./declarations.js";

/** Where something stands; lines and columns count from one and are missing where the text does not parse. */
export interface Location {
  readonly subgraph: string;
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** `Type.field`, `Type`, or nothing where it is about the file. */
  readonly name?: string;
}

/** One refusal: a whole sentence for the owner of the file, which says what to write instead. */
export interface Problem extends Location {
  readonly message: string;
}

/** File of a document, as messages name it. */
export const fileOf = ({ subgraph, file }: Pick<NamedDocument, "subgraph" | "file">): string =>
  file ?? `${subgraph}.graphql`;

/** Where a node of the document stands; its source has the name of the file. */
export const locate = (
  source: Pick<NamedDocument, "subgraph" | "file">,
  node: Pick<ASTNode, "loc">,
  name?: string,
): Location => ({
  subgraph: source.subgraph,
  file: node.loc?.source.name ?? fileOf(source),
  ...(node.loc ? { line: node.loc.startToken.line, column: node.loc.startToken.column } : {}),
  ...(name === undefined ? {} : { name }),
});

/** As sentences begin: `credit: Penalty.fine (credit.graphql:12)`, or `credit: credit.graphql:12` about the file. */
export const printLocation = ({ subgraph, file, line, name }: Location): string => {
  const place = line === undefined ? file : `${file}:${line}`;
  return name === undefined ? `${subgraph}: ${place}` : `${subgraph}: ${name} (${place})`;
};

/** The sentences as problems at that place. */
export const problemsAt = (location: Location, messages: readonly string[]): Problem[] =>
  messages.map((message) => ({ ...location, message }));
