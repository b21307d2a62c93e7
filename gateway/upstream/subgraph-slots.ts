/** How many requests one service is asked at once: heavy ones never take all places, so that a light one finds one. */
import type { GraphQLDataSource } from "@apollo/gateway";
import { createGraphQLError } from "../../platform/errors/index.js";
import type { GatewayContext } from "../context.js";

/** Requests to one service at once. */
export const SLOT_LIMITS = {
  atOnce: 32,
  /** Of them, those of heavy documents … */
  heavyAtOnce: 4,
  /** … which are those that may have more list items than this. */
  heavyNodes: 2_000,
  /** Requests that may wait for a place, light and heavy each. */
  waiting: { light: 64, heavy: 8 },
} as const;

type Numbers = typeof SLOT_LIMITS;

/** Places of one service. */
export interface SubgraphSlots {
  /** Runs the request once there is a place. Returns undefined, and runs nothing, where too many wait already. */
  run<Answer>(nodes: number, request: () => Promise<Answer>): Promise<Answer> | undefined;
}

/** Creates the places. */
export const createSubgraphSlots = (
  limits: {
    readonly [Name in keyof Numbers]: Name extends "waiting"
      ? { readonly light: number; readonly heavy: number }
      : number;
  } = SLOT_LIMITS,
): SubgraphSlots => {
  const running = { light: 0, heavy: 0 };
  const waiting: Record<keyof typeof running, (() => void)[]> = { light: [], heavy: [] };
  const hasPlace = (kind: keyof typeof running): boolean =>
    running.light + running.heavy < limits.atOnce && (kind === "light" || running.heavy < limits.heavyAtOnce);
  const begin = (kind: keyof typeof running): boolean => {
    if (!hasPlace(kind)) return false;
    const next = waiting[kind].shift();
    if (!next) return false;
    running[kind] += 1;
    next();
    return true;
  };
  return {
    run(nodes, request) {
      const kind = nodes > limits.heavyNodes ? "heavy" : "light";
      if (!hasPlace(kind) && waiting[kind].length >= limits.waiting[kind]) return undefined;
      const place = new Promise<void>((resolve) => waiting[kind].push(resolve));
      begin(kind);
      return place.then(request).finally(() => {
        running[kind] -= 1;
        // Light ones first: they are soon done.
        while (begin("light") || begin("heavy"));
      });
    },
  };
};

/** The data source of a service with places. Throws SERVICE_UNAVAILABLE (reason BUSY) early, instead of waiting in vain. */
export const withSlots = <Source extends GraphQLDataSource<Record<string, unknown>>>(
  name: string,
  source: Source,
  slots: SubgraphSlots = createSubgraphSlots(),
): Source => ({
  ...source,
  process(asked) {
    const { cost } = asked.context as unknown as GatewayContext;
    const answer = slots.run(cost.nodes, () => source.process(asked));
    if (answer) return answer;
    return Promise.reject(createGraphQLError("SERVICE_UNAVAILABLE", undefined, { service: name, reason: "BUSY" }));
  },
});
