/** Executes requests over the generations. A document that Apollo Server found valid once is executed at once from then on, and its answer shared. */
import type { GraphQLRequest } from "@apollo/server";
import { OperationTypeNode, type DocumentNode } from "graphql";
import { formatErrors } from "../../platform/errors/index.js";
import type { GatewayContext } from "../context.js";
import { createDisclosureLayer, type ClientAnswer } from "../disclosure/disclosure-layer.js";
import { CACHE_BYTES } from "../document/caches.js";
import { checkedRequest } from "../document/checked-request.js";
import { operationOf } from "../document/fragments.js";
import type { Sharing } from "../sharing.js";
import type { Use } from "../use/use.js";
import type { Waiters } from "../waiters.js";
import { toldLater } from "./told-later.js";
import { createIntrospectionAnswers } from "./introspection-answers.js";
import { createApolloServer, type ApolloServerOptions, type Execution } from "./apollo-server.js";
import { createKnownDocuments, type KnownDocument } from "./known-documents.js";
import { finished, observe, type AnswerHead } from "./observe-request.js";
import type { GraphQLParameters } from "./parameters.js";
import type { ServerAnswer } from "./server-answer.js";
import { sharingKey } from "./sharing-key.js";

/** What the server is made from. */
export interface GraphQLServerOptions extends ApolloServerOptions {
  readonly use: Use;
  /** Executions of all servers of the process: who asks one after a mutation of another sees its effect. */
  readonly sharing: Sharing<ServerAnswer>;
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

/** Creates the server. */
export const createGraphQLServer = (options: GraphQLServerOptions): GraphQLServer => {
  const { generations, report, sharing, cacheShare: share = 1 } = options;
  const layer = createDisclosureLayer(share);
  const documents = createKnownDocuments(generations.current, CACHE_BYTES.known * share);
  const introspections = createIntrospectionAnswers(CACHE_BYTES.introspection * share);
  if (options.introspection) generations.onUse((generation) => introspections.prepare(generation, documents));
  const run = async ({ document, queryHash, variables, generation, context }: Execution): Promise<ClientAnswer> => {
    const checked = checkedRequest(generation.schema, { document, variables, idempotencyKey: context.idempotencyKey });
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
    // An answer in parts is told to one client, as it comes; what is left in a bucket is told to its client; and a receipt says as of when.
    const { answer: coming, joined } =
      isQuery(known.document) && !context.parts && !context.showsCost && !context.showsPlan && !context.wantsReceipt
        ? sharing.run({ key: sharingKey(known, parameters, context), asOf: context.asOf.getTime(), waiters }, execute)
        : { answer: execute(), joined: false };
    const answer = await coming;
    const operationName = operationOf(known.document)?.name?.value;
    observe(options, { startedAt, operationName, context, result: answer.body, joined });
    return answer;
  };

  const executeFirst: GraphQLServer["execute"] = async (parameters, context, waiters) => {
    const known = documents.find(parameters.query);
    if (known) return answerKnown(known, parameters, { context, waiters });
    const { body, http } = await server.executeOperation(requestOf(parameters), { contextValue: context });
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
      if (asked)
        options.use.asked(asked, context, {
          failed: first.body.errors !== undefined,
          milliseconds: performance.now() - startedAt,
        });
      const later = context.parts?.later;
      if (!later) return first;
      const operationName = asked && operationOf(asked.document)?.name?.value;
      const told = { options, startedAt, context: context.parts?.context ?? context, operationName, first: first.body };
      return { ...first, later: toldLater(later, told) };
    },
    stop: () => server.stop(),
  };
};

/** As Apollo Server takes it. */
const requestOf = ({ query, variables, operationName, extensions }: GraphQLParameters): GraphQLRequest => ({
  query,
  ...(variables ? { variables: { ...variables } } : {}),
  ...(operationName === undefined ? {} : { operationName }),
  ...(extensions ? { extensions: { ...extensions } } : {}),
});

const isQuery = (document: DocumentNode): boolean => operationOf(document)?.operation === OperationTypeNode.QUERY;
