/** From subgraph SDL to everything generated: supergraph, public schema, policy table; or the reasons why not. */
import { composeServices } from "@apollo/composition";
import { printSchema } from "graphql";
import type { PolicyTable } from "../disclosure/table/index.js";
import { canonicalDocuments, CompositionRefused, type SubgraphSource } from "./canonical.js";
import { compilePolicy } from "./compile-policy.js";
import type { NamedDocument } from "./declarations.js";
import { disclosureProblems } from "./gates.js";
import type { GateFacts } from "./schema-index.js";

/** What composition gives. */
export interface Composition {
  readonly supergraph: string;
  readonly publicSchema: string;
  readonly policy: PolicyTable;
}

/** Facts against which disclosure is checked. */
export type CompositionFacts = GateFacts;

/** Composes the subgraphs. Throws CompositionRefused with every reason. */
export const compose = (sources: readonly SubgraphSource[], facts: CompositionFacts): Composition => {
  const documents = canonicalDocuments(sources);
  const problems = disclosureProblems(documents, facts);
  if (problems.length > 0) throw new CompositionRefused(problems);
  const result = composed(sources, documents);
  if (result.errors) throw new CompositionRefused(result.errors.map(({ message }) => message));
  return {
    supergraph: `${result.supergraphSdl.trimEnd()}\n`,
    publicSchema: `${printSchema(result.schema.toAPISchema().toGraphQLJSSchema({ includeDefer: true })).trimEnd()}\n`,
    policy: compilePolicy(documents, facts),
  };
};

/** The composer throws at what it did not expect: a partner gets a sentence of ours, not its stack. */
const composed = (
  sources: readonly SubgraphSource[],
  documents: readonly NamedDocument[],
): ReturnType<typeof composeServices> => {
  try {
    return composeServices(
      documents.map(({ subgraph, document }) => ({
        name: subgraph,
        url: sources.find(({ name }) => name === subgraph)?.url ?? "",
        typeDefs: document,
      })),
    );
  } catch (error) {
    throw new CompositionRefused([
      `The composer gave up on ${sources.map(({ name }) => name).join(", ")} (${(error as Error).message}): ` +
        `compose each with the others' committed SDL to find the one that it can not read.`,
    ]);
  }
};
