/** Answers a client that reads events: a subscription for as long as it lasts, everything else once. */
import type { ServerResponse } from "node:http";
import { ANONYMOUS, readBearer, tokenEnd } from "../../platform/auth/index.js";
import { EventStream } from "../live/event-stream.js";
import { liveQueryOf, subscribes, type LiveQuery } from "../live/live-query.js";
import { Waiters } from "../waiters.js";
import { languageOf } from "./access.js";
import { checkLimits, checkSource, limitClassOf } from "./check-limits.js";
import { clientOf } from "./client-of.js";
import type { Door, GraphQLRouteOptions } from "./door.js";
import { headerOf, type GatewayRequest } from "./http-request.js";
import { checkOperationOfMethod, type GraphQLParameters } from "./parameters.js";
import type { ChargedAnswer } from "./rate-limit.js";
import { contextOf, waitersOf } from "./request-context.js";
import type { ServerAnswer } from "./server-answer.js";
import type { TakeTurn } from "./turns.js";

/** Header by which a client says what it had last (HTML Standard, section 9.2.4). */
const LAST_EVENT_HEADER = "last-event-id";

/** What is asked. */
export interface EventsAsked {
  readonly request: GatewayRequest;
  readonly response: ServerResponse;
  readonly parameters: GraphQLParameters;
  readonly door: Door;
}

/** What it is answered with. */
export type EventsOptions = GraphQLRouteOptions & { readonly takeTurn: TakeTurn };

/** Answers; what it refuses before anything is written it throws. */
export const streamEvents = async (asked: EventsAsked, options: EventsOptions): Promise<void> => {
  const { request, parameters, door } = asked;
  const document = checkSource(parameters.query, limitClassOf(request, parameters), options.introspection);
  if (!document || !subscribes(document)) return answerOnce(asked, options);
  checkOperationOfMethod(request.method ?? "", "subscription");
  const live = liveQueryOf(door.schema(), document, parameters.variables);
  if ("refused" in live) return answerOnce({ ...asked, parameters: { ...parameters, query: live.refused } }, options);
  await subscribe(live, asked, options);
};

/** Executions of one query of one client. */
interface Asking {
  /** Takes its cost. Throws RATE_LIMITED. */
  charge(answer: ChargedAnswer): Promise<unknown>;
  /** As of now; ends early where those who wait have left. */
  execute(waiters: Waiters): Promise<ServerAnswer>;
}

/** Throws what `checkLimits` throws. */
const createAsking = ({ request, parameters, door }: EventsAsked, options: EventsOptions): Asking => {
  const cost = checkLimits(request, parameters, { ...door, introspection: options.introspection, reads: "events" });
  request.charged = true;
  return {
    charge: (answer) => options.rate.charge(request, answer, cost.weighted),
    async execute(waiters) {
      const { contract } = door;
      const context = contextOf({ request, parameters, cost, gone: waiters.gone, contract, inParts: false }, options);
      await options.takeTurn(context.client);
      return door.server.execute(parameters, context, waiters);
    },
  };
};

const answerOnce = async (asked: EventsAsked, options: EventsOptions): Promise<void> => {
  const { request, response } = asked;
  const asking = createAsking(asked, options);
  await asking.charge(response);
  const answer = await asking.execute(waitersOf(response));
  const stream = new EventStream(response, languageOf(headerOf(request, "accept-language")));
  await stream.next(answer);
  stream.complete();
};

/** What has been sent takes no more headers. */
const SENT: ChargedAnswer = { setHeader: () => undefined };

const subscribe = async (live: LiveQuery, asked: EventsAsked, options: EventsOptions): Promise<void> => {
  const { request, response, parameters } = asked;
  const { viewer = ANONYMOUS } = request;
  const asking = createAsking({ ...asked, parameters: { ...parameters, query: live.query } }, options);
  await asking.charge(response);
  let isPaid = true;
  let waiting: Waiters | undefined;
  response.once("close", () => waiting?.leave());
  const token = readBearer(request.headersDistinct["authorization"]);
  await options.live.open({
    live,
    response,
    language: languageOf(headerOf(request, "accept-language")),
    client: clientOf(viewer, request.address),
    lastEventId: headerOf(request, LAST_EVENT_HEADER),
    endsAt: token === undefined ? undefined : tokenEnd(token, Date.now()),
    async execute() {
      if (!isPaid) await options.apps.admit(viewer);
      if (!isPaid) await asking.charge(SENT);
      isPaid = false;
      waiting = new Waiters();
      try {
        return await asking.execute(waiting);
      } finally {
        waiting = undefined;
      }
    },
  });
};
