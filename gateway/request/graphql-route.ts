/** The route of GraphQL, at /graphql and at each contract: who asks, in which mode, with which parameters; then limits, GraphQL, and the answer as HTTP. */
import type { ServerResponse } from "node:http";
import { COST_HEADER, showsCost } from "../document/cost-limits.js";
import { ACCESS_HEADER, accessModeOf } from "./access.js";
import { takeTurn, type AskGraph } from "./ask-graph.js";
import { readJsonBody } from "./body.js";
import type { Door, GraphQLRouteOptions } from "./door.js";
import { whenArrived } from "./identify.js";
import { headerOf, type GatewayRequest } from "./http-request.js";
import { mediaTypeOf, takesEvents } from "./media-type.js";
import { LOOKUP_COST } from "./named-document.js";
import { checkMethod, readParameters } from "./parameters.js";
import { checkReceipted, RECEIPT_HEADER, wantsReceipt } from "./receipts.js";
import { sendAnswer, statusOf } from "./send-answer.js";
import { sendParts } from "./send-parts.js";
import { streamEvents } from "./stream-events.js";

/** Answers a request for the graph behind a door; what it refuses it throws, and so does `open` where there is none. */
export type GraphQLRoute = (
  request: GatewayRequest,
  response: ServerResponse,
  open: () => Door | Promise<Door>,
) => Promise<void>;

/** Creates the route. */
export const createGraphQLRoute =
  (options: GraphQLRouteOptions & { readonly ask: AskGraph }): GraphQLRoute =>
  (request, response, open) =>
    whenArrived(request, response, options, async () => {
      await options.knowFeedReader(request);
      checkRequest(request, options);
      const body = await readJsonBody(request);
      await execute(request, response, { body, door: await open() }, options);
    });

/** What needs no body to be refused. */
const checkRequest = (request: GatewayRequest, { receipts }: GraphQLRouteOptions): void => {
  accessModeOf(headerOf(request, ACCESS_HEADER));
  showsCost(headerOf(request, COST_HEADER));
  if (wantsReceipt(headerOf(request, RECEIPT_HEADER))) checkReceipted(request, receipts);
  checkMethod(request);
  if (!takesEvents(request)) mediaTypeOf(request);
};

const execute = async (
  request: GatewayRequest,
  response: ServerResponse,
  asked: { readonly body: unknown; readonly door: Door },
  { ask, ...options }: GraphQLRouteOptions & { readonly ask: AskGraph },
): Promise<void> => {
  const { door } = asked;
  const parameters = await options.findDocument(readParameters(request, asked.body), request.viewer, async () => {
    await options.rate.charge(request, response, LOOKUP_COST);
  });
  if (takesEvents(request)) return streamEvents({ request, response, parameters, door }, { ...options, takeTurn });
  const mediaType = mediaTypeOf(request);
  const { answer, context, maxAge } = await ask({ request, response, parameters, door, inParts: true });
  const { body, encoded, status, headers, later } = answer;
  if (later) return sendParts(response, { body, status: status ?? 200, headers, later }, context);
  sendAnswer(
    response,
    {
      ...{ body, encoded, status: statusOf(status, "data" in body, mediaType), headers: Object.fromEntries(headers) },
      maxAge,
    },
    { mediaType, language: context.language },
  );
};
