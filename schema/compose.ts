/** From subgraph SDL to everything generated: supergraph, public schema, policy table; or the reasons why not. */
import { composeServices } from "@apollo/composition";
import { parse, printSchema } from "graphql";
import {
  compilePolicy,
  disclosureProblems,
  type NamedDocument,
  type PolicyTable,
} from "../platform/disclosure/index.js";

/** SDL of one subgraph and where it is served. */
export interface SubgraphSource {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

/** What composition gives. */
export interface Composition {
  readonly supergraph: string;
  readonly publicSchema: string;
  readonly policy: PolicyTable;
}

/** Why subgraphs do not compose, a sentence each, for the partner who must act. */
export class CompositionRefused extends Error {
  override readonly name = "CompositionRefused";
  constructor(readonly problems: readonly string[]) {
    super(`The subgraphs do not compose:\n${problems.map((problem) => `- ${problem}`).join("\n")}`);
  }
}

/** Facts against which disclosure is checked. */
export interface CompositionFacts {
  readonly legalBases: ReadonlySet<string>;
  /** Owning subgraph of each entity. */
  readonly owners: ReadonlyMap<string, string>;
}

/** Composes the subgraphs. Throws CompositionRefused with every reason. */
export const compose = (sources: readonly SubgraphSource[], facts: CompositionFacts): Composition => {
  const documents: NamedDocument[] = sources.map(({ name, sdl }) => ({ subgraph: name, document: parse(sdl) }));
  const problems = documents.flatMap((document) => disclosureProblems(document, facts));
  if (problems.length > 0) throw new CompositionRefused(problems);
  const result = composeServices(sources.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
  if (result.errors) throw new CompositionRefused(result.errors.map(({ message }) => message));
  return {
    supergraph: `${result.supergraphSdl.trimEnd()}\n`,
    publicSchema: `${printSchema(result.schema.toAPISchema().toGraphQLJSSchema()).trimEnd()}\n`,
    policy: compilePolicy(documents),
  };
};
