/** Answers one part of a bulk export: what is asked is checked and charged as GraphQL is, page by page, and read as nobody. */
import type { ServerResponse } from "node:http";
import { ANONYMOUS } from "../../platform/auth/index.js";
import type { CursorCodec } from "../../platform/graphql/lists/index.js";
import { checkLimits } from "../request/check-limits.js";
import type { Door, GraphQLRouteOptions } from "../request/door.js";
import type { GatewayRequest } from "../request/http-request.js";
import { LOOKUP_COST } from "../request/named-document.js";
import type { GraphQLParameters } from "../request/parameters.js";
import { contextOf, toldToAll, waitersOf } from "../request/request-context.js";
import { createTurns } from "../request/turns.js";
import type { BulkInput } from "./bulk-input.js";
import { createBulkPlaces, type BulkAsked } from "./bulk-place.js";
import { AFTER_VARIABLE, readBulkQuery } from "./bulk-query.js";
import { makePart, PageFailure, type PartAsked } from "./make-part.js";
import { sendFailure, sendPart } from "./send-part.js";

/** What it is made from. */
export interface AnswerPartOptions extends GraphQLRouteOptions {
  readonly whole: Door;
  /** Seals where parts begin. */
  readonly cursors: CursorCodec;
}

/** Answers a part; what it refuses it throws. */
export type AnswerPart = (request: GatewayRequest, response: ServerResponse, input: BulkInput) => Promise<void>;

/** Turns of all exports of the process. */
const takeTurn = createTurns();

/** Creates it. */
export const createAnswerPart = (options: AnswerPartOptions): AnswerPart => {
  const { whole, rate } = options;
  const places = createBulkPlaces(options.cursors);
  return async (request, response, { parameters: given, format, place: text }) => {
    const found = await options.findDocument(given, request.viewer, async () => {
      await rate.charge(request, response, LOOKUP_COST);
    });
    checkLimits(request, found, { ...whole, introspection: false });
    const query = readBulkQuery(found.query, whole.schema());
    const asked: BulkAsked = { text: query.text, variables: found.variables ?? {}, format };
    const now = options.clock();
    const { asOf, after } = text === undefined ? { asOf: now } : places.read(asked, text, now);
    const parameters = { ...found, query: query.text };
    const askPage = createAskPage({ request, response, parameters, asOf }, options);
    try {
      const part = await makePart({ query, format, after, askPage });
      const next = part.after === undefined ? undefined : places.write(asked, { asOf, after: part.after });
      sendPart(response, part, { format, asOf, next });
    } catch (error) {
      if (!(error instanceof PageFailure)) throw error;
      sendFailure(request, response, error.answer);
    }
  };
};

interface Asked {
  readonly request: GatewayRequest;
  readonly response: ServerResponse;
  readonly parameters: GraphQLParameters;
  readonly asOf: Date;
}

/** Asks page after page; each is charged to who asks, and its rows are what everybody may read, whoever that is. */
const createAskPage = (
  { request, response, parameters, asOf }: Asked,
  options: AnswerPartOptions,
): PartAsked["askPage"] => {
  const { whole, rate } = options;
  const waiters = waitersOf(response);
  return async (after) => {
    const variables = { ...parameters.variables, ...(after === undefined ? {} : { [AFTER_VARIABLE]: after }) };
    const page = { ...parameters, variables };
    const cost = checkLimits(request, page, { ...whole, introspection: false });
    request.charged = true;
    const paid = await rate.charge(request, response, cost.weighted);
    const context = toldToAll(
      contextOf(
        { request, reader: ANONYMOUS, parameters: page, cost, paid, gone: waiters.gone, inParts: false },
        { ...options, clock: () => asOf },
      ),
    );
    await takeTurn(context.client);
    return whole.server.execute(page, context, waiters);
  };
};
