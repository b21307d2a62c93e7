/** SQL of webhooks, in the schema of the service that registers apps: what is declared, who is at it, and what was set aside. */
import type { Knex } from "knex";
import type { Free } from "./receivers.js";
import { MOST_SET_ASIDE, type SetAside, type Webhook, type WebhookState } from "./webhook.js";

interface WebhookRow {
  readonly client_id: string;
  readonly address: string;
  readonly kinds: string[];
  readonly cursor: string;
  readonly tries: number;
  readonly next_at: Date | number;
  readonly failure: string | null;
  readonly failing_since: Date | null;
}

const COLUMNS = ["client_id", "address", "kinds", "cursor", "tries", "next_at", "failure", "failing_since"];

const toState = (row: WebhookRow): WebhookState => ({
  ...{ clientId: row.client_id, address: row.address, kinds: row.kinds, cursor: row.cursor, tries: row.tries },
  // Of infinity the driver makes a number.
  ...(row.next_at instanceof Date ? { nextTryAt: row.next_at } : {}),
  ...(row.failure === null ? {} : { failure: row.failure }),
  ...(row.failing_since === null ? {} : { failingSince: row.failing_since }),
});

/** Declares a webhook, or another in its place; whoever is at the one before has nothing more to say. */
export const keepWebhook = async (trx: Knex, { clientId, ...declared }: Webhook): Promise<void> => {
  const begun = { ...declared, kinds: [...declared.kinds], tries: 0, next_at: trx.fn.now(), failure: null };
  const fresh = { ...begun, failing_since: null, claim: null };
  await trx("webhooks")
    .insert({ client_id: clientId, ...fresh })
    .onConflict("client_id")
    .merge(fresh);
};

/** Ends a webhook, with what was set aside. */
export const dropWebhook = async (trx: Knex, clientId: string): Promise<void> =>
  void (await trx("webhooks").where("client_id", clientId).delete());

/** Webhooks of these apps, in no order. */
export const findWebhooks = async (db: Knex, clientIds: readonly string[]): Promise<WebhookState[]> =>
  (
    (await db("webhooks")
      .select(COLUMNS)
      .whereIn("client_id", [...clientIds])) as WebhookRow[]
  ).map(toState);

/** What was set aside of these apps, the latest of each first. */
export const listSetAside = async (db: Knex, clientIds: readonly string[]): Promise<SetAside[]> => {
  const { rows } = await db.raw<{ rows: SetAside[] }>(
    `select client_id as "clientId", since, cursor, changes, tries, failure, set_aside_at as "setAsideAt" from webhook_set_aside
      where client_id = any(?) order by client_id, number desc`,
    [[...clientIds]],
  );
  return rows;
};

/** A webhook that one process is at. */
export interface Claimed extends WebhookState {
  readonly claim: string;
}

/** The receiver of an address, as `receiverOf` reads it. */
const RECEIVER = "coalesce(substring(lower(w.address) from '^https://([a-z0-9.:-]*)'), '')";

/** Those whose receiver may be posted to: those waiting longest, and of one receiver as many as it has places. */
const DUE = `
  select client_id from (
    select w.client_id, w.next_at, ${RECEIVER} as receiver, row_number() over (partition by ${RECEIVER} order by w.next_at, w.client_id) as place
    from webhooks w join apps a on a.client_id = w.client_id
    where w.next_at <= now() and a.state = 'APPROVED' and (${RECEIVER} = any(:known)) = :quick) due
  where place + cardinality(array_positions(:busy::text[], receiver)) <= :each order by next_at limit :limit`;

/** Takes webhooks of approved apps whose time has come, for so many seconds: whose process is killed, another takes then. */
export const claimDue = async (
  db: Knex,
  { leaseS, ...free }: Free & { readonly leaseS: number },
): Promise<Claimed[]> => {
  if (free.limit <= 0) return [];
  const { rows } = await db.raw<{ rows: (WebhookRow & { readonly claim: string })[] }>(
    `update webhooks set claim = gen_random_uuid(), next_at = now() + make_interval(secs => :leaseS) where client_id in (
       select client_id from webhooks where client_id in (${DUE}) and next_at <= now() for update skip locked)
     returning ${COLUMNS.join(", ")}, claim`,
    { ...free, leaseS } as never,
  );
  return rows.map((row) => ({ ...toState(row), claim: row.claim }));
};

/** True while the claim holds and the app is approved: what is declared again, or suspended, is not pushed any more. */
export const isClaimed = async (db: Knex, { clientId, claim }: Claimed): Promise<boolean> =>
  (await db("webhooks as w")
    .join("apps as a", "a.client_id", "w.client_id")
    .where({ "w.client_id": clientId, "w.claim": claim, "a.state": "APPROVED" })
    .first("w.client_id")) !== undefined;

/** What became of a turn. */
export interface TurnEnd {
  readonly cursor: string;
  readonly tries: number;
  /** @default the last try was good */
  readonly failure?: string | undefined;
  /** Pause until the next turn, in milliseconds; undefined where it waits for its admin. */
  readonly pauseMs?: number | undefined;
  readonly setAside?: Omit<SetAside, "clientId" | "setAsideAt"> | undefined;
}

/** Writes it down, where the claim still holds; the claim is given back. */
export const endTurn = async (
  db: Knex,
  { clientId, claim }: Claimed,
  { cursor, tries, failure, pauseMs, setAside }: TurnEnd,
): Promise<void> =>
  db.transaction(async (trx) => {
    const changed = await trx("webhooks")
      .where({ client_id: clientId, claim })
      .update({
        ...{ cursor, tries, failure: failure ?? null, claim: null },
        failing_since: failure === undefined ? null : trx.raw("coalesce(failing_since, now())"),
        next_at:
          pauseMs === undefined ? trx.raw("'infinity'") : trx.raw("now() + ? * interval '1 millisecond'", [pauseMs]),
      });
    if (changed === 0 || setAside === undefined) return;
    await trx("webhook_set_aside").insert({ client_id: clientId, ...setAside });
    await trx.raw(
      `delete from webhook_set_aside where client_id = ? and number <= (
         select number from webhook_set_aside where client_id = ? order by number desc offset ? limit 1)`,
      [clientId, clientId, MOST_SET_ASIDE],
    );
  });

/** Keeps the place in the middle of a turn. False where the claim was lost. */
export const keepPlace = async (
  db: Knex,
  { clientId, claim }: Claimed,
  cursor: string,
  leaseS: number,
): Promise<boolean> =>
  (await db("webhooks")
    .where({ client_id: clientId, claim })
    .update({
      ...{ cursor, tries: 0, failure: null, failing_since: null },
      next_at: db.raw("now() + make_interval(secs => ?)", [leaseS]),
    })) > 0;
