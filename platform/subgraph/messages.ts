/** A service's messages: the door at which others deliver, and the courier that delivers its own. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Knex } from "knex";
import type { ContextKeys } from "../auth/index.js";
import { ServiceError } from "../errors/index.js";
import { pathOf, readBody, sendJson } from "../http/index.js";
import { checkRoutes, createReceive, startCourier, type Pauses, type Receiver, type Routes } from "../outbox/index.js";
import type { Logger, Metrics } from "../telemetry/index.js";
import type { SubgraphDefinition } from "./definition.js";

/** Largest delivery, in bytes: a payload of 64 Ki characters, and what stands around it. */
const MOST_BYTES = 512 * 1024;

/** Where messages go and come from. */
export interface MessageOptions {
  /** The service's database, for the queue's own connections. */
  readonly databaseUrl: string;
  /** Its own private keys; none of a service that sends nothing. */
  readonly keys: ContextKeys;
  /** Who receives each of its topics. */
  readonly routes: Routes;
  readonly receivers: ReadonlyMap<string, Receiver>;
  /** Public keys of those from whom it receives. */
  readonly senders: ReadonlyMap<string, ContextKeys>;
  /** @default those of startCourier */
  readonly pauses?: Pauses;
}

/** Messages of a running service. */
export interface RunningMessages {
  /** Answers a delivery. Rejects as createReceive does. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
  stop(): Promise<void>;
}

/** What of a definition concerns messages. */
type Declared = Pick<SubgraphDefinition<never>, "name" | "sends" | "receives">;

/** Starts what the definition declares; without `messages` nothing, so that what it sends waits. Throws a sentence for a topic that nobody receives and for a sender without a key. */
export const startMessages = (
  { name, sends = [], receives = {} }: Declared,
  {
    messages,
    db,
    metrics,
    log,
  }: {
    readonly messages?: MessageOptions;
    readonly db: Knex;
    readonly metrics: Metrics;
    readonly log: Logger;
  },
): RunningMessages => {
  if (!messages)
    return {
      answer: async (_request, response) => sendJson(response, 404, '{"errors":[]}'),
      stop: async () => undefined,
    };
  checkRoutes(name, sends, messages.routes);
  const receive = createReceive({ receiver: name, db, receives, senders: messages.senders });
  const courier = sends.length > 0 ? startCourier({ sender: name, db, metrics, log, ...messages }) : undefined;
  return {
    async answer(request, response) {
      const body = await readBody(request, MOST_BYTES);
      const { method = "", url = "", headers } = request;
      if (pathOf(request) !== url) throw new ServiceError("NOT_FOUND");
      const answer = await receive({ method, path: url, headers, body });
      sendJson(response, answer.status, JSON.stringify(answer.body));
    },
    stop: async () => courier?.stop(),
  };
};
