/** The ways to the services of a generation: connections and places outlive it, the policy and the gateway's own subgraph do not. */
import type { GatewayKeys } from "../../platform/auth/index.js";
import type { ReportUnexpected } from "../../platform/errors/index.js";
import { createCursorCodec } from "../../platform/graphql/lists/index.js";
import { changesRootOf } from "../../platform/subgraph/wire.js";
import type { Logger, Metrics } from "../../platform/telemetry/index.js";
import type { GenerationMaker } from "../generation/generations.js";
import { createOwnSubgraph } from "../own/own-subgraph.js";
import { createHttpSubgraph } from "./http-subgraph.js";
import { createSharedCalls } from "./shared-calls.js";
import type { Subgraph } from "./subgraph.js";
import { createSubgraphSlots, type SlotLimits } from "./subgraph-slots.js";

/** What the ways are made from. */
export interface WaysOptions {
  /** Addresses of the services by name. */
  readonly addresses: ReadonlyMap<string, string>;
  readonly keys: GatewayKeys;
  /** Seals the cursors of the gateway's own lists. */
  readonly cursorSecret: string;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly report: ReportUnexpected;
  /** Longest time of one call, in milliseconds. @default 3000 */
  readonly callDeadlineMs?: number | undefined;
  /** @default SLOT_LIMITS */
  readonly slots?: SlotLimits | undefined;
}

/** Ways to all services. */
export interface Ways {
  readonly of: GenerationMaker["waysOf"];
  /** Ends the connections. */
  close(): Promise<void>;
}

/** Opens the ways; nothing is asked yet. */
export const createWays = ({
  addresses,
  keys,
  cursorSecret,
  metrics,
  log,
  report,
  callDeadlineMs,
  slots,
}: WaysOptions): Ways => {
  const cursors = createCursorCodec(cursorSecret);
  const calls = createSharedCalls();
  const services = [...addresses].map(([name, address]) => ({
    name,
    http: createHttpSubgraph(name, address, {
      keys: keys(name),
      metrics,
      log,
      callDeadlineMs,
      slots: createSubgraphSlots(name, slots),
      calls,
    }),
  }));
  return {
    async of({ supergraph, policy: table }, policy) {
      const ways = new Map<string, Subgraph>(
        services.map(({ name, http }) => [name, { ask: (request) => http.ask(request, policy.subgraph(name)) }]),
      );
      const subgraphOf = (name: string): Subgraph => {
        const way = ways.get(name);
        if (!way)
          throw new Error(`The supergraph knows the subgraph ${name}, but GATEWAY_SUBGRAPHS has no URL for it.`);
        return way;
      };
      const telling = [...addresses.keys()].filter((name) => supergraph.includes(` ${changesRootOf(name)}(`));
      ways.set("gateway", createOwnSubgraph({ table, cursors, subgraphOf, telling, report }));
      return subgraphOf;
    },
    close: async () => void (await Promise.all(services.map(({ http }) => http.close()))),
  };
};
