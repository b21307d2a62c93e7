/** What a subgraph and the gateway agree on beside SDL; it loads nothing. */

/** Largest answer of a subgraph, in bytes; the gateway reads no more of one. */
export const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/** Client of the product's own processes that make batch calls; no token has it, and the gateway signs only clients of tokens and its own. */
export const BATCH_CLIENT = "govgraph:batch";

/** Behind the path of a batch call of which nothing stays. */
export const TRIAL = "?trial";

/** Where the gateway asks, as the viewer, for a file that an object holds; its id follows. */
export const FILES_PATH = "/files/";

/** The batch call that tells which of some files, by their SHA-256, objects of the service hold. */
export const HELD_FILES = "heldFiles";

/** The batch call by which the gateway follows the journal of a service. */
export const STEPS_TAKEN = "stepsTaken";

/** The batch call by which the gateway reads what registered apps may ask, and the service that answers it. */
export const APPS_IN_FORCE = { service: "reference", batch: "appsInForce" } as const;

/** What a registered app may ask. */
export interface AppInForce {
  /** False while it is suspended, and after its end: none of its tokens is taken. */
  readonly isOpen: boolean;
  /** Points of weighted cost; absent before it was approved. */
  readonly quota?: { readonly aMinute: number; readonly aDay: number };
}

/** The batch call by which a realm's clients are kept as apps are registered, and the service that answers it. */
export const APPS_OF_REALM = { service: "reference", batch: "appsOfRealm" } as const;

/** A registered app, as a realm knows its client. */
export interface AppOfRealm {
  readonly clientId: string;
  readonly name: string;
  /** False while it is suspended, and after its end: the realm gives it no token. */
  readonly isOpen: boolean;
  readonly redirectUris: readonly string[];
  readonly scopes: readonly string[];
  /** Public JSON Web Keys, each in JSON. */
  readonly keys: readonly string[];
}

/** Name of the root by which a subgraph gives its part of the feed of changes. */
export const changesRootOf = (subgraph: string): string => `${subgraph}Changes`;

/** Name of the root by which a subgraph gives its part of the viewer's notices. */
export const noticesRootOf = (subgraph: string): string => `${subgraph}Notices`;

/** Name of the mutation by which the gateway marks notices of a subgraph. */
export const markNoticesRootOf = (subgraph: string): string => `${subgraph}MarkNotices`;

/** What a service tells of a file to a viewer who may read it. */
export interface HeldFile {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
}
