/** Who is posted to at once: receivers that take what comes have places that those that are slow, silent or not known yet can not fill. Receivers are told by the host of their address. */
import { LRUCache } from "lru-cache";

/** Webhooks at once of one process; of them of receivers that were quick the last time at most so many, and as many of all others; and of one receiver (docs/limits.md). */
export const PUSH_PLACES: PushPlaces = { all: 32, ofKind: 24, ofReceiver: 2 };

/** Places. */
export interface PushPlaces {
  readonly all: number;
  readonly ofKind: number;
  readonly ofReceiver: number;
}

/** Longest time of an answer that is quick, in milliseconds. */
const QUICK_MS = 2_000;

/** Receivers that are remembered as quick. */
const MOST_QUICK = 1_000;

/** Which webhooks may be taken now. */
export interface Free {
  readonly quick: boolean;
  readonly limit: number;
  /** Receivers of the kind. */
  readonly known: readonly string[];
  /** Receivers of turns under way, each as often as it has turns. */
  readonly busy: readonly string[];
  /** Places of one receiver. */
  readonly each: number;
}

/** The host and port of an address, as `claimDue` reads them of it. */
export const receiverOf = (address: string): string =>
  /^https:\/\/([a-z0-9.:-]*)/.exec(address.toLowerCase())?.[1] ?? "";

/** Keeps account of them. */
export class Receivers {
  private readonly quick = new LRUCache<string, true>({ max: MOST_QUICK });
  /** Turns under way, with the kind of place that each has. */
  private readonly turns = new Set<{ readonly receiver: string; readonly quick: boolean }>();

  constructor(private readonly places: PushPlaces) {}

  /** Places that are free for receivers of the kind. */
  free(quick: boolean): Free {
    const { all, ofKind, ofReceiver } = this.places;
    const own = [...this.turns].filter((turn) => turn.quick === quick).length;
    return {
      quick,
      limit: Math.min(all - this.turns.size, ofKind - own),
      known: [...this.quick.keys()],
      busy: [...this.turns].map(({ receiver }) => receiver),
      each: ofReceiver,
    };
  }

  /** Does a turn in a place of the kind. */
  async during(address: string, quick: boolean, work: () => Promise<void>): Promise<void> {
    const turn = { receiver: receiverOf(address), quick };
    this.turns.add(turn);
    try {
      await work();
    } finally {
      this.turns.delete(turn);
    }
  }

  /** Posts, and remembers how that went. */
  async posting(address: string, post: () => Promise<string | undefined>): Promise<string | undefined> {
    const since = performance.now();
    const failure = await post();
    const isQuick = failure === undefined && performance.now() - since <= QUICK_MS;
    if (isQuick) this.quick.set(receiverOf(address), true);
    else this.quick.delete(receiverOf(address));
    return failure;
  }
}
