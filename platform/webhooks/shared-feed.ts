/** Reads the feed once for all webhooks that follow the same kinds: whoever has all of it asks again when something of them changed, not each time that it is looked. */
import { LRUCache } from "lru-cache";
import type { Feed } from "./read-feed.js";
import type { Piece, ReadFeed } from "./turn.js";

/** How long what was looked at is gone by, and after which a webhook is read for whatever was seen, in milliseconds (docs/limits.md). */
export const SHARED_FEED = { freshMs: 4_000, ownMs: 60_000 } as const;

/** Most webhooks of which is remembered that they have everything. */
const MOST_REMEMBERED = 10_000;

/** How it is shared. */
export interface SharedFeedOptions {
  /** @default SHARED_FEED */
  readonly times?: { readonly freshMs: number; readonly ownMs: number };
  /** Milliseconds of a clock that never goes back. @default that of the process */
  readonly elapsed?: () => number;
}

/** What is known of some kinds. */
interface Followed {
  cursor?: string | undefined;
  /** Grows whenever something of them may have changed. */
  changes: number;
  lookedAt: number;
  looking?: Promise<void> | undefined;
}

/** A webhook that had everything, at a place, after so many changes. */
interface Whole {
  readonly cursor: string;
  readonly changes: number;
  readonly readAt: number;
}

/**
 * Creates it. A webhook's own cursor is the one that is read and kept: it says since when its app has a copy, and no other app's
 * can stand for it (decision 21). What is shared is the news that there is nothing to read.
 */
export const shareFeed = (
  { read, begin }: Feed,
  { times: { freshMs, ownMs } = SHARED_FEED, elapsed = () => performance.now() }: SharedFeedOptions = {},
): ReadFeed => {
  const followed = new LRUCache<string, Followed>({ max: MOST_REMEMBERED });
  const wholes = new LRUCache<string, Whole>({ max: MOST_REMEMBERED });
  const lookAt = async (known: Followed, kinds: readonly string[]): Promise<void> => {
    const before = known.cursor;
    known.cursor = undefined;
    const piece = before === undefined ? undefined : await read({ cursor: before, kinds });
    if (!isAtEnd(piece) || piece.items.length > 0) known.changes += 1;
    // Of much that changed, and after a cursor that is not taken any more, it goes on at the end.
    const last = isAtEnd(piece) ? piece : await begin(kinds);
    known.cursor = isAtEnd(last) ? last.cursor : undefined;
    known.lookedAt = elapsed();
  };
  return async ({ clientId, cursor, kinds }) => {
    const key = [...kinds].sort().join(" ");
    const known: Followed = followed.get(key) ?? { changes: 0, lookedAt: -Infinity };
    followed.set(key, known);
    if (elapsed() - known.lookedAt >= freshMs)
      await (known.looking ??= lookAt(known, kinds).finally(() => (known.looking = undefined)));
    const whole = wholes.get(clientId);
    if (whole?.cursor === cursor && whole.changes === known.changes && elapsed() - whole.readAt < ownMs)
      return { cursor, hasMore: false, items: [], isWhole: true };
    const { changes } = known;
    const piece = await read({ cursor, kinds });
    if (isAtEnd(piece)) wholes.set(clientId, { cursor: piece.cursor, changes, readAt: elapsed() });
    else wholes.delete(clientId);
    return piece;
  };
};

const isAtEnd = (piece: Piece | string | undefined): piece is Piece =>
  typeof piece === "object" && !piece.hasMore && piece.isWhole;
