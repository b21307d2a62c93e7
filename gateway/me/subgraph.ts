/** The sixth subgraph: root fields that belong to no agency, answered inside the gateway's process. */
import "reflect-metadata";
import type { GraphQLDataSource } from "@apollo/gateway";
import { graphql } from "graphql";
import { buildSubgraph, type SubgraphDefinition } from "../../platform/subgraph/index.js";
import type { GatewayContext } from "../context.js";
import { MeResolver } from "./me.resolver.js";

/** Definition of the in-process subgraph; it has no database. */
export const gatewaySubgraph: SubgraphDefinition<object> = {
  name: "gateway",
  owns: [],
  resolvers: [MeResolver],
  references: { Organization: ({ id }) => ({ id }) },
  createServices: () => ({}),
  migrations: [],
  seed: async () => undefined,
};

/** Data source that answers in this process. */
export const createGatewayDataSource = async (): Promise<GraphQLDataSource<Record<string, unknown>>> => {
  const { schema } = await buildSubgraph(gatewaySubgraph);
  return {
    async process({ request, context }) {
      const { viewer } = context as unknown as GatewayContext;
      const result = await graphql({
        schema,
        source: request.query ?? "",
        variableValues: request.variables,
        operationName: request.operationName,
        contextValue: { viewer, services: {} },
      });
      return { data: result.data as never, errors: result.errors as never };
    },
  };
};
