/** From subgraph SDL to everything generated: supergraph, public schema, policy table; or the reasons why not. */
import { composeServices } from "@apollo/composition";
import { printSchema, type GraphQLError } from "graphql";
import type { BundledContract } from "../bundle/index.js";
import type { Contract } from "../config/index.js";
import type { PolicyTable } from "../disclosure/table/index.js";
import { canonicalDocuments, CompositionRefused, type SubgraphSource } from "./canonical.js";
import { compilePolicy } from "./compile-policy.js";
import { composeContracts } from "./contracts/index.js";
import type { NamedDocument } from "./declarations.js";
import { disclosureProblems } from "./gates.js";
import { describeKeys } from "../bundle/cache-keys.js";
import { fileOf, locate, type Problem } from "./problem.js";
import { forComposer } from "./rewrite.js";
import type { GateFacts } from "./schema-index.js";

/** What composition gives. */
export interface Composition {
  readonly supergraph: string;
  readonly publicSchema: string;
  readonly policy: PolicyTable;
  /** What of the public schema each audience is shown; contracts of which the graph has no root field are left out. */
  readonly contracts: readonly BundledContract[];
}

/** Facts against which disclosure is checked, and the contracts that are made. */
export interface CompositionFacts extends GateFacts {
  /** @default none */
  readonly contracts?: readonly Contract[];
}

/** Composes the subgraphs. Throws CompositionRefused with every reason. */
export const compose = (sources: readonly SubgraphSource[], facts: CompositionFacts): Composition => {
  const documents = canonicalDocuments(sources);
  const problems = disclosureProblems(documents, facts);
  if (problems.length > 0) throw new CompositionRefused(problems);
  const urls = new Map(sources.map(({ name, url }) => [name, url]));
  const composed = composeDocuments(documents, urls);
  if ("errors" in composed) throw new CompositionRefused(composed.errors.map((error) => problemOf(error, documents)));
  const policy = compilePolicy(documents, facts);
  const made = composeContracts({
    contracts: facts.contracts ?? [],
    publicSchema: composed.publicSchema,
    documents,
    closed: policy.fields,
  });
  if (made.problems.length > 0) throw new CompositionRefused(made.problems);
  return { ...composed, policy, contracts: made.contracts };
};

const problemOf = (error: GraphQLError, documents: readonly NamedDocument[]): Problem => {
  const node = error.nodes?.find(({ loc }) => loc !== undefined);
  const source = documents.find((document) => fileOf(document) === node?.loc?.source.name) ?? documents[0]!;
  return { ...locate(source, node ?? {}), message: error.message };
};

/** What the composer makes of documents that passed the gates, or its errors. */
export type Composed = Pick<Composition, "supergraph" | "publicSchema"> | { readonly errors: readonly GraphQLError[] };

/** Composes documents in canonical names. The composer throws at what it did not expect: CompositionRefused with a sentence of ours, not its stack. */
export const composeDocuments = (
  documents: readonly NamedDocument[],
  urls: ReadonlyMap<string, string> = new Map(),
): Composed => {
  let result: ReturnType<typeof composeServices>;
  try {
    result = composeServices(
      documents.map(({ subgraph, document }) => ({
        name: subgraph,
        url: urls.get(subgraph) ?? "",
        typeDefs: forComposer(document),
      })),
    );
  } catch (error) {
    const message =
      `The composer gave up on ${documents.map(({ subgraph }) => subgraph).join(", ")} (${(error as Error).message}): ` +
      `compose each with the others' committed SDL to find the one that it can not read.`;
    throw new CompositionRefused(documents.slice(-1).map((last) => ({ ...locate(last, {}), message })));
  }
  if (result.errors) return { errors: result.errors };
  const api = result.schema.toAPISchema().toGraphQLJSSchema({ includeDefer: true });
  describeKeys(api, result.supergraphSdl);
  return { supergraph: `${result.supergraphSdl.trimEnd()}\n`, publicSchema: `${printSchema(api).trimEnd()}\n` };
};
