/** The sixth subgraph: root fields that belong to no agency, answered inside the gateway's process. */
import "reflect-metadata";
import type { GraphQLDataSource } from "@apollo/gateway";
import { graphql, type GraphQLFormattedError } from "graphql";
import { createGraphQLError, toFormattedError, type ReportUnexpected } from "../../platform/errors/index.js";
import { buildSubgraph, type SubgraphDefinition } from "../../platform/subgraph/index.js";
import type { GatewayContext } from "../context.js";
import { ChangesResolver, type ChangesContext } from "../changes/changes.resolver.js";
import { MeResolver } from "./me.resolver.js";

/** Definition of the in-process subgraph; it has no database. */
export const gatewaySubgraph: SubgraphDefinition<object> = {
  name: "gateway",
  owns: [],
  resolvers: [MeResolver, ChangesResolver],
  references: { Organization: ({ id }) => ({ id }) },
  createServices: () => ({}),
  migrations: [],
  seed: async () => undefined,
};

type Source = GraphQLDataSource<Record<string, unknown>>;

/** Data source that answers in this process. `remote` are the services by name, `telling` those with a feed of changes. */
export const createGatewayDataSource = async (
  remote: ReadonlyMap<string, Source>,
  telling: readonly string[],
  report: ReportUnexpected,
): Promise<Source> => {
  const { schema } = await buildSubgraph(gatewaySubgraph);
  return {
    async process({ request, context }) {
      const { viewer } = context as unknown as GatewayContext;
      const ask: ChangesContext["feed"]["ask"] = async (service, query, variables) => {
        const answer = await remote.get(service)?.process({
          kind: "incoming operation" as never,
          request: { query, variables: { ...variables } },
          context,
          incomingRequestContext: undefined as never,
          document: undefined as never,
        });
        const [error] = (answer?.errors ?? []) as GraphQLFormattedError[];
        if (error) throw createGraphQLError(error.extensions?.["code"] as never, undefined, error.extensions);
        return answer?.data ?? {};
      };
      const result = await graphql({
        schema,
        source: request.query ?? "",
        variableValues: request.variables,
        operationName: request.operationName,
        contextValue: { viewer, services: {}, feed: { services: telling, ask } },
      });
      return {
        data: result.data as never,
        errors: result.errors?.map((error) => toFormattedError(error.toJSON(), error, report)) as never,
      };
    },
  };
};
