/** A turn of one webhook: what changed since its cursor is read of the pull feed and posted, piece by piece, until it has all of it or one is not taken. */
import { createHash } from "node:crypto";
import { webhookUrl } from "./webhook.js";
import type { Claimed, TurnEnd } from "./webhook-store.repository.js";
import type { Post } from "./post-push.js";

/** A piece of the feed. */
export interface Piece {
  readonly cursor: string;
  readonly hasMore: boolean;
  /** False where a service did not answer: its place is kept. */
  readonly isWhole: boolean;
  readonly items: readonly unknown[];
}

/** Reads the feed; a string is why it refuses the cursor or the kinds. Throws where it does not answer. */
export type ReadFeed = (webhook: Pick<Claimed, "clientId" | "cursor" | "kinds">) => Promise<Piece | string>;

/** How long is paused. */
export interface WebhookPauses {
  /** Until a webhook that has everything is looked at again, in milliseconds. */
  readonly idleMs: number;
  /** After the first try that failed, in milliseconds; each doubles it. */
  readonly firstMs: number;
  readonly longestMs: number;
  /** Tries after which a piece is set aside. */
  readonly mostTries: number;
}

/** Set aside some forty minutes after the first try. */
export const WEBHOOK_PAUSES: WebhookPauses = { idleMs: 5_000, firstMs: 1_000, longestMs: 600_000, mostTries: 12 };

/** Pieces of a turn at most, and milliseconds after which none is begun: other webhooks have theirs too. */
const MOST_PIECES = 20;
const TURN_MS = 10_000;

/** What a turn takes. */
export interface TurnOptions {
  readonly read: ReadFeed;
  readonly post: Post;
  /** False where the webhook was declared again or its app suspended meanwhile: nothing more is posted, and nothing said of it. */
  readonly mayPost: () => Promise<boolean>;
  /** Keeps the place between two pieces; false ends the turn. */
  readonly keep: (cursor: string) => Promise<boolean>;
  readonly pauses: WebhookPauses;
  /** Where an address leads. @default webhookUrl */
  readonly urlOf?: ((address: string) => URL | undefined) | undefined;
}

const pauseAfter = (tries: number, { firstMs, longestMs }: WebhookPauses): number =>
  Math.min(longestMs, firstMs * 2 ** Math.min(tries - 1, 30));

/** Takes it; undefined where somebody else has the webhook by now. Throws where the feed does not answer. */
export const takeTurn = async (
  webhook: Claimed,
  { read, post, mayPost, keep, pauses, urlOf = webhookUrl }: TurnOptions,
): Promise<TurnEnd | undefined> => {
  const endsAt = performance.now() + TURN_MS;
  let { cursor: since, tries } = webhook;
  for (let pieces = 0; ; pieces += 1) {
    const piece = await read({ ...webhook, cursor: since });
    if (typeof piece === "string") {
      const refused = { since, cursor: since, changes: 0, tries, failure: piece };
      return { cursor: since, tries: 0, failure: piece, setAside: refused };
    }
    const { cursor, items, hasMore } = piece;
    if (items.length > 0) {
      if (!(await mayPost())) return undefined;
      const failure = await postPiece({ ...webhook, cursor: since }, urlOf(webhook.address), piece, post);
      if (failure !== undefined) return failed(tries + 1, { since, cursor, changes: items.length, failure }, pauses);
    }
    if (!hasMore || pieces + 1 >= MOST_PIECES || performance.now() > endsAt)
      return { cursor, tries: 0, pauseMs: hasMore ? 0 : pauses.idleMs };
    if (!(await keep(cursor))) return undefined;
    [since, tries] = [cursor, 0];
  }
};

const postPiece = (
  { clientId, cursor: since }: Pick<Claimed, "clientId" | "cursor">,
  address: URL | undefined,
  { cursor, items }: Piece,
  post: Post,
): Promise<string | undefined> => {
  if (address === undefined) return Promise.resolve("WEBHOOK_ADDRESS");
  // The same for each try, so that a receiver knows again what it had.
  const deliveryId = createHash("sha256").update(`${clientId} ${since} ${cursor}`).digest("hex").slice(0, 32);
  const body = JSON.stringify({ app: clientId, since, cursor, changes: items });
  return post({ clientId, address, deliveryId, body });
};

const failed = (
  tries: number,
  {
    since,
    cursor,
    changes,
    failure,
  }: { readonly since: string; readonly cursor: string; readonly changes: number; readonly failure: string },
  pauses: WebhookPauses,
): TurnEnd => {
  if (tries < pauses.mostTries) return { cursor: since, tries, failure, pauseMs: pauseAfter(tries, pauses) };
  // What comes after it is tried at once: only one piece may be what the receiver does not take.
  return { cursor, tries: 0, failure, pauseMs: pauses.longestMs, setAside: { since, cursor, changes, tries, failure } };
};
