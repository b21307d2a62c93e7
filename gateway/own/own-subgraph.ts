/** The sixth subgraph: root fields that belong to no agency, answered inside the gateway's process. */
import { buildSubgraphSchema } from "@apollo/subgraph";
import { graphql, parse, type GraphQLSchema } from "graphql";
import type { Viewer } from "../../platform/auth/index.js";
import { createDisclosureLog, enforceDisclosure } from "../../platform/disclosure/enforcement/index.js";
import type { PolicyTable } from "../../platform/disclosure/table/index.js";
import type { Language } from "../../platform/disclosure/vocabulary/index.js";
import { createGraphQLError, toFormattedError, type ReportUnexpected } from "../../platform/errors/index.js";
import type { CursorCodec } from "../../platform/graphql/lists/index.js";
import { DateScalar, DivisionCodeScalar } from "../../platform/graphql/scalars/scalars.js";
import type { GatewayContext } from "../context.js";
import { createSubgraphOperation, type Subgraph } from "../upstream/subgraph.js";
import { changesOf, type Feed } from "./changes/changes.root.js";
import type { ChangesArgs } from "./changes/merge-changes.js";
import { meOf } from "./me/me.root.js";
import { negativeListOf, type NegativeListArgs } from "./negative-list/negative-list.root.js";
import { createNegativeListService, type NegativeListService } from "./negative-list/negative-list.service.js";
import { SUBGRAPH_USE, subgraphUseOf, type OwnUseArgs } from "./own-use/own-use.root.js";
import type { NoticeSources } from "./notices/merge-notices.js";
import { markNoticesRead, noticesOf, type MarkNoticesReadArgs, type NoticesGiven } from "./notices/notices.root.js";
import { createOwnUseService, type OwnUseDependencies, type OwnUseService } from "./own-use/own-use.service.js";
import { ownSdl } from "./own-sdl.js";

/** Name of the subgraph in the supergraph. */
const NAME = "gateway";

/** What its resolvers get of a request. */
interface OwnContext {
  readonly viewer: Viewer;
  readonly language: Language;
  readonly feed: Feed;
  readonly notices: NoticeSources;
  readonly services: { readonly negativeList: NegativeListService; readonly ownUse: OwnUseService };
}

const RESOLVERS = {
  Query: {
    me: (_root: unknown, _args: unknown, { viewer }: OwnContext) => meOf(viewer),
    changes: (_root: unknown, args: ChangesArgs, { feed }: OwnContext) => changesOf(args, feed),
    negativeList: (_root: unknown, args: NegativeListArgs, { services, language }: OwnContext) =>
      negativeListOf(args, services.negativeList, language),
    notices: (_root: unknown, args: NoticesGiven, { viewer, notices }: OwnContext) =>
      noticesOf(args, { viewer, ...notices }),
    subgraphUse: (_root: unknown, args: OwnUseArgs, { services }: OwnContext) => subgraphUseOf(args, services.ownUse),
  },
  Mutation: {
    markNoticesRead: (_root: unknown, args: MarkNoticesReadArgs, { notices }: OwnContext) =>
      markNoticesRead(args, notices),
  },
  SubgraphUse: SUBGRAPH_USE,
  // It knows of an organisation no more than its key.
  Organization: { __resolveReference: ({ id }: { readonly id: string }) => ({ id }) },
  DivisionCode: DivisionCodeScalar,
  Date: DateScalar,
};

const buildOwnSchema = (): GraphQLSchema =>
  buildSubgraphSchema([{ typeDefs: parse(ownSdl()), resolvers: RESOLVERS as never }]);

/** What the in-process subgraph works with; each generation has its own. */
export interface OwnSubgraphOptions extends Pick<OwnUseDependencies, "supergraph" | "recorded"> {
  readonly table: PolicyTable;
  readonly cursors: CursorCodec;
  /** The way to a service by its name, and those that tell of changes. */
  readonly subgraphOf: (name: string) => Subgraph;
  readonly telling: readonly string[];
  /** Those that have notices. */
  readonly noticing: readonly string[];
  readonly report: ReportUnexpected;
}

/** Asks a service as the viewer of the request. */
const askThrough =
  (subgraphOf: OwnSubgraphOptions["subgraphOf"], context: GatewayContext): Feed["ask"] =>
  async (service, query, variables) => {
    const { data, errors } = await subgraphOf(service).ask({
      operation: createSubgraphOperation(query),
      variables: JSON.stringify(variables),
      context,
    });
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
export const createOwnSubgraph = (options: OwnSubgraphOptions): Subgraph => {
  const { table, cursors, subgraphOf, telling, noticing, report } = options;
  const schema = buildOwnSchema();
  const ownUse = createOwnUseService(options);
  enforceDisclosure(schema, { table, subgraph: NAME });
  return {
    async ask({ operation, variables, context }) {
      const { viewer, asOf, language } = context;
      const disclosure = createDisclosureLog();
      const ask = askThrough(subgraphOf, context);
      const result = await graphql({
        schema,
        source: operation.query,
        variableValues: JSON.parse(variables) as Record<string, unknown>,
        contextValue: {
          viewer,
          asOf,
          language,
          disclosure,
          feed: { services: telling, ask },
          notices: { services: noticing, ask, cursors },
          services: { ownUse, negativeList: createNegativeListService({ table, cursors, asOf, language }) },
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
