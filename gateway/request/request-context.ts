/** The context of a request: who asks, when, and until when somebody waits. */
import type { ServerResponse } from "node:http";
import { ANONYMOUS, type Viewer } from "../../platform/auth/index.js";
import type { AgreementBook } from "../../platform/disclosure/decision/index.js";
import { localDateOf } from "../../platform/domain/index.js";
import type { Clock } from "../clock.js";
import type { GatewayContext } from "../context.js";
import { Waiters, type Gone } from "../waiters.js";
import { IDEMPOTENCY_HEADER, keyOfHeader } from "../document/idempotency-key.js";
import { COST_HEADER, showsCost } from "../document/cost-limits.js";
import type { DocumentCost } from "../document/cost.js";
import { ACCESS_HEADER, accessModeOf, languageOf } from "./access.js";
import { clientOf } from "./client-of.js";
import { headerOf, type GatewayRequest } from "./http-request.js";
import { takesEvents, takesParts } from "./media-type.js";
import type { PaidCost } from "./rate-limit.js";
import type { GraphQLParameters } from "./parameters.js";
import { RECEIPT_HEADER, wantsReceipt } from "./receipts.js";

/** What it is made with. */
export interface ContextOptions {
  readonly clock: Clock;
  /** Longest time of a whole request, in milliseconds. */
  readonly requestDeadlineMs: number;
  readonly agreements: AgreementBook;
}

/** What it is made from. */
export interface ContextSource {
  readonly request: GatewayRequest;
  /** As whom the services are asked. @default who asks */
  readonly reader?: Viewer;
  readonly parameters: GraphQLParameters;
  readonly cost: DocumentCost;
  /** What it took of the client's bucket. */
  readonly paid?: PaidCost | undefined;
  readonly gone: Gone;
  /** Name of the contract. @default the whole graph */
  readonly contract?: string | undefined;
  /** Whether a client that takes parts is given them. */
  readonly inParts: boolean;
}

/** Who waits leaves where the connection ends before the answer does. */
export const waitersOf = (response: ServerResponse): Waiters => {
  const waiters = new Waiters();
  response.once("close", () => {
    if (!response.writableEnded) waiters.leave();
  });
  return waiters;
};

/** Makes it, as of now. */
export const contextOf = (
  { request, reader, parameters, cost, paid, gone, contract, inParts }: ContextSource,
  options: ContextOptions,
): GatewayContext => {
  const asOf = options.clock();
  const today = localDateOf(asOf);
  const { viewer: arrived = ANONYMOUS, asker = arrived } = request;
  const viewer = reader ?? arrived;
  const isReceipted = wantsReceipt(headerOf(request, RECEIPT_HEADER));
  const idempotencyKey = keyOfHeader(headerOf(request, IDEMPOTENCY_HEADER));
  return {
    // What a token says of agreements is nothing to go by: they are what the files say, on the request's day.
    viewer: { ...viewer, agreements: options.agreements.held(viewer, today) },
    ...(asker === viewer ? {} : { asker }),
    client: clientOf(asker, request.address),
    asOf,
    today,
    ...request.trace!,
    gone,
    deadlineAt: Date.now() + options.requestDeadlineMs,
    language: languageOf(headerOf(request, "accept-language")),
    // Role, division, purpose and the like come from the token alone (threat C10).
    access: accessModeOf(headerOf(request, ACCESS_HEADER)),
    cost,
    ...(paid === undefined ? {} : { paid }),
    // Most clients that take parts ask for none: their answers are shared as all others. What has a receipt comes whole.
    ...(inParts && parameters.query.includes("defer") && !isReceipted && takesParts(request) && !takesEvents(request)
      ? { parts: {} }
      : {}),
    showsCost: showsCost(headerOf(request, COST_HEADER)),
    ...(isReceipted ? { wantsReceipt: true } : {}),
    ...(contract === undefined ? {} : { contract }),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    subgraphRequests: 0,
    sharedSubgraphRequests: 0,
  };
};

/** A context of what anybody may keep: headers of the request that choose how an answer is told choose nothing of it. */
export const toldToAll = ({ parts: _parts, ...context }: GatewayContext): GatewayContext => ({
  ...context,
  access: "enforce",
  showsCost: false,
});
