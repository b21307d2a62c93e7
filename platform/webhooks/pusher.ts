/** Pushes to all webhooks whose time has come, until it is stopped. */
import { logEvent, type Logger } from "../telemetry/index.js";
import type { Post } from "./post-push.js";
import { PUSH_PLACES, Receivers, type PushPlaces } from "./receivers.js";
import { takeTurn, WEBHOOK_PAUSES, type ReadFeed, type TurnOptions, type WebhookPauses } from "./turn.js";
import { claimDue, endTurn, isClaimed, keepPlace, type Claimed } from "./webhook-store.repository.js";

/** How long one process may be at a webhook before another takes it, in seconds. */
const LEASE_S = 60;

/** Between two looks, in milliseconds. */
const LOOK_MS = 1_000;

/** What it takes. */
export interface PusherOptions {
  /** Of the service that registers apps. */
  readonly db: Parameters<typeof claimDue>[0];
  readonly read: ReadFeed;
  readonly post: Post;
  readonly log: Logger;
  /** @default WEBHOOK_PAUSES */
  readonly pauses?: WebhookPauses;
  readonly urlOf?: TurnOptions["urlOf"];
  /** @default 1 s */
  readonly lookMs?: number;
  /** @default PUSH_PLACES */
  readonly places?: PushPlaces;
}

/** Pushing under way. */
export interface Pusher {
  /** Lets turns under way end. */
  stop(): Promise<void>;
}

/** Starts it. */
export const startPusher = (options: PusherOptions): Pusher => {
  const stopping = new AbortController();
  const running = keepLooking(options, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
};

const keepLooking = async (options: PusherOptions, stopping: AbortSignal): Promise<void> => {
  const { db, log, lookMs = LOOK_MS, places = PUSH_PLACES } = options;
  const receivers = new Receivers(places);
  const running = new Set<Promise<void>>();
  let told = false;
  const tell = (error: unknown): void => {
    if (!told) logEvent(log, "WEBHOOKS_STOPPED", { error });
    told = true;
  };
  const begin = async (quick: boolean): Promise<number> => {
    const due = await claimDue(db, { ...receivers.free(quick), leaseS: LEASE_S });
    // A receiver that hangs holds up none but itself; a turn that breaks off is taken again when its lease is over.
    for (const webhook of due) {
      const turn: Promise<void> = receivers
        .during(webhook.address, quick, () => turnOf(webhook, receivers, options))
        .then(() => void (told = false), tell)
        .finally(() => running.delete(turn));
      running.add(turn);
    }
    return due.length;
  };
  while (!stopping.aborted) {
    const begun = await begin(true)
      .then(async (count) => count + (await begin(false)))
      .catch((error: unknown) => {
        tell(error);
        return 0;
      });
    if (begun === 0) await pause(lookMs, stopping);
  }
  await Promise.all(running);
};

const turnOf = async (
  webhook: Claimed,
  receivers: Receivers,
  { db, read, post, log, urlOf, pauses = WEBHOOK_PAUSES }: PusherOptions,
): Promise<void> => {
  const end = await takeTurn(webhook, {
    ...{ read, pauses, urlOf },
    post: (posted) => receivers.posting(webhook.address, () => post(posted)),
    mayPost: () => isClaimed(db, webhook),
    keep: (cursor) => keepPlace(db, webhook, cursor, LEASE_S),
  });
  if (end === undefined) return;
  await endTurn(db, webhook, end);
  const { setAside } = end;
  if (setAside)
    logEvent(log, "WEBHOOK_SET_ASIDE", { app: webhook.clientId, cause: setAside.failure, tries: setAside.tries });
};

const pause = (ms: number, stopping: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      stopping.removeEventListener("abort", done);
      resolve();
    }
    if (stopping.aborted) done();
    else stopping.addEventListener("abort", done);
  });
