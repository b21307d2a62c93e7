/** How many requests one service is asked at once: heavy ones never take all places, so that a light one finds a place. */
import { createGraphQLError } from "../../platform/errors/index.js";
import { createWaitingLine, type Patience } from "../waiting-line.js";

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

/** Limits of another size. */
export type SlotLimits = {
  readonly [Name in keyof typeof SLOT_LIMITS]: Name extends "waiting"
    ? { readonly light: number; readonly heavy: number }
    : number;
};

/** Whose request it is: list items of its document, and until when it may wait. */
export interface SlotRequest extends Patience {
  readonly nodes: number;
}

/** Places of one service. */
export interface SubgraphSlots {
  /** True for the request of a document that may have so many list items. */
  isHeavy(nodes: number): boolean;
  /**
   * Runs the request once there is a place. Throws SERVICE_UNAVAILABLE (reason BUSY), and runs nothing, where too many wait
   * already, the deadline passes first or the client leaves.
   */
  run<Answer>(asked: SlotRequest, request: () => Promise<Answer>): Promise<Answer>;
}

/** Creates the places of the service. */
export const createSubgraphSlots = (service: string, limits: SlotLimits = SLOT_LIMITS): SubgraphSlots => {
  const refusal = (): Error => createGraphQLError("SERVICE_UNAVAILABLE", undefined, { service, reason: "BUSY" });
  const running = { light: 0, heavy: 0 };
  const waiting = { light: createWaitingLine(refusal), heavy: createWaitingLine(refusal) };
  const hasPlace = (kind: keyof typeof running): boolean =>
    running.light + running.heavy < limits.atOnce && (kind === "light" || running.heavy < limits.heavyAtOnce);
  const begin = (kind: keyof typeof running): boolean => {
    if (!hasPlace(kind) || !waiting[kind].next()) return false;
    running[kind] += 1;
    return true;
  };
  const isHeavy = (nodes: number): boolean => nodes > limits.heavyNodes;
  return {
    isHeavy,
    async run(asked, request) {
      const kind = isHeavy(asked.nodes) ? "heavy" : "light";
      if (!hasPlace(kind) && waiting[kind].size() >= limits.waiting[kind]) throw refusal();
      const turn = waiting[kind].join(asked);
      begin(kind);
      await turn;
      try {
        return await request();
      } finally {
        running[kind] -= 1;
        // Light ones first: they are soon done.
        while (begin("light") || begin("heavy"));
      }
    },
  };
};
