/** The first engine: @apollo/gateway with our own data source; it stays as the reference that later engines are compared with. */
import { ApolloGateway, type GraphQLDataSource } from "@apollo/gateway";
import type { GatewayExecutor } from "@apollo/server-gateway-interface";
import { isScalarType, type GraphQLSchema } from "graphql";
import { SHARED_SCALARS } from "../../platform/subgraph/index.js";
import { withoutSecurityLinks } from "../supergraph.js";
import type { QueryEngine } from "./query-engine.js";

/** Creates the engine over a supergraph. `dataSourceFor` gives the way to a subgraph by its name. */
export const createApolloGatewayEngine = (
  supergraph: string,
  dataSourceFor: (name: string) => GraphQLDataSource,
): QueryEngine => {
  let update: ((supergraph: string) => void) | undefined;
  const gateway = new ApolloGateway({
    supergraphSdl: async (manager) => {
      update = manager.update;
      return { supergraphSdl: withoutSecurityLinks(supergraph) };
    },
    buildService: ({ name }) => dataSourceFor(name),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
  });
  return {
    async load() {
      const { schema } = await gateway.load();
      checkArguments(schema);
      return schema;
    },
    onChange(listener) {
      gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
        checkArguments(apiSchema);
        listener(apiSchema);
      });
    },
    async reload(changed) {
      update?.(withoutSecurityLinks(changed));
    },
    execute: ((context) => gateway.executor(context as never)) as GatewayExecutor,
    stop: () => gateway.stop(),
  };
};

/** Codes in arguments are checked here by the same parsers as in the subgraphs, before anything is planned. */
const checkArguments = (schema: GraphQLSchema): void => {
  for (const scalar of SHARED_SCALARS) {
    const type = schema.getType(scalar.name);
    if (!isScalarType(type)) continue;
    type.parseValue = scalar.parseValue.bind(scalar) as typeof type.parseValue;
    type.parseLiteral = scalar.parseLiteral.bind(scalar) as typeof type.parseLiteral;
  }
};
