/** One write: a transaction in which the idempotency key is taken, the change made, and what came of it kept. */
import type { Knex } from "knex";
import type { Viewer } from "../auth/index.js";
import { inTransaction } from "../database/index.js";
import { badInput, ServiceError } from "../errors/index.js";
import { actorHash } from "./acting.js";
import { claimKey, inputHashOf, keepOutcome } from "./idempotency.repository.js";

/** The transaction of a write. */
export type WriteTransaction = Knex.Transaction;

/** What every write may say (classes/write.input.ts). */
export interface KeyedInput {
  readonly idempotencyKey?: string;
}

/** What a write needs of its request. */
export interface WriteDependencies {
  readonly db: Knex;
  readonly viewer: Viewer;
  readonly asOf: Date;
}

/** A write. */
export interface WriteRequest<Outcome extends object> {
  /** Name of the mutation. */
  readonly verb: string;
  readonly input: KeyedInput;
  /**
   * Makes the change, and asks before it what day and other records must allow: behind the key, so that an equal request is answered though
   * they allow it no more. What it answers is kept with the key and given again, so it holds keys and versions alone, nothing of a person.
   */
  readonly change: (trx: WriteTransaction, inputHash: string) => Promise<Outcome>;
}

const KEY = /^[\x21-\x7e]{8,128}$/;

/**
 * Makes the change, all of it or nothing. Throws UNAUTHENTICATED without a viewer, CONFLICT where the key was used for something else,
 * and what the change throws.
 */
export const runWrite = async <Outcome extends object>(
  { db, viewer, asOf }: WriteDependencies,
  { verb, input, change }: WriteRequest<Outcome>,
): Promise<Outcome> => {
  const actor = actorHash(viewer);
  if (actor === undefined) throw new ServiceError("UNAUTHENTICATED");
  const key = input.idempotencyKey ?? undefined;
  if (key !== undefined && !KEY.test(key))
    throw badInput("idempotencyKey", "IDEMPOTENCY_KEY", "The key has 8 to 128 visible ASCII characters.");
  const inputHash = inputHashOf({ ...input });
  return inTransaction(db, async (trx) => {
    if (key === undefined) return change(trx, inputHash);
    const keyed = { actor, key, verb, inputHash, asOf };
    const before = await claimKey(trx, keyed);
    if (before) return before.outcome as Outcome;
    const outcome = await change(trx, inputHash);
    await keepOutcome(trx, keyed, outcome);
    return outcome;
  });
};
