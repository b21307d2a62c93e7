/** How many requests one service is asked at once: neither heavy ones nor writes ever take all places, so that a light read finds a place. */
import { createGraphQLError } from "../../platform/errors/index.js";
import { createWaitingLine, type Patience } from "../waiting-line.js";

/** Requests to one service at once. */
export const SLOT_LIMITS = {
  atOnce: 32,
  /** Of them, those of heavy documents … */
  heavyAtOnce: 4,
  /** … which are those that may have more list items than this. */
  heavyNodes: 2_000,
  /** Of them, mutations: each holds a connection of the service's ten from its first statement to its last. */
  writesAtOnce: 4,
  /** Requests that may wait for a place, each kind in its own line: as many writes as if they had all places. */
  waiting: { light: 64, write: 92, heavy: 8 },
} as const;

/** Light ones go first, for they are soon done, and heavy ones last. */
const KINDS = ["light", "write", "heavy"] as const;
type Kind = (typeof KINDS)[number];

/** Limits of another size. */
export type SlotLimits = {
  readonly [Name in keyof typeof SLOT_LIMITS]: Name extends "waiting" ? Readonly<Record<Kind, number>> : number;
};

/** Whose request it is: list items of its document, whether it writes, and until when it may wait. */
export interface SlotRequest extends Patience {
  readonly nodes: number;
  readonly writes: boolean;
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
  const running: Record<Kind, number> = { light: 0, write: 0, heavy: 0 };
  const most: Readonly<Record<Kind, number>> = {
    light: limits.atOnce,
    write: limits.writesAtOnce,
    heavy: limits.heavyAtOnce,
  };
  const waiting = {
    light: createWaitingLine(refusal),
    write: createWaitingLine(refusal),
    heavy: createWaitingLine(refusal),
  };
  const hasPlace = (kind: Kind): boolean =>
    running.light + running.write + running.heavy < limits.atOnce && running[kind] < most[kind];
  const begin = (kind: Kind): boolean => {
    if (!hasPlace(kind) || !waiting[kind].next()) return false;
    running[kind] += 1;
    return true;
  };
  const isHeavy = (nodes: number): boolean => nodes > limits.heavyNodes;
  return {
    isHeavy,
    async run(asked, request) {
      const kind = asked.writes ? "write" : isHeavy(asked.nodes) ? "heavy" : "light";
      if (!hasPlace(kind) && waiting[kind].size() >= limits.waiting[kind]) throw refusal();
      const turn = waiting[kind].join(asked);
      begin(kind);
      await turn;
      try {
        return await request();
      } finally {
        running[kind] -= 1;
        while (KINDS.some(begin));
      }
    },
  };
};
