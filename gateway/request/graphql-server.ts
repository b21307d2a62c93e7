/** Executes requests over the generations. Apollo Server parses and validates a document when it is first seen; from then on it is executed at once, and shared. */
import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import type { GatewayInterface } from "@apollo/server-gateway-interface";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { OperationTypeNode, type DocumentNode } from "graphql";
import { formatErrors, toFormattedError, type ReportUnexpected } from "../../platform/errors/index.js";
import type { Logger, Metrics } from "../../platform/telemetry/index.js";
import type { GatewayContext } from "../context.js";
import { createDisclosureLayer, type ClientAnswer } from "../disclosure/disclosure-layer.js";
import { CACHE_BYTES } from "../document/caches.js";
import { DeferLabelRule, DeferOnRootRule } from "../document/defer.js";
import { checkedRequest } from "../document/checked-request.js";
import { DOCUMENT_LIMITS } from "../document/document-limits.js";
import { operationOf } from "../document/fragments.js";
import type { Generation } from "../generation/generation.js";
import type { Generations } from "../generation/generations.js";
import { createSharing } from "../sharing.js";
import type { Use } from "../use/use.js";
import type { Waiters } from "../waiters.js";
import { toldLater } from "./told-later.js";
import { createIntrospectionAnswers } from "./introspection-answers.js";
import { createKnownDocuments, hashOf, type KnownDocument, type KnownDocuments } from "./known-documents.js";
import { finished, observe, type AnswerHead, type ObserveOptions } from "./observe-request.js";
import type { GraphQLParameters } from "./parameters.js";
import type { ServerAnswer } from "./server-answer.js";
import { sharingKey } from "./sharing-key.js";

/** The generations of the whole graph, or of one contract. */
export type ServedGenerations = Pick<Generations, "current" | "ofSchema" | "onUse" | "stop">;

/** What the server is made from. */
export interface GraphQLServerOptions {
  readonly generations: ServedGenerations;
  readonly introspection: boolean;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly report: ReportUnexpected;
  readonly use: Use;
  /** Share of the bounds of caches that is its own. @default 1 */
  readonly cacheShare?: number;
}

/** Executes requests; it serves no HTTP itself. */
export interface GraphQLServer {
  start(): Promise<void>;
  /** The document of the text, where it was validated before. */
  known(text: string): KnownDocument | undefined;
  /** Validates and executes; `waiters` are those of the context. */
  execute(parameters: GraphQLParameters, context: GatewayContext, waiters: Waiters): Promise<ServerAnswer>;
  stop(): Promise<void>;
}

/** What is executed. */
interface Execution {
  readonly document: DocumentNode;
  readonly queryHash: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly generation: Generation;
  readonly context: GatewayContext;
}

/** Creates the server. */
export const createGraphQLServer = (options: GraphQLServerOptions): GraphQLServer => {
  const { generations, report, cacheShare: share = 1 } = options;
  const layer = createDisclosureLayer(share);
  const documents = createKnownDocuments(generations.current, CACHE_BYTES.known * share);
  const introspections = createIntrospectionAnswers(CACHE_BYTES.introspection * share);
  if (options.introspection) generations.onUse((generation) => introspections.prepare(generation, documents));
  const sharing = createSharing<ServerAnswer>(() => options.metrics.joined.inc());
  const run = async ({ document, queryHash, variables, generation, context }: Execution): Promise<ClientAnswer> => {
    const checked = checkedRequest(generation.schema, { document, variables });
    if ("errors" in checked) return checked;
    try {
      return await layer.execute({
        document: checked.document,
        queryHash: `${queryHash}${checked.variant}`,
        variables: checked.variables,
        coerced: checked.coerced,
        generation,
        context,
      });
    } finally {
      if (!isQuery(document)) sharing.forget();
    }
  };
  const server = createApolloServer(options, run, documents);

  /** What Apollo Server does with an execution, and no more. */
  const runKnown = async (
    known: KnownDocument,
    { variables = {} }: GraphQLParameters,
    context: GatewayContext,
  ): Promise<ServerAnswer> => {
    const head: AnswerHead = { status: undefined, headers: new Map() };
    let body: ServerAnswer["body"];
    try {
      const { errors, ...rest } = await run({ ...known, variables, context });
      const formatted = errors ? formatErrors(errors, report) : undefined;
      head.status = formatted?.status;
      body = formatted ? { ...rest, errors: formatted.errors } : rest;
    } catch (error) {
      const formatted = formatErrors([error], report);
      head.status = formatted.status ?? 500;
      body = { errors: formatted.errors };
    }
    const extensions = finished({ context, result: body, head });
    return { body: extensions ? { ...body, extensions } : body, ...head };
  };

  const answerKnown = async (
    known: KnownDocument,
    parameters: GraphQLParameters,
    { context, waiters }: { readonly context: GatewayContext; readonly waiters: Waiters },
  ): Promise<ServerAnswer> => {
    const startedAt = performance.now();
    const asked = { known, variables: parameters.variables, context };
    const execute = async (): Promise<ServerAnswer> =>
      introspections.find(asked) ?? introspections.keep(asked, await runKnown(known, parameters, context));
    // An answer in parts is told to one client, as it comes.
    const { answer: coming, joined } =
      isQuery(known.document) && !context.parts
        ? sharing.run({ key: sharingKey(known, parameters, context), asOf: context.asOf.getTime(), waiters }, execute)
        : { answer: execute(), joined: false };
    const answer = await coming;
    const operationName = operationOf(known.document)?.name?.value;
    observe(options, { startedAt, operationName, context, result: answer.body, joined });
    return answer;
  };

  const executeFirst: GraphQLServer["execute"] = async (parameters, context, waiters) => {
    const byHash = parameters.extensions !== undefined && "persistedQuery" in parameters.extensions;
    const known = byHash ? undefined : documents.find(parameters.query);
    if (known) return answerKnown(known, parameters, { context, waiters });
    const { body, http } = await server.executeOperation({ ...parameters }, { contextValue: context });
    return {
      body: body.kind === "single" ? body.singleResult : body.initialResult,
      status: http.status,
      headers: http.headers,
    };
  };

  return {
    start: () => server.start(),
    known: documents.find,
    async execute(parameters, context, waiters) {
      const startedAt = performance.now();
      const first = await executeFirst(parameters, context, waiters);
      const asked = documents.find(parameters.query);
      if (asked) options.use.asked(asked, context, first.body.errors !== undefined);
      const later = context.parts?.later;
      if (!later) return first;
      const operationName = asked && operationOf(asked.document)?.name?.value;
      const told = { options, startedAt, context: context.parts?.context ?? context, operationName, first: first.body };
      return { ...first, later: toldLater(later, told) };
    },
    stop: () => server.stop(),
  };
};

const isQuery = (document: DocumentNode): boolean => operationOf(document)?.operation === OperationTypeNode.QUERY;

const createApolloServer = (
  options: GraphQLServerOptions,
  run: (execution: Execution) => Promise<ClientAnswer>,
  documents: KnownDocuments,
): ApolloServer<GatewayContext> =>
  new ApolloServer<GatewayContext>({
    gateway: asApolloGateway(options.generations, run, documents),
    introspection: options.introspection,
    // It sees a document once: what it found valid is kept among the known ones.
    documentStore: null,
    // A document sent by its hash would pass the limits unmeasured.
    persistedQueries: false,
    validationRules: [DeferOnRootRule, DeferLabelRule],
    validationOptions: { maxErrors: DOCUMENT_LIMITS.faults },
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    apollo: {},
    formatError: (formatted, error) => toFormattedError(formatted, error, options.report),
    // The default page loads scripts from another host (decision D11).
    plugins: [ApolloServerPluginLandingPageDisabled(), observing(options)],
  });

/** The generations as Apollo Server sees a gateway. */
const asApolloGateway = (
  generations: ServedGenerations,
  run: (execution: Execution) => Promise<ClientAnswer>,
  documents: KnownDocuments,
): GatewayInterface => {
  let announce: Parameters<NonNullable<GatewayInterface["onSchemaLoadOrUpdate"]>>[0] | undefined;
  return {
    onSchemaLoadOrUpdate(callback) {
      announce = callback;
      return () => {
        announce = undefined;
      };
    },
    async load() {
      generations.onUse(({ schema }) => announce?.({ apiSchema: schema, coreSupergraphSdl: "" }));
      return {
        executor: async ({ document, request, schema, context }) => {
          const generation = generations.ofSchema(schema);
          const validated = { document, queryHash: hashOf(document), generation };
          documents.keep(request.query!, validated);
          return (await run({
            ...validated,
            variables: request.variables ?? {},
            context: context as unknown as GatewayContext,
          })) as never;
        },
      };
    },
    stop: () => generations.stop(),
  };
};

/** Observes what Apollo Server answers. */
const observing = (options: ObserveOptions): ApolloServerPlugin<GatewayContext> => ({
  requestDidStart: async () => {
    const startedAt = performance.now();
    return {
      willSendResponse: async ({ contextValue: context, response, operationName }) => {
        const result = response.body.kind === "single" ? response.body.singleResult : response.body.initialResult;
        const extensions = finished({ context, result, head: response.http });
        if (extensions) result.extensions = extensions;
        observe(options, { startedAt, operationName, context, result });
      },
    };
  },
});
