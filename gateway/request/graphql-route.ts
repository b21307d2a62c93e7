/** The route /graphql: who asks, in which mode, with which parameters; then limits, GraphQL, and the answer as HTTP. */
import { setMaxListeners } from "node:events";
import type { ApolloServer } from "@apollo/server";
import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from "express";
import { Kind, type DocumentNode } from "graphql";
import { ANONYMOUS, readBearer, type TokenVerifier, type Viewer } from "../../platform/auth/index.js";
import type { AgreementBook } from "../../platform/disclosure/decision/index.js";
import { localDateOf } from "../../platform/domain/index.js";
import { ServiceError } from "../../platform/errors/index.js";
import type { Clock } from "../clock.js";
import type { GatewayContext } from "../context.js";
import { ACCESS_HEADER, accessModeOf, languageOf } from "./access.js";
import { measureCost, NO_COST, type CostModel, type DocumentCost } from "../document/cost.js";
import { checkCost, COST_HEADER, showsCost } from "../document/cost-limits.js";
import { jsonBody } from "./body.js";
import { checkDocument, checkVariables } from "../document/document-limits.js";
import { mediaTypeOf } from "./media-type.js";
import { checkMethod, checkOperationOfMethod, readParameters, type GraphQLParameters } from "./parameters.js";
import { clientOf } from "./client-of.js";
import type { RateLimit } from "./rate-limit.js";
import { sendAnswer, statusOf } from "./send-answer.js";
import type { RequestTrace } from "./trace.js";
import { createTurns } from "./turns.js";

/** What the route is made from. */
export interface GraphQLRouteOptions {
  readonly server: ApolloServer<GatewayContext>;
  readonly verifier: TokenVerifier;
  readonly clock: Clock;
  /** Longest time of a whole request, in milliseconds. */
  readonly requestDeadlineMs: number;
  readonly introspection: boolean;
  /** What documents cost in the generation in use. */
  readonly costs: () => CostModel;
  readonly rate: RateLimit;
  readonly agreements: AgreementBook;
}

/** A request that was given its names. */
export type TracedRequest = Request & { trace?: RequestTrace; viewer?: Viewer; charged?: boolean };

/** Creates the route; what it refuses it throws. */
export const createGraphQLRoute = (options: GraphQLRouteOptions): Router => {
  const router = express.Router();
  router.use(identify(options.verifier), checkRequest, jsonBody, answer(options), chargeRefused(options.rate));
  return router;
};

/** A request that is refused before it costs anything is charged the least. */
const chargeRefused =
  (rate: RateLimit): ErrorRequestHandler =>
  (refusal: unknown, request: TracedRequest, response, next) => {
    if (request.charged) return next(refusal);
    rate.charge(request, response, 1).then(() => next(refusal), next);
  };

/** No token is anonymous, a good token is its viewer, a bad one is refused. */
const identify =
  (verifier: TokenVerifier): RequestHandler =>
  (request: TracedRequest, _response, next) => {
    const read = async (): Promise<Viewer> => {
      const token = readBearer(request.headersDistinct["authorization"]);
      return token === undefined ? ANONYMOUS : verifier.verify(token);
    };
    read().then((viewer) => {
      request.viewer = viewer;
      next();
    }, next);
  };

/** What needs no body to be refused. */
const checkRequest: RequestHandler = (request, _response, next) => {
  accessModeOf(request.header(ACCESS_HEADER));
  showsCost(request.header(COST_HEADER));
  checkMethod(request);
  mediaTypeOf(request);
  next();
};

const takeTurn = createTurns();

const answer =
  (options: GraphQLRouteOptions): RequestHandler =>
  (request: TracedRequest, response, next) => {
    execute(request, response, options).catch(next);
  };

const execute = async (request: TracedRequest, response: Response, options: GraphQLRouteOptions): Promise<void> => {
  const mediaType = mediaTypeOf(request);
  const parameters = readParameters(request);
  const cost = checkLimits(request, parameters, options);
  request.charged = true;
  await options.rate.charge(request, response, cost.weighted);
  const context = contextOf({ request, response, cost }, options);
  await takeTurn(context.client);
  const { body, http } = await options.server.executeOperation({ ...parameters }, { contextValue: context });
  const answered = body.kind === "single" ? body.singleResult : body.initialResult;
  sendAnswer(
    response,
    {
      body: answered,
      status: statusOf(http.status, "data" in answered, mediaType),
      headers: Object.fromEntries(http.headers),
    },
    { mediaType, language: context.language },
  );
};

/** Refuses documents and variables beyond the limits before anything is validated or planned; returns what the document costs. */
const checkLimits = (
  request: TracedRequest,
  { query, variables, operationName }: GraphQLParameters,
  { introspection, costs }: GraphQLRouteOptions,
): DocumentCost => {
  const viewer = (request.viewer ?? ANONYMOUS).kind === "anonymous" ? "anonymous" : "signedIn";
  const document = checkSource(query, viewer, introspection);
  if (document) {
    checkOperationName(document, operationName);
    for (const definition of document.definitions)
      if (definition.kind === Kind.OPERATION_DEFINITION) checkOperationOfMethod(request.method, definition.operation);
  }
  checkVariables(variables);
  const cost = document ? measureCost(document, variables, costs()) : NO_COST;
  checkCost(cost, viewer);
  return cost;
};

/** Syntax errors are left to GraphQL, which says where they are. */
const checkSource = (
  source: string,
  viewer: "anonymous" | "signedIn",
  introspection: boolean,
): DocumentNode | undefined => {
  try {
    return checkDocument(source, viewer, { introspection });
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    return undefined;
  }
};

/** A document holds one operation; a name that is not its own is a mistake of the client. */
const checkOperationName = (document: DocumentNode, operationName: string | undefined): void => {
  if (operationName === undefined) return;
  const known = document.definitions.some(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION && definition.name?.value === operationName,
  );
  if (!known)
    throw new ServiceError("BAD_USER_INPUT", "The document has no operation of that name.", {
      reason: "OPERATION_NAME",
    });
};

/** Aborted where the connection ends before the answer does. */
const goneSignal = (response: Response): AbortSignal => {
  const controller = new AbortController();
  // Every request to a service listens, and waits in lines: a large document has more of them than Node.js takes for a leak.
  setMaxListeners(0, controller.signal);
  response.once("close", () => {
    if (!response.writableEnded) controller.abort();
  });
  return controller.signal;
};

const contextOf = (
  { request, response, cost }: { request: TracedRequest; response: Response; cost: DocumentCost },
  options: GraphQLRouteOptions,
): GatewayContext => {
  const asOf = options.clock();
  const viewer = request.viewer ?? ANONYMOUS;
  return {
    // What a token says of agreements is nothing to go by: they are what the files say, on the request's day.
    viewer: { ...viewer, agreements: options.agreements.held(viewer, localDateOf(asOf)) },
    client: clientOf(viewer, request.ip),
    asOf,
    ...request.trace!,
    gone: goneSignal(response),
    deadlineAt: Date.now() + options.requestDeadlineMs,
    language: languageOf(request.header("accept-language")),
    // Role, division, purpose and the like come from the token alone (threat C10).
    access: accessModeOf(request.header(ACCESS_HEADER)),
    cost,
    showsCost: showsCost(request.header(COST_HEADER)),
    subgraphRequests: 0,
  };
};
