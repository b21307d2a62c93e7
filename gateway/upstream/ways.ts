/** The ways to the services of a generation: connections and places outlive it, the policy and the gateway's own subgraph do not. */
import { createPseudonyms, type ContextKeys, type GatewayKeys } from "../../platform/auth/index.js";
import type { ReportUnexpected } from "../../platform/errors/index.js";
import { createCursorCodec } from "../../platform/graphql/lists/index.js";
import { changesRootOf, noticesRootOf } from "../../platform/subgraph/wire.js";
import type { Logger, Metrics, Tracing } from "../../platform/telemetry/index.js";
import type { GenerationMaker } from "../generation/generations.js";
import { createOwnSubgraph } from "../own/own-subgraph.js";
import { createHttpSubgraph, type HttpSubgraph } from "./http-subgraph.js";
import type { RateLimit } from "../request/rate-limit.js";
import type { Use } from "../use/use.js";
import { createSharedCalls } from "./shared-calls.js";
import type { Subgraph } from "./subgraph.js";
import { createSubgraphSlots, type SlotLimits } from "./subgraph-slots.js";

/** What the ways are made from. */
export interface WaysOptions {
  /** Addresses of the services by name, for editions that bring none. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly keys: GatewayKeys;
  /** Secret of the names by which partners know viewers. @default they are told none */
  readonly pseudonymSecret?: string | undefined;
  /** Seals the cursors of the gateway's own lists. */
  readonly cursorSecret: string;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly report: ReportUnexpected;
  readonly use: Use;
  /** Where spans go. @default nowhere */
  readonly tracing?: Tracing | undefined;
  /** Points that apps used of their quotas. */
  readonly pointsOf: RateLimit["usedOf"];
  /** Longest time of one call, in milliseconds. @default 3000 */
  readonly callDeadlineMs?: number | undefined;
  /** @default SLOT_LIMITS */
  readonly slots?: SlotLimits | undefined;
}

/** Ways to all services. */
export interface Ways {
  readonly of: GenerationMaker["waysOf"];
  /** No request joins one that has begun: something changed since. */
  forget(): void;
  /** Ends the connections. */
  close(): Promise<void>;
}

/** Throws a sentence where requests to the subgraph can not be signed. */
const keysFor = (name: string, keys: GatewayKeys): ContextKeys => {
  const own = keys(name);
  if (own.size === 0)
    throw new Error(
      `The subgraph ${name} is none of GATEWAY_OWN_SERVICES, and there is no key in GATEWAY_PARTNER_KEYS to sign its requests with.`,
    );
  return own;
};

/** Opens the ways; nothing is asked yet. Throws a sentence where there is no key for a subgraph, or its address is no good. */
export const createWays = ({
  addresses,
  keys,
  pseudonymSecret,
  cursorSecret,
  metrics,
  log,
  report,
  use,
  tracing,
  pointsOf,
  callDeadlineMs,
  slots,
}: WaysOptions): Ways => {
  const cursors = createCursorCodec(cursorSecret);
  const calls = createSharedCalls();
  const services = new Map<string, HttpSubgraph>();
  // A request under way may still ask an address that a later edition left: connections end with the gateway, idle ones by themselves.
  const serviceAt = (name: string, address: string): HttpSubgraph => {
    const key = `${name} ${address}`;
    const known = services.get(key);
    if (known) return known;
    const made = createHttpSubgraph(name, address, {
      keys: keysFor(name, keys),
      pseudonymOf: pseudonymSecret === undefined ? undefined : createPseudonyms(pseudonymSecret, name),
      metrics,
      log,
      tracing,
      callDeadlineMs,
      slots: createSubgraphSlots(name, slots),
      calls,
    });
    services.set(key, made);
    return made;
  };
  for (const [name, address] of addresses) serviceAt(name, address);
  return {
    async of({ supergraph, policy: table, addresses: named = addresses }, policy) {
      const ways = new Map<string, Subgraph>(
        [...named].map(([name, address]) => {
          const http = serviceAt(name, address);
          return [name, use.counting(name, { ask: (request) => http.ask(request, policy.subgraph(name)) })];
        }),
      );
      const subgraphOf = (name: string): Subgraph => {
        const way = ways.get(name);
        if (!way)
          throw new Error(`The supergraph knows the subgraph ${name}, but GATEWAY_SUBGRAPHS has no URL for it.`);
        return way;
      };
      const telling = [...named.keys()].filter((name) => supergraph.includes(` ${changesRootOf(name)}(`));
      const noticing = [...named.keys()].filter((name) => supergraph.includes(` ${noticesRootOf(name)}(`));
      const { recorded } = use;
      ways.set(
        "gateway",
        createOwnSubgraph({ table, supergraph, cursors, subgraphOf, telling, noticing, report, recorded, pointsOf }),
      );
      return subgraphOf;
    },
    forget: calls.forget,
    close: async () => void (await Promise.all([...services.values()].map((http) => http.close()))),
  };
};
