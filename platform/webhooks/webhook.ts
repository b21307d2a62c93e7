/** Webhooks: where changes are pushed for an app, how far that has come, and what was set aside. */

/** Kinds of record of one webhook at most: more than there are. */
export const MOST_KINDS = 50;

/** Longest address, and longest cursor, in characters. */
export const LONGEST = { address: 500, cursor: 4_000 } as const;

/** What was set aside of one app that can be read, the latest. */
export const MOST_SET_ASIDE = 100;

/** What an app declares. */
export interface Webhook {
  readonly clientId: string;
  /** Where changes are posted. */
  readonly address: string;
  /** Kinds of record; none is all. */
  readonly kinds: readonly string[];
  /** Place in the feed up to which they were pushed, or set aside. */
  readonly cursor: string;
}

/** How it stands. */
export interface WebhookState extends Webhook {
  /** Tries of the next piece so far. */
  readonly tries: number;
  /** When it is tried again; undefined where it waits for its admin. */
  readonly nextTryAt?: Date;
  /** Why the last try failed. */
  readonly failure?: string;
  readonly failingSince?: Date;
}

/** A piece of the feed that was not taken. */
export interface SetAside {
  readonly clientId: string;
  /** The cursor before it: changes since then are the piece, and what came after. */
  readonly since: string;
  /** The cursor after it. */
  readonly cursor: string;
  readonly changes: number;
  readonly tries: number;
  readonly failure: string;
  readonly setAsideAt: Date;
}

/** An address as it is registered: https, a name or number, a path and a query that every library signs alike. */
const ADDRESS = /^https:\/\/[a-z0-9.-]+(:\d{1,5})?(\/[\w.~/-]*)?(\?[\w.~=&-]+)?$/i;

/** The URL of an address; undefined where it is not in the form. Where it leads is another question. */
export const webhookUrl = (address: string): URL | undefined =>
  address.length <= LONGEST.address && ADDRESS.test(address) && URL.canParse(address) ? new URL(address) : undefined;
