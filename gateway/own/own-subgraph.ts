/** The sixth subgraph: root fields that belong to no agency, answered inside the gateway's process. */
import { buildSubgraphSchema } from "@apollo/subgraph";
import { graphql, parse, type GraphQLSchema } from "graphql";
import type { Viewer } from "../../platform/auth/index.js";
import { createDisclosureLog, enforceDisclosure } from "../../platform/disclosure/enforcement/index.js";
import type { PolicyTable } from "../../platform/disclosure/table/index.js";
import type { Language } from "../../platform/disclosure/vocabulary/index.js";
import { toFormattedError, type ReportUnexpected } from "../../platform/errors/index.js";
import type { CursorCodec } from "../../platform/graphql/lists/index.js";
import { SHARED_SCALARS } from "../../platform/graphql/scalars/scalars.js";
import { nodeTypes, type NodeType } from "../../platform/graphql/node-types.js";
import type { RateLimit } from "../request/rate-limit.js";
import type { Subgraph } from "../upstream/subgraph.js";
import { askThrough, existenceThrough } from "./ask-service.js";
import { APP_USE, appUseOf, type AppUseArgs, type AppUseSources } from "./app-use/app-use.root.js";
import { changesOf, type Feed } from "./changes/changes.root.js";
import type { ChangesArgs } from "./changes/merge-changes.js";
import { meOf } from "./me/me.root.js";
import { negativeListOf, type NegativeListArgs } from "./negative-list/negative-list.root.js";
import { createNegativeListService, type NegativeListService } from "./negative-list/negative-list.service.js";
import { globalIdOf } from "./node/global-id.js";
import { nodeOf, nodesOf, type Identification } from "./node/node.root.js";
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
  readonly identification: Identification;
  readonly apps: AppUseSources;
  readonly services: { readonly negativeList: NegativeListService; readonly ownUse: OwnUseService };
}

const NODES = nodeTypes();

/** It knows of a record no more than its key, and makes its global id of that. */
const nodeResolvers = ({ type, key }: NodeType): object => ({
  __resolveReference: (reference: object) => reference,
  ...(key === "id" ? {} : { id: (known: Readonly<Record<string, unknown>>) => globalIdOf(type, known[key]) }),
});

const RESOLVERS = {
  Query: {
    appUse: (_root: unknown, args: AppUseArgs, { apps }: OwnContext) => appUseOf(args, apps),
    me: (_root: unknown, _args: unknown, { viewer }: OwnContext) => meOf(viewer),
    changes: (_root: unknown, args: ChangesArgs, { feed }: OwnContext) => changesOf(args, feed),
    negativeList: (_root: unknown, args: NegativeListArgs, { services, language }: OwnContext) =>
      negativeListOf(args, services.negativeList, language),
    notices: (_root: unknown, args: NoticesGiven, { viewer, notices }: OwnContext) =>
      noticesOf(args, { viewer, ...notices }),
    node: (_root: unknown, { id }: { readonly id: string }, { identification }: OwnContext) =>
      nodeOf(id, identification),
    nodes: (_root: unknown, { ids }: { readonly ids: readonly string[] }, { identification }: OwnContext) =>
      nodesOf(ids, identification),
    subgraphUse: (_root: unknown, args: OwnUseArgs, { services }: OwnContext) => subgraphUseOf(args, services.ownUse),
  },
  Mutation: {
    markNoticesRead: (_root: unknown, args: MarkNoticesReadArgs, { notices }: OwnContext) =>
      markNoticesRead(args, notices),
  },
  AppUse: APP_USE,
  SubgraphUse: SUBGRAPH_USE,
  ...Object.fromEntries(NODES.map((node) => [node.type, nodeResolvers(node)])),
};

const buildOwnSchema = (): GraphQLSchema => {
  const typeDefs = parse(ownSdl());
  const named = new Set(typeDefs.definitions.map((definition) => "name" in definition && definition.name?.value));
  const scalars = SHARED_SCALARS.filter(({ name }) => named.has(name)).map((scalar) => [scalar.name, scalar]);
  return buildSubgraphSchema([{ typeDefs, resolvers: { ...RESOLVERS, ...Object.fromEntries(scalars) } as never }]);
};

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
  /** Points that apps used of their quotas. */
  readonly pointsOf: RateLimit["usedOf"];
}

/** Creates the subgraph that answers in this process. */
export const createOwnSubgraph = (options: OwnSubgraphOptions): Subgraph => {
  const { table, cursors, subgraphOf, telling, noticing, report, pointsOf, recorded } = options;
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
          identification: { nodes: NODES, exist: existenceThrough(subgraphOf, context) },
          apps: { ask, recorded, pointsOf },
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
