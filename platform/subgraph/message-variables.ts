/** Variables of a service that sends or receives messages: its own private key, addresses of receivers, public keys of senders. */
import { z } from "zod";
import { deriveMessageKeys, parseMessageKeys, parseSenders, printSenders } from "../auth/index.js";
import { localAddressOf, registeredServices, text, variable, type ConfigTable } from "../config/index.js";
import { registeredRoutes, sendersTo, type Receiver } from "../outbox/index.js";
import type { SubgraphDefinition } from "./definition.js";
import type { MessageOptions } from "./messages.js";

type Declared = Pick<SubgraphDefinition<never>, "name" | "sends" | "receives">;

/** Names of services that receive what this one sends. */
export const receiversOf = (name: string): readonly string[] => [
  ...new Set([...registeredRoutes(name).values()].flat()),
];

/** Receivers from `name=url,name=url`. Throws where one is malformed. */
const parseReceivers = (list: string): ReadonlyMap<string, Receiver> =>
  new Map(
    list
      .split(",")
      .filter(Boolean)
      .map((entry) => {
        const [, name, url] = /^([a-z][a-z0-9-]*)=(https?:\/\/.+)$/.exec(entry.trim()) ?? [];
        if (!name || !url) throw new Error("Receivers are name=url,name=url.");
        return [name, { name, url: new URL(url).href }];
      }),
  );

/** What the definition needs; nothing of a service without messages. */
export const messageVariables = ({ name, sends, receives }: Declared): ConfigTable => {
  const prefix = name.toUpperCase();
  return {
    ...(sends === undefined
      ? {}
      : {
          [`${prefix}_MESSAGE_KEYS`]: variable({
            doc: "Private keys `<service>-<id>:base64url` of this service's messages to others, printed by `npm run keys`; the first one signs.",
            schema: text,
            secret: true,
          }),
          [`${prefix}_RECEIVERS`]: variable({
            doc: "Services that its messages go to, name=url,name=url.",
            schema: z.string(),
            fallback: receiversOf(name)
              .map((receiver) => `${receiver}=${localAddressOf(receiver)}`)
              .join(","),
          }),
        }),
    ...(receives === undefined
      ? {}
      : {
          [`${prefix}_SENDERS`]: variable({
            doc: "Public keys `<service>-<id>:base64url` of the services whose messages it receives, printed by `npm run keys`; all verify.",
            schema: text,
          }),
        }),
  };
};

/** Keys of messages between these services by the variables that hold them, derived from the gateway's. Throws where those are malformed. */
export const messageKeysOf = (
  definitions: readonly Declared[],
  gatewayKeys: string,
): Readonly<Record<string, string>> => {
  const publicOf = (sender: string): string =>
    printSenders(parseMessageKeys(deriveMessageKeys(gatewayKeys, sender), sender));
  return Object.fromEntries(
    definitions.flatMap(({ name, sends, receives }) => {
      const prefix = name.toUpperCase();
      return [
        ...(sends === undefined ? [] : [[`${prefix}_MESSAGE_KEYS`, deriveMessageKeys(gatewayKeys, name)] as const]),
        ...(receives === undefined
          ? []
          : [[`${prefix}_SENDERS`, sendersTo(Object.keys(receives)).map(publicOf).join(",")] as const]),
      ];
    }),
  );
};

/** What the variables say. Throws a sentence where a key or an address is malformed. */
export const readMessageOptions = (
  { name, sends, receives }: Declared,
  databaseUrl: string,
  config: Readonly<Record<string, unknown>>,
): MessageOptions => {
  const prefix = name.toUpperCase();
  return {
    databaseUrl,
    keys: sends === undefined ? new Map() : parseMessageKeys(config[`${prefix}_MESSAGE_KEYS`] as string, name),
    routes: registeredRoutes(name),
    receivers: sends === undefined ? new Map() : parseReceivers(config[`${prefix}_RECEIVERS`] as string),
    senders:
      receives === undefined ? new Map() : parseSenders(config[`${prefix}_SENDERS`] as string, registeredServices()),
  };
};
