/** What is recorded of how the graph is used: counts by day, client and operation, and by service. No values, no addresses, no persons. */

/** An operation, and what of the schema it reads. */
export interface UsedOperation {
  /** Hash of what it asks; of a client's operations beyond the limit, one for all of them. */
  readonly operation: string;
  /** Its name, where it has one that holds no number. */
  readonly name: string | null;
  /** Schema coordinates that it asks for. */
  readonly coordinates: readonly string[];
  /** Coordinates that services are given for it: keys and what is required. */
  readonly needed: readonly string[];
}

/** How often a client asked it. */
export interface OperationCount {
  /** Client of the token (`azp`), `anonymous` without one. */
  readonly client: string;
  readonly operation: string;
  readonly requests: number;
  /** Of them, those with an error. */
  readonly failed: number;
  /** Points that they took of the client's quota. @default 0 */
  readonly points?: number;
  /** How many took at most each of WITHIN_MS and more than the bound before it; last those that took longer. @default none is told */
  readonly times?: readonly number[];
}

/** What one client asks, by operation. */
export interface ClientOperation extends Omit<UsedOperation, "coordinates" | "needed"> {
  readonly requests: number;
  readonly failed: number;
  readonly points: number;
  readonly times: readonly number[];
  /** Last day on which it was asked. */
  readonly lastDay: string;
}

/** Requests to a service with one outcome, of which each took at most `withinMs` and more than the bound before it. */
export interface ServiceCount {
  readonly service: string;
  /** `ok`, or the code of the first error. */
  readonly outcome: string;
  /** One of WITHIN_MS; 0 for those that took longer than the last. */
  readonly withinMs: number;
  readonly requests: number;
}

/** What is written together. */
export interface UseBatch {
  /** Local date, YYYY-MM-DD. */
  readonly day: string;
  readonly operations: readonly UsedOperation[];
  readonly counts: readonly OperationCount[];
  readonly services: readonly ServiceCount[];
}

/** Bounds of times, in milliseconds. */
export const WITHIN_MS = [5, 10, 25, 50, 100, 250, 500, 1_000, 3_000] as const;

/** The client of requests without a token. */
export const ANONYMOUS_CLIENT = "anonymous";

/** Use of some coordinates by one client and operation. */
export interface OperationUse extends Omit<UsedOperation, "coordinates" | "needed"> {
  readonly client: string;
  /** Of the coordinates that were asked about, those that it asks for … */
  readonly asked: readonly string[];
  /** … and those that it needs. */
  readonly needed: readonly string[];
  readonly requests: number;
  readonly failed: number;
  /** Last day on which it was asked. */
  readonly lastDay: string;
}

/** The bound of WITHIN_MS within which a share of requests was answered; null where that is longer than the last, or none is told. */
export const boundOf = (times: readonly number[], share: number): number | null => {
  const all = times.reduce((sum, count) => sum + count, 0);
  let within = 0;
  const place = times.findIndex((count) => (within += count) >= share * all);
  return all === 0 ? null : (WITHIN_MS[place] ?? null);
};

/** One request that took so long, as counts of times have it. */
export const timesOf = (milliseconds: number, weight: number): readonly number[] => {
  const place = WITHIN_MS.findIndex((bound) => milliseconds <= bound);
  return [...WITHIN_MS, 0].map((_bound, index) => (index === (place < 0 ? WITHIN_MS.length : place) ? weight : 0));
};
