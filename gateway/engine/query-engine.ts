/** The one way in which the gateway plans and executes (decision D3): engines can be exchanged and compared behind it. */
import type { GatewayExecutor, GatewayInterface } from "@apollo/server-gateway-interface";
import type { GraphQLSchema } from "graphql";

/** Plans and executes operations over subgraphs. */
export interface QueryEngine {
  /** Loads the supergraph; the schema is what operations are validated against. */
  load(): Promise<GraphQLSchema>;
  /** Told of every later schema, once it is in use. */
  onChange(listener: (schema: GraphQLSchema) => void): void;
  /** Replaces the supergraph without a pause; the old one stays where the new one is no good. */
  reload(supergraph: string): Promise<void>;
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
      engine.onChange((changed) => announce?.({ apiSchema: changed, coreSupergraphSdl: "" }));
      announce?.({ apiSchema: schema, coreSupergraphSdl: "" });
      return { executor: engine.execute };
    },
    stop: () => engine.stop(),
  };
};
