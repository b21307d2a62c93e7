/** The one way in which the gateway plans and executes (decision D3): engines can be exchanged and compared behind it. */
import type { GatewayInterface } from "@apollo/server-gateway-interface";
import type { DocumentNode, GraphQLError, GraphQLFormattedError, GraphQLSchema } from "graphql";
import type { GatewayContext } from "../context.js";
import type { DisclosureLayer } from "../policy/disclosure-layer.js";
import { checkedRequest } from "../document/checked-request.js";

/** What an engine executes: a document in which nothing is left that the viewer may not read, nor any name of the client's. */
export interface EngineRequest {
  /** Validated, normalised and pruned. Plans are kept by what it says, never by what the client sent. */
  readonly document: DocumentNode;
  /** By the names of the document. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Viewers of one class have the same documents pruned in the same way. */
  readonly viewerClass: string;
  readonly context: GatewayContext;
}

/** One request to a service that the plan wanted. */
export interface Fetch {
  readonly service: string;
  /** Engine's keys of the objects that it was about, `@` for a list position; empty for the root. */
  readonly place: readonly string[];
  /** Why nothing came back. */
  readonly failure?: GraphQLFormattedError;
  /** True where it knows no object by some key that it was given: its fields are null, as decided. */
  readonly knowsNot?: boolean;
}

/** What a service said of a place. */
export interface ServiceError {
  readonly service: string;
  /** Engine's keys and indexes; undefined where the service named none. */
  readonly path: readonly (string | number)[] | undefined;
  readonly error: GraphQLFormattedError;
  /** Path of the object that is lost as a whole. */
  readonly lost?: readonly (string | number)[];
}

/** What the services gave, merged and not yet an answer: values are unchecked, what did not come is undefined. */
export interface EngineAnswer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly fetches: readonly Fetch[];
  readonly errors: readonly ServiceError[];
  /** What the engine itself complains of. */
  readonly complaints: readonly Error[];
}

/** What Apollo Server is answered. */
export interface ClientAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
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
            variables: checked.variables,
            coerced: checked.coerced,
            context: context as unknown as GatewayContext,
          })) as never;
        },
      };
    },
    stop: () => engine.stop(),
  };
};
