/** The sixth subgraph: root fields that belong to no agency, answered inside the gateway's process. */
import "reflect-metadata";
import type { GraphQLDataSource } from "@apollo/gateway";
import { graphql } from "graphql";
import { createDisclosureLog, enforceDisclosure } from "../platform/disclosure/index.js";
import { toFormattedError, type ReportUnexpected } from "../platform/errors/index.js";
import type { CursorCodec } from "../platform/graphql/index.js";
import { buildSubgraph, type SubgraphDefinition } from "../platform/subgraph/index.js";
import type { GatewayContext } from "./context.js";
import type { PolicyInForce } from "./disclosure/policy-in-force.js";
import { noteReport } from "./engine/subgraph-data-source.js";
import { MeResolver } from "./me/me.resolver.js";
import { NegativeListResolver } from "./negative-list/negative-list.resolver.js";
import { createNegativeListService } from "./negative-list/negative-list.service.js";

/** Definition of the in-process subgraph; it has no database. */
export const gatewaySubgraph: SubgraphDefinition<object> = {
  name: "gateway",
  owns: [],
  resolvers: [MeResolver, NegativeListResolver],
  references: { Organization: ({ id }) => ({ id }) },
  createServices: () => ({}),
  migrations: [],
  seed: async () => undefined,
};

/** What the in-process subgraph works with. */
export interface GatewaySubgraphOptions {
  readonly policy: () => PolicyInForce;
  readonly cursors: CursorCodec;
  readonly onUnexpected: ReportUnexpected;
}

/** Data source that answers in this process. */
export const createGatewayDataSource = async ({
  policy,
  cursors,
  onUnexpected,
}: GatewaySubgraphOptions): Promise<GraphQLDataSource<Record<string, unknown>>> => {
  const { schema } = await buildSubgraph(gatewaySubgraph);
  enforceDisclosure(schema, { table: policy().table, subgraph: gatewaySubgraph.name });
  return {
    async process(asked) {
      const { request } = asked;
      const { viewer, asOf, language, disclosure } = asked.context as unknown as GatewayContext;
      const log = createDisclosureLog();
      const { table } = policy();
      const result = await graphql({
        schema,
        source: request.query ?? "",
        variableValues: request.variables,
        operationName: request.operationName,
        contextValue: {
          viewer,
          asOf,
          language,
          disclosure: log,
          services: { negativeList: createNegativeListService({ table, cursors, asOf, language }) },
        },
      });
      const report = log.report();
      if (report) noteReport(report, disclosure, "pathInIncomingRequest" in asked ? asked.pathInIncomingRequest : []);
      // As from any subgraph: codes of the table, nothing internal.
      const errors = result.errors?.map((error) => toFormattedError(error.toJSON(), error, onUnexpected));
      return { data: result.data as never, errors: errors as never };
    },
  };
};
