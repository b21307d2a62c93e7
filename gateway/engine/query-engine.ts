/** The one way in which the gateway plans and executes (decision D3): engines can be exchanged and compared behind it. */
import type { GatewayExecutor, GatewayInterface } from "@apollo/server-gateway-interface";
import type { GraphQLSchema } from "graphql";

/** Plans and executes operations over subgraphs. */
export interface QueryEngine {
  /** Loads the supergraph; the schema is what operations are validated against. */
  load(): Promise<GraphQLSchema>;
  readonly execute: GatewayExecutor;
  stop(): Promise<void>;
}

/** The engine as Apollo Server sees one. */
export const asApolloGateway = (engine: QueryEngine): GatewayInterface => {
  let announce: Parameters<NonNullable<GatewayInterface["onSchemaLoadOrUpdate"]>>[0] | undefined;
  return {
    onSchemaLoadOrUpdate(callback) {
      announce = callback;
      return () => {
        announce = undefined;
      };
    },
    async load() {
      const schema = await engine.load();
      announce?.({ apiSchema: schema, coreSupergraphSdl: "" });
      return { executor: engine.execute };
    },
    stop: () => engine.stop(),
  };
};
