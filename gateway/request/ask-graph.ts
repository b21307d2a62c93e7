/** What every door does with a document that it found: within the limits, paid for, executed; the same at GraphQL, REST and tools. */
import type { ServerResponse } from "node:http";
import { ANONYMOUS } from "../../platform/auth/index.js";
import type { GatewayContext } from "../context.js";
import { checkLimits } from "./check-limits.js";
import { deprecationOf } from "./deprecation.js";
import type { Door, GraphQLRouteOptions } from "./door.js";
import { headerOf, type GatewayRequest } from "./http-request.js";
import type { GraphQLParameters } from "./parameters.js";
import { maxAgeOf } from "./public-caching.js";
import { checkReceipted, RECEIPT_COST, RECEIPT_HEADER, wantsReceipt } from "./receipts.js";
import { contextOf, toldToAll, waitersOf } from "./request-context.js";
import type { ServerAnswer } from "./server-answer.js";
import { createTurns } from "./turns.js";

/** What is asked, by which request, and where it is answered. */
export interface Asking {
  readonly request: GatewayRequest;
  readonly response: ServerResponse;
  /** With the text of the document. */
  readonly parameters: GraphQLParameters;
  readonly door: Door;
  /** Whether a client that takes an answer in parts is given one. */
  readonly inParts: boolean;
  /** True of what anybody may keep: the services are asked as nobody, whoever asks. @default false */
  readonly forAll?: boolean;
}

/** What came of it. */
export interface GraphAnswer {
  readonly answer: ServerAnswer;
  readonly context: GatewayContext;
  /** Seconds for which anybody may keep it; undefined for not at all. */
  readonly maxAge: number | undefined;
}

/** Asks the graph; what is left of the client's bucket and what is deprecated stands in the headers of the response. Throws what limits and rate refuse. */
export type AskGraph = (asking: Asking) => Promise<GraphAnswer>;

/** Turns of all requests of the process. */
export const takeTurn = createTurns();

/** Creates it. */
export const createAskGraph =
  (options: GraphQLRouteOptions): AskGraph =>
  async ({ request, response, parameters, door, inParts, forAll = false }) => {
    const isReceipted = wantsReceipt(headerOf(request, RECEIPT_HEADER));
    if (isReceipted) checkReceipted(request, options.receipts);
    const cost = checkLimits(request, parameters, { ...door, introspection: options.introspection });
    request.charged = true;
    const paid = await options.rate.charge(request, response, cost.weighted + (isReceipted ? RECEIPT_COST : 0));
    const waiters = waitersOf(response);
    const { gone } = waiters;
    const source = { request, parameters, cost, paid, gone, contract: door.contract, inParts };
    const context = forAll
      ? toldToAll(contextOf({ ...source, reader: ANONYMOUS }, options))
      : contextOf(source, options);
    await takeTurn(context.client);
    // That by which it is executed: another graph may be in use when the answer is there.
    const asked = door.server.known(parameters.query);
    const executed = await door.server.execute(parameters, context, waiters);
    const known = door.server.known(parameters.query);
    const answer = context.wantsReceipt
      ? await options.receipts!.add(executed, { parameters, context, known: asked ?? known })
      : executed;
    for (const [name, value] of Object.entries(known ? deprecationOf(known.document, door.schema()) : {}))
      response.setHeader(name, value);
    const failed = answer.body.errors !== undefined;
    return { answer, context, maxAge: maxAgeOf({ request, parameters, context, door, failed }) };
  };
