/** Messages between services that a test starts in its own process, on ports that are known when they listen. */
import { parseMessageKeys, parseSenders } from "../../../platform/auth/index.js";
import { registeredServices } from "../../../platform/config/index.js";
import { registeredRoutes, type Receiver } from "../../../platform/outbox/index.js";
import { messageKeysOf, type MessageOptions } from "../../../platform/subgraph/index.js";
import type { AnySubgraph } from "../../../schema/subgraph-definitions.js";

/** Gives each service its options; those that are started later are told of by `answersAt`. */
export interface CreateMessageOptions {
  (definition: AnySubgraph): MessageOptions;
  answersAt(name: string, url: string): void;
}

/** Options of services that share a gateway's key, each over its own database. */
export const createMessageOptions = (gatewayKey: string, urlOf: (service: string) => string): CreateMessageOptions => {
  const receivers = new Map<string, Receiver>();
  const optionsOf = (definition: AnySubgraph): MessageOptions => {
    const { name } = definition;
    const keys = messageKeysOf([definition], gatewayKey);
    const privateKeys = keys[`${name.toUpperCase()}_MESSAGE_KEYS`];
    return {
      databaseUrl: urlOf(name),
      keys: privateKeys === undefined ? new Map() : parseMessageKeys(privateKeys, name),
      routes: registeredRoutes(name),
      receivers,
      senders: parseSenders(keys[`${name.toUpperCase()}_SENDERS`] ?? "", registeredServices()),
      // What is sent wakes its job, and what fails is swept soon: a sweep of all in the midst of a test would be counted as its statement.
      pauses: { sweepMs: 600_000, firstMs: 50, longestMs: 200 },
    };
  };
  return Object.assign(optionsOf, {
    answersAt: (name: string, url: string) => void receivers.set(name, { name, url }),
  });
};
