/** The sixth subgraph: root fields that belong to no agency, answered inside the gateway's process. */
import "reflect-metadata";
import type { GraphQLDataSource } from "@apollo/gateway";
import { graphql, type GraphQLFormattedError } from "graphql";
import { createDisclosureLog, enforceDisclosure } from "../../platform/disclosure/index.js";
import { createGraphQLError, toFormattedError, type ReportUnexpected } from "../../platform/errors/index.js";
import type { CursorCodec } from "../../platform/graphql/index.js";
import { buildSubgraph, type SubgraphDefinition } from "../../platform/subgraph/index.js";
import { ChangesResolver, type ChangesContext } from "./changes/changes.resolver.js";
import type { GatewayContext } from "../context.js";
import type { PolicyInForce } from "../generation/policy-in-force.js";
import { noteReport } from "../upstream/subgraph-data-source.js";
import { MeResolver } from "./me/me.resolver.js";
import { NegativeListResolver } from "./negative-list/negative-list.resolver.js";
import { createNegativeListService } from "./negative-list/negative-list.service.js";

/** Definition of the in-process subgraph; it has no database. */
export const gatewaySubgraph: SubgraphDefinition<object> = {
  name: "gateway",
  owns: [],
  resolvers: [MeResolver, NegativeListResolver, ChangesResolver],
  references: { Organization: ({ id }) => ({ id }) },
  createServices: () => ({}),
  migrations: [],
  clear: async () => undefined,
  seed: async () => undefined,
};

type Source = GraphQLDataSource<Record<string, unknown>>;

/** What the in-process subgraph works with. */
export interface GatewaySubgraphOptions {
  readonly policy: () => PolicyInForce;
  readonly cursors: CursorCodec;
  /** The services by name, and those of them that tell of changes. */
  readonly remote: ReadonlyMap<string, Source>;
  readonly telling: readonly string[];
  readonly report: ReportUnexpected;
}

/** Asks a service as the viewer of the request. */
const askThrough =
  (remote: ReadonlyMap<string, Source>, context: unknown): ChangesContext["feed"]["ask"] =>
  async (service, query, variables) => {
    const answer = await remote.get(service)?.process({
      kind: "incoming operation" as never,
      request: { query, variables: { ...variables } },
      context: context as never,
      incomingRequestContext: undefined as never,
      document: undefined as never,
    });
    const [error] = (answer?.errors ?? []) as GraphQLFormattedError[];
    if (error) {
      const { code } = error.extensions ?? {};
      // What is wrong with the client's input stands in the service's sentence; of other faults the code alone is told.
      const message = code === "BAD_USER_INPUT" ? error.message : undefined;
      throw createGraphQLError(code as never, message, error.extensions);
    }
    return answer?.data ?? {};
  };

/** Data source that answers in this process. */
export const createGatewayDataSource = async ({
  policy,
  cursors,
  remote,
  telling,
  report,
}: GatewaySubgraphOptions): Promise<Source> => {
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
          feed: { services: telling, ask: askThrough(remote, asked.context) },
          services: { negativeList: createNegativeListService({ table, cursors, asOf, language }) },
        },
      });
      const noted = log.report();
      if (noted) noteReport(noted, disclosure, "pathInIncomingRequest" in asked ? asked.pathInIncomingRequest : []);
      return {
        // As it would come over HTTP: a scalar that serialises to an object, such as a Date, is text there.
        data: JSON.parse(JSON.stringify(result.data ?? null)) as never,
        errors: result.errors?.map((error) => toFormattedError(error.toJSON(), error, report)) as never,
      };
    },
  };
};
