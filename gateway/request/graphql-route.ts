/** The route of GraphQL, at /graphql and at each contract: who asks, in which mode, with which parameters; then limits, GraphQL, and the answer as HTTP. */
import type { ServerResponse } from "node:http";
import { Kind, type DocumentNode } from "graphql";
import { ANONYMOUS, type TokenVerifier } from "../../platform/auth/index.js";
import type { AgreementBook } from "../../platform/disclosure/decision/index.js";
import { localDateOf } from "../../platform/domain/index.js";
import { ServiceError } from "../../platform/errors/index.js";
import type { Clock } from "../clock.js";
import type { GatewayContext } from "../context.js";
import { Waiters, type Gone } from "../waiters.js";
import { IDEMPOTENCY_HEADER, keyOfHeader } from "../document/idempotency-key.js";
import { checkCost, COST_HEADER, showsCost } from "../document/cost-limits.js";
import { measureCost, NO_COST, type CostModel, type DocumentCost } from "../document/cost.js";
import { checkDocument, checkVariables } from "../document/document-limits.js";
import { ACCESS_HEADER, accessModeOf, languageOf } from "./access.js";
import { readJsonBody } from "./body.js";
import { clientOf } from "./client-of.js";
import type { GraphQLServer } from "./graphql-server.js";
import { identify } from "./identify.js";
import { addressOf, headerOf, type GatewayRequest } from "./http-request.js";
import type { LimitClass } from "./known-documents.js";
import { mediaTypeOf, takesParts } from "./media-type.js";
import { checkMethod, checkOperationOfMethod, readParameters, type GraphQLParameters } from "./parameters.js";
import type { RateLimit } from "./rate-limit.js";
import { sendAnswer, statusOf } from "./send-answer.js";
import { sendParts } from "./send-parts.js";
import { createTurns } from "./turns.js";

/** What the route is made from. */
export interface GraphQLRouteOptions {
  readonly verifier: TokenVerifier;
  readonly clock: Clock;
  /** Longest time of a whole request, in milliseconds. */
  readonly requestDeadlineMs: number;
  readonly introspection: boolean;
  readonly rate: RateLimit;
  readonly agreements: AgreementBook;
  /** How many proxies stand before the gateway: the client's address is what the outermost of them says. */
  readonly trustedProxies: number;
}

/** What is asked through a path: the whole graph, or a contract of it. */
export interface Door {
  /** Name of the contract. @default the whole graph */
  readonly contract?: string;
  readonly server: GraphQLServer;
  /** What documents cost in the generation in use. */
  readonly costs: () => CostModel;
}

/** Answers a request for the graph behind a door; what it refuses it throws, and so does `open` where there is none. */
export type GraphQLRoute = (
  request: GatewayRequest,
  response: ServerResponse,
  open: () => Door | Promise<Door>,
) => Promise<void>;

/** Creates the route. */
export const createGraphQLRoute =
  (options: GraphQLRouteOptions): GraphQLRoute =>
  async (request, response, open) => {
    request.address = addressOf(request, options.trustedProxies);
    try {
      request.viewer = await identify(request, options.verifier);
      checkRequest(request);
      const body = await readJsonBody(request);
      await execute(request, response, { body, door: await open() }, options);
    } catch (refusal) {
      // A request that is refused before it costs anything is charged the least.
      if (!request.charged) await options.rate.charge(request, response, 1);
      throw refusal;
    }
  };

/** What needs no body to be refused. */
const checkRequest = (request: GatewayRequest): void => {
  accessModeOf(headerOf(request, ACCESS_HEADER));
  showsCost(headerOf(request, COST_HEADER));
  checkMethod(request);
  mediaTypeOf(request);
};

const takeTurn = createTurns();

const execute = async (
  request: GatewayRequest,
  response: ServerResponse,
  asked: { readonly body: unknown; readonly door: Door },
  options: GraphQLRouteOptions,
): Promise<void> => {
  const { door } = asked;
  const mediaType = mediaTypeOf(request);
  const parameters = readParameters(request, asked.body);
  const cost = checkLimits(request, parameters, { ...door, introspection: options.introspection });
  request.charged = true;
  await options.rate.charge(request, response, cost.weighted);
  const waiters = waitersOf(response);
  const context = contextOf({ request, parameters, cost, gone: waiters.gone, door }, options);
  await takeTurn(context.client);
  const { body, encoded, status, headers, later } = await door.server.execute(parameters, context, waiters);
  if (later) return sendParts(response, { body, status: status ?? 200, headers, later }, context);
  sendAnswer(
    response,
    { body, encoded, status: statusOf(status, "data" in body, mediaType), headers: Object.fromEntries(headers) },
    { mediaType, language: context.language },
  );
};

/** Refuses documents and variables beyond the limits before anything is validated or planned; returns what the document costs. */
const checkLimits = (
  request: GatewayRequest,
  { query, variables, operationName }: GraphQLParameters,
  { introspection, costs, server }: Door & Pick<GraphQLRouteOptions, "introspection">,
): DocumentCost => {
  const viewer = (request.viewer ?? ANONYMOUS).kind === "anonymous" ? "anonymous" : "signedIn";
  const known = server.known(query);
  const document = known?.within.has(viewer) ? known.document : checkSource(query, viewer, introspection);
  known?.within.add(viewer);
  if (document) {
    checkOperationName(document, operationName);
    for (const definition of document.definitions)
      if (definition.kind === Kind.OPERATION_DEFINITION)
        checkOperationOfMethod(request.method ?? "", definition.operation);
  }
  checkVariables(variables);
  const cost = document ? measureCost(document, variables, costs()) : NO_COST;
  checkCost(cost, viewer);
  return cost;
};

/** Syntax errors are left to GraphQL, which says where they are. */
const checkSource = (source: string, viewer: LimitClass, introspection: boolean): DocumentNode | undefined => {
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

/** Who waits leaves where the connection ends before the answer does. */
const waitersOf = (response: ServerResponse): Waiters => {
  const waiters = new Waiters();
  response.once("close", () => {
    if (!response.writableEnded) waiters.leave();
  });
  return waiters;
};

const contextOf = (
  {
    request,
    parameters,
    cost,
    gone,
    door: { contract },
  }: { request: GatewayRequest; parameters: GraphQLParameters; cost: DocumentCost; gone: Gone; door: Door },
  options: GraphQLRouteOptions,
): GatewayContext => {
  const asOf = options.clock();
  const today = localDateOf(asOf);
  const viewer = request.viewer ?? ANONYMOUS;
  const idempotencyKey = keyOfHeader(headerOf(request, IDEMPOTENCY_HEADER));
  return {
    // What a token says of agreements is nothing to go by: they are what the files say, on the request's day.
    viewer: { ...viewer, agreements: options.agreements.held(viewer, today) },
    client: clientOf(viewer, request.address),
    asOf,
    today,
    ...request.trace!,
    gone,
    deadlineAt: Date.now() + options.requestDeadlineMs,
    language: languageOf(headerOf(request, "accept-language")),
    // Role, division, purpose and the like come from the token alone (threat C10).
    access: accessModeOf(headerOf(request, ACCESS_HEADER)),
    cost,
    // Most clients that take parts ask for none: their answers are shared as all others.
    ...(parameters.query.includes("defer") && takesParts(request) ? { parts: {} } : {}),
    showsCost: showsCost(headerOf(request, COST_HEADER)),
    ...(contract === undefined ? {} : { contract }),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    subgraphRequests: 0,
    sharedSubgraphRequests: 0,
  };
};
