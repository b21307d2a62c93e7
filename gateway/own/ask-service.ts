/** How the gateway's own subgraph asks services, as the viewer of the request. */
import type { GraphQLError, GraphQLFormattedError } from "graphql";
import { createGraphQLError } from "../../platform/errors/index.js";
import type { GatewayContext } from "../context.js";
import { createSubgraphOperation, type Subgraph, type SubgraphOperation } from "../upstream/subgraph.js";
import type { AskService } from "./changes/merge-changes.js";
import type { Candidate } from "./node/global-id.js";
import type { AskExistence } from "./node/node.root.js";

type SubgraphOf = (name: string) => Subgraph;

/** What is wrong with the client's input stands in the service's sentence; of other faults the code alone is told. */
const errorOf = ({ message, extensions }: GraphQLFormattedError): GraphQLError => {
  const { code } = extensions ?? {};
  return createGraphQLError(code as never, code === "BAD_USER_INPUT" ? message : undefined, extensions);
};

/** Asks a service. Throws the first error of its answer. */
export const askThrough =
  (subgraphOf: SubgraphOf, context: GatewayContext): AskService =>
  async (service, query, variables) => {
    const { data, errors } = await subgraphOf(service).ask({
      operation: createSubgraphOperation(query),
      variables: JSON.stringify(variables),
      context,
    });
    const [error] = errors ?? [];
    if (error) throw errorOf(error);
    return data ?? {};
  };

/** Asks for the keys of records, each under the name of its type; of other types it says nothing, which a service may not have yet. */
const existenceOf = (candidates: readonly Candidate[]): SubgraphOperation => {
  const keys = candidates.map(({ node: { type, key } }) => `... on ${type} { ${type}: ${key} }`);
  return createSubgraphOperation(
    `query Existence($representations: [_Any!]!) { _entities(representations: $representations) { __typename ${[...new Set(keys)].sort().join(" ")} } }`,
  );
};

/** What says of a record that the viewer can not know of it, or that no record has such a key. */
const NONE: ReadonlySet<unknown> = new Set(["NOT_FOUND", "FORBIDDEN", "UNAUTHENTICATED", "BAD_USER_INPUT"]);

/** Asks a service which records there are; where it does not answer, nobody can say of any. */
export const existenceThrough =
  (subgraphOf: SubgraphOf, context: GatewayContext): AskExistence =>
  async (service, candidates) => {
    try {
      const operation = existenceOf(candidates);
      const variables = JSON.stringify({ representations: candidates.map(({ representation }) => representation) });
      const { data, errors = [] } = await subgraphOf(service).ask({ operation, variables, context });
      const entities = data?.["_entities"];
      return candidates.map(({ node: { type, key }, representation }, index) => {
        const entity: unknown = Array.isArray(entities) ? entities[index] : undefined;
        if (entity !== null && entity !== undefined)
          return { ...representation, [key]: (entity as Readonly<Record<string, unknown>>)[type] };
        const error =
          errors.find(({ path }) => path?.[1] === index) ?? (Array.isArray(entities) ? undefined : errors[0]);
        return error === undefined || NONE.has(error.extensions?.["code"]) ? undefined : errorOf(error);
      });
    } catch (error) {
      return candidates.map(() => error as Error);
    }
  };
