/** Subscriptions of a gateway: who may open how many, when each ends, and what all of them share. */
import type { ServerResponse } from "node:http";
import { areShared, type GatewayKeys } from "../../platform/auth/index.js";
import type { Language } from "../../platform/disclosure/vocabulary/index.js";
import { badInput, ServiceError } from "../../platform/errors/index.js";
import type { CursorCodec } from "../../platform/graphql/lists/index.js";
import { createBatchCall } from "../../platform/subgraph/batch-call.js";
import { STEPS_TAKEN } from "../../platform/subgraph/wire.js";
import type { JournalPlace, StepsTaken } from "../../platform/write/journal-feed.js";
import { RequestRefusal } from "../request/request-refusal.js";
import type { ServerAnswer } from "../request/server-answer.js";
import { EventStream } from "./event-stream.js";
import { createJournals, type Follower, type Following } from "./journals.js";
import { LIVE_FIELDS } from "./live-fields.js";
import type { LiveQuery } from "./live-query.js";
import { Subscription } from "./subscription.js";

/** How much is subscribed to, and how often is looked (docs/limits.md). */
export const LIVE_LIMITS = {
  /** Subscriptions of one person, client or address. */
  ofOne: 16,
  /** Of all together, in one process. */
  ofAll: 4_000,
  /** Pause between two readings of a journal, in milliseconds. */
  everyMs: 1_000,
  /** Pause between two heartbeats, in milliseconds. */
  beatMs: 12_000,
} as const;

/** What they are made from. */
export interface LiveOptions {
  /** Addresses of the generation in use. */
  readonly addresses: () => ReadonlyMap<string, string>;
  readonly keys: GatewayKeys;
  /** Seals the ids of events. */
  readonly cursors: CursorCodec;
  /** Longest time of one call, in milliseconds. */
  readonly callMs: number;
  /** Called where something changed: what was read before is too old to be told as news. */
  readonly onSteps: () => void;
  /** Told where a journal could not be read, or a subscription broke down. */
  readonly onFailure: (error: unknown) => void;
  /** @default LIVE_LIMITS */
  readonly limits?:
    | (Partial<Record<keyof typeof LIVE_LIMITS, number>> & {
        /** Least time between two events, in milliseconds. @default what the field says */
        readonly pauseMs?: number;
      })
    | undefined;
}

/** A subscription before it is opened. */
export interface Opening {
  readonly live: LiveQuery;
  readonly response: ServerResponse;
  readonly language: Language;
  /** Who subscribes, as the rate knows it. */
  readonly client: string;
  /** What the client says that it had last. */
  readonly lastEventId: string | undefined;
  /** When its token ends, in milliseconds; undefined for nobody's, which has none. */
  readonly endsAt: number | undefined;
  readonly execute: () => Promise<ServerAnswer>;
}

/** The subscriptions. */
export interface Live {
  /** Opens one; what it refuses it throws before anything is written: RATE_LIMITED above the limits, BAD_USER_INPUT for an id that was not given, UPSTREAM_UNAVAILABLE. */
  open(opening: Opening): Promise<void>;
  /** Breaks all off, and takes no more. */
  stop(): void;
}

const TOKEN_ENDED = {
  body: {
    errors: [{ message: "The token has ended.", extensions: { code: "UNAUTHENTICATED", reason: "TOKEN_ENDED" } }],
  },
};

/** Creates them. */
export const createLive = (options: LiveOptions): Live => {
  const limits = { ...LIVE_LIMITS, pauseMs: undefined, ...options.limits };
  const open = new Map<Subscription, EventStream>();
  const counts = new Map<string, number>();
  let stopping = false;
  const journals = createJournals({
    ...options,
    everyMs: limits.everyMs,
    kindsOf: (service) =>
      Object.values(LIVE_FIELDS).flatMap((field) => (field.services.includes(service) ? field.kinds : [])),
    ask: (service, asked) => {
      const url = options.addresses().get(service);
      const keys = options.keys(service);
      // A partner's journal is its own.
      const targets = url === undefined || !areShared(keys) ? {} : { [service]: { url, keys } };
      return createBatchCall(targets, new Date(), options.callMs)<StepsTaken>(service, STEPS_TAKEN, asked);
    },
  });
  const beating = setInterval(() => {
    for (const stream of open.values()) stream.beat();
  }, limits.beatMs);
  beating.unref();

  const count = (client: string, by: 1 | -1): number => {
    const now = (counts.get(client) ?? 0) + by;
    if (now === 0) counts.delete(client);
    else counts.set(client, now);
    return now;
  };
  const refuseBeyond = (client: string): void => {
    if (stopping || open.size >= limits.ofAll) throw tooMany("Too many subscribe at the moment.");
    if ((counts.get(client) ?? 0) >= limits.ofOne)
      throw tooMany(`At most ${limits.ofOne} subscriptions are open at once.`);
  };

  const changedSince = async (
    services: readonly string[],
    places: readonly JournalPlace[],
    follower: Omit<Follower, "told">,
  ): Promise<boolean> => {
    const answers = await Promise.all(
      services.map((service, at) => journals.changedSince(service, places[at]!, follower)),
    );
    return answers.includes(true);
  };

  return {
    async open({ live, response, language, client, lastEventId, endsAt, execute }) {
      refuseBeyond(client);
      const list = { ordering: `live:${live.field.query}`, filter: live.key ?? null };
      const since = lastEventId === undefined ? undefined : placesOf(options.cursors, lastEventId, list);
      const { services } = live.field;
      const at: { opened?: Subscription; isTold?: true } = {};
      const told = (): void => {
        if (at.opened) at.opened.told();
        else at.isTold = true;
      };
      const follower = { kinds: live.field.kinds, key: live.key, told };
      count(client, 1);
      const following: Following[] = [];
      let ending: NodeJS.Timeout | undefined;
      const onEnd = (): void => {
        clearTimeout(ending);
        for (const each of following) each.stop();
        if (at.opened) open.delete(at.opened);
        count(client, -1);
      };
      let isQuiet = false;
      try {
        for (const service of services) following.push(await journals.follow(service, follower));
        // Followed first: what happens between is told twice rather than not at all.
        isQuiet = since !== undefined && since !== "too old" && !(await changedSince(services, since, follower));
      } catch (error) {
        onEnd();
        throw error;
      }
      const stream = new EventStream(response, language);
      const opened = new Subscription({
        ...{ live, stream, execute, onEnd },
        pauseMs: limits.pauseMs ?? live.field.everyMs,
        placesOf: () => following.map(({ place }) => place()),
        idOf: (places) => options.cursors.seal({ ...list, keys: places.flatMap(({ epoch, after }) => [epoch, after]) }),
        onFailure: options.onFailure,
      });
      at.opened = opened;
      open.set(opened, stream);
      if (endsAt !== undefined) {
        ending = setTimeout(() => void opened.end({ answer: TOKEN_ENDED }), Math.max(0, endsAt - Date.now()));
        ending.unref();
      }
      response.once("close", () => void opened.end("break off"));
      if (response.destroyed || stopping) return opened.end("break off");
      opened.begin(isQuiet && !at.isTold);
    },
    stop() {
      stopping = true;
      clearInterval(beating);
      journals.stop();
      for (const subscription of open.keys()) void subscription.end("break off");
    },
  };
};

const tooMany = (message: string): RequestRefusal =>
  new RequestRefusal("RATE_LIMITED", message, { reason: "SUBSCRIPTIONS" }, { headers: { "retry-after": "10" } });

/** The places of an event's id, one for each service. Throws BAD_USER_INPUT for one that was not given for this. */
const placesOf = (
  cursors: CursorCodec,
  id: string,
  list: { readonly ordering: string; readonly filter: unknown },
): readonly JournalPlace[] | "too old" => {
  try {
    const keys = cursors.open(id, list).map(String);
    return keys.flatMap((epoch, at) => (at % 2 === 0 ? [{ epoch, after: keys[at + 1]! }] : []));
  } catch (error) {
    if (error instanceof ServiceError && error.details.reason === "CURSOR_EXPIRED") return "too old";
    throw badInput("Last-Event-ID", "CURSOR", "The id is not one that this subscription gave.");
  }
};
