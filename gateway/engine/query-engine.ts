/** The one way in which the gateway plans and executes (decision D3): engines can be exchanged and compared behind it. */
import type { GatewayInterface } from "@apollo/server-gateway-interface";
import type { DocumentNode, GraphQLError, GraphQLSchema } from "graphql";
import type { GatewayContext } from "../context.js";
import type { DisclosureLayer } from "../disclosure/layer.js";
import { checkedRequest } from "../document/checked-request.js";

/** What an engine executes: a document in which nothing is left that the viewer may not read. */
export interface EngineRequest {
  /** Validated and pruned. Plans are kept by what it says, never by what the client sent. */
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Viewers of one class have the same documents pruned in the same way. */
  readonly viewerClass: string;
  readonly context: GatewayContext;
}

/** An engine's answer. */
export interface EngineAnswer {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: Record<string, unknown>;
}

/** Plans and executes operations over subgraphs. */
export interface QueryEngine {
  /** Loads the supergraph; the schema is what operations are validated against. */
  load(): Promise<GraphQLSchema>;
  /** Told of every later schema, once it is in use. */
  onChange(listener: (schema: GraphQLSchema) => void): void;
  /** Replaces the supergraph without a pause; the old one stays where the new one is no good. */
  reload(supergraph: string): Promise<void>;
  execute(request: EngineRequest): Promise<EngineAnswer>;
  stop(): Promise<void>;
}

/** Engine and disclosure as Apollo Server sees a gateway. */
export const asApolloGateway = (engine: QueryEngine, layer: DisclosureLayer): GatewayInterface => {
  let schema: GraphQLSchema;
  let announce: Parameters<NonNullable<GatewayInterface["onSchemaLoadOrUpdate"]>>[0] | undefined;
  const use = (loaded: GraphQLSchema): void => {
    schema = loaded;
    layer.use(loaded);
    announce?.({ apiSchema: loaded, coreSupergraphSdl: "" });
  };
  return {
    onSchemaLoadOrUpdate(callback) {
      announce = callback;
      return () => {
        announce = undefined;
      };
    },
    async load() {
      const loaded = await engine.load();
      engine.onChange(use);
      use(loaded);
      return {
        executor: async ({ document, queryHash, request, context }) => {
          const checked = checkedRequest(schema, { document, variables: request.variables ?? {} });
          if ("errors" in checked) return checked as never;
          return (await layer.execute({
            document: checked.document,
            queryHash: `${queryHash!}${checked.variant}`,
            ...(request.operationName ? { operationName: request.operationName } : {}),
            variables: checked.variables,
            context: context as unknown as GatewayContext,
          })) as never;
        },
      };
    },
    stop: () => engine.stop(),
  };
};
