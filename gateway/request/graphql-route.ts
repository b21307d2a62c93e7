/** The route of GraphQL, at /graphql and at each contract: who asks, in which mode, with which parameters; then limits, GraphQL, and the answer as HTTP. */
import type { ServerResponse } from "node:http";
import { COST_HEADER, showsCost } from "../document/cost-limits.js";
import { ACCESS_HEADER, accessModeOf } from "./access.js";
import { readJsonBody } from "./body.js";
import { checkLimits } from "./check-limits.js";
import type { Door, GraphQLRouteOptions } from "./door.js";
import { deprecationOf } from "./deprecation.js";
import { arrive } from "./identify.js";
import { addressOf, headerOf, type GatewayRequest } from "./http-request.js";
import { mediaTypeOf, takesEvents } from "./media-type.js";
import { LOOKUP_COST } from "./named-document.js";
import { checkMethod, readParameters } from "./parameters.js";
import { maxAgeOf } from "./public-caching.js";
import { checkReceipted, RECEIPT_COST, RECEIPT_HEADER, wantsReceipt } from "./receipts.js";
import { contextOf, waitersOf } from "./request-context.js";
import { sendAnswer, statusOf } from "./send-answer.js";
import { sendParts } from "./send-parts.js";
import { streamEvents } from "./stream-events.js";
import { createTurns } from "./turns.js";

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
      await arrive(request, options);
      checkRequest(request, options);
      const body = await readJsonBody(request);
      await execute(request, response, { body, door: await open() }, options);
    } catch (refusal) {
      // A request that is refused before it costs anything is charged the least.
      if (!request.charged) await options.rate.charge(request, response, 1);
      throw refusal;
    }
  };

/** What needs no body to be refused. */
const checkRequest = (request: GatewayRequest, { receipts }: GraphQLRouteOptions): void => {
  accessModeOf(headerOf(request, ACCESS_HEADER));
  showsCost(headerOf(request, COST_HEADER));
  if (wantsReceipt(headerOf(request, RECEIPT_HEADER))) checkReceipted(request, receipts);
  checkMethod(request);
  if (!takesEvents(request)) mediaTypeOf(request);
};

/** Turns of all requests of the process. */
const takeTurn = createTurns();

const execute = async (
  request: GatewayRequest,
  response: ServerResponse,
  asked: { readonly body: unknown; readonly door: Door },
  options: GraphQLRouteOptions,
): Promise<void> => {
  const { door } = asked;
  const parameters = await options.findDocument(readParameters(request, asked.body), request.viewer, async () => {
    await options.rate.charge(request, response, LOOKUP_COST);
  });
  if (takesEvents(request)) return streamEvents({ request, response, parameters, door }, { ...options, takeTurn });
  const mediaType = mediaTypeOf(request);
  const cost = checkLimits(request, parameters, { ...door, introspection: options.introspection });
  request.charged = true;
  const signing = wantsReceipt(headerOf(request, RECEIPT_HEADER)) ? RECEIPT_COST : 0;
  const paid = await options.rate.charge(request, response, cost.weighted + signing);
  const waiters = waitersOf(response);
  const context = contextOf({ request, parameters, cost, paid, gone: waiters.gone, contract: door.contract }, options);
  await takeTurn(context.client);
  const answer = await door.server.execute(parameters, context, waiters);
  const known = door.server.known(parameters.query);
  const { body, encoded, status, headers, later } = context.wantsReceipt
    ? await options.receipts!.add(answer, { parameters, context, known })
    : answer;
  for (const [name, value] of Object.entries(known ? deprecationOf(known.document, door.schema()) : {}))
    response.setHeader(name, value);
  if (later) return sendParts(response, { body, status: status ?? 200, headers, later }, context);
  sendAnswer(
    response,
    {
      ...{ body, encoded, status: statusOf(status, "data" in body, mediaType), headers: Object.fromEntries(headers) },
      maxAge: maxAgeOf({ request, parameters, context, door, failed: body.errors !== undefined }),
    },
    { mediaType, language: context.language },
  );
};
