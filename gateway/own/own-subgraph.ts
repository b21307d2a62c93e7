/** The sixth subgraph: root fields that belong to no agency, answered inside the gateway's process. */
import "reflect-metadata";
import { graphql } from "graphql";
import { createDisclosureLog, enforceDisclosure } from "../../platform/disclosure/enforcement/index.js";
import type { PolicyTable } from "../../platform/disclosure/table/index.js";
import { createGraphQLError, toFormattedError, type ReportUnexpected } from "../../platform/errors/index.js";
import type { CursorCodec } from "../../platform/graphql/index.js";
import { buildSubgraph, type SubgraphDefinition } from "../../platform/subgraph/index.js";
import { ChangesResolver, type ChangesContext } from "./changes/changes.resolver.js";
import type { GatewayContext } from "../context.js";
import type { Subgraph } from "../upstream/subgraph.js";
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

/** What the in-process subgraph works with; each generation has its own. */
export interface OwnSubgraphOptions {
  readonly table: PolicyTable;
  readonly cursors: CursorCodec;
  /** The way to a service by its name, and those that tell of changes. */
  readonly subgraphOf: (name: string) => Subgraph;
  readonly telling: readonly string[];
  readonly report: ReportUnexpected;
}

/** Asks a service as the viewer of the request. */
const askThrough =
  (subgraphOf: OwnSubgraphOptions["subgraphOf"], context: GatewayContext): ChangesContext["feed"]["ask"] =>
  async (service, query, variables) => {
    const { data, errors } = await subgraphOf(service).ask({ query, variables: { ...variables }, context });
    const [error] = errors ?? [];
    if (error) {
      const { code } = error.extensions ?? {};
      // What is wrong with the client's input stands in the service's sentence; of other faults the code alone is told.
      const message = code === "BAD_USER_INPUT" ? error.message : undefined;
      throw createGraphQLError(code as never, message, error.extensions);
    }
    return data ?? {};
  };

/** Creates the subgraph that answers in this process. */
export const createOwnSubgraph = async ({
  table,
  cursors,
  subgraphOf,
  telling,
  report,
}: OwnSubgraphOptions): Promise<Subgraph> => {
  const { schema } = await buildSubgraph(gatewaySubgraph);
  enforceDisclosure(schema, { table, subgraph: gatewaySubgraph.name });
  return {
    async ask({ query, variables, operationName, context }) {
      const { viewer, asOf, language } = context;
      const disclosure = createDisclosureLog();
      const result = await graphql({
        schema,
        source: query,
        variableValues: variables,
        operationName,
        contextValue: {
          viewer,
          asOf,
          language,
          disclosure,
          feed: { services: telling, ask: askThrough(subgraphOf, context) },
          services: { negativeList: createNegativeListService({ table, cursors, asOf, language }) },
        },
      });
      return {
        // As it would come over HTTP: a scalar that serialises to an object, such as a Date, is text there.
        data: JSON.parse(JSON.stringify(result.data ?? null)) as never,
        errors: result.errors?.map((error) => toFormattedError(error.toJSON(), error, report)),
        disclosure: disclosure.report(),
      };
    },
  };
};
