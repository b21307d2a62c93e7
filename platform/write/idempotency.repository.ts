/** SQL of idempotency keys: the first write of a key is done, an equal one is answered with its outcome, another one is refused. */
import { createHash } from "node:crypto";
import type { Knex } from "knex";
import { stableJson } from "../domain/index.js";
import { ServiceError } from "../errors/index.js";

/** How long a key is kept, in milliseconds: 24 hours. */
const KEPT_MS = 86_400_000;

/** A write that names a key. */
export interface KeyedWrite {
  /** Pseudonym of who asks. */
  readonly actor: string;
  readonly key: string;
  /** Name of the mutation. */
  readonly verb: string;
  readonly inputHash: string;
  readonly asOf: Date;
}

/** SHA-256 of what was asked for, in hex; equal for equal inputs, whatever the order of their fields and without the key. */
export const inputHashOf = ({ idempotencyKey: _, ...input }: Readonly<Record<string, unknown>>): string =>
  createHash("sha256").update(stableJson(input)).digest("hex");

/**
 * Takes the key in the caller's transaction; answers with the outcome of the write that has it. A write of the same key that is under way
 * is waited for. Throws CONFLICT (IDEMPOTENCY_KEY_REUSED) where the key was used for another mutation or another input.
 */
export const claimKey = async (
  trx: Knex.Transaction,
  { actor, key, verb, inputHash, asOf }: KeyedWrite,
): Promise<{ readonly outcome: unknown } | undefined> => {
  const expires_at = new Date(asOf.getTime() + KEPT_MS);
  const written = (await trx("idempotency_keys")
    .insert({ actor, key, verb, input_hash: inputHash, expires_at })
    .onConflict(["actor", "key"])
    .merge({ verb, input_hash: inputHash, outcome: null, expires_at })
    .where("idempotency_keys.expires_at", "<=", asOf)
    .returning("key")) as unknown[];
  if (written.length > 0) return undefined;
  const kept = (await trx("idempotency_keys").first("verb", "input_hash", "outcome").where({ actor, key })) as {
    readonly verb: string;
    readonly input_hash: string;
    readonly outcome: string;
  };
  if (kept.verb !== verb || kept.input_hash !== inputHash)
    throw new ServiceError("CONFLICT", "The idempotency key was used for something else.", {
      reason: "IDEMPOTENCY_KEY_REUSED",
    });
  return { outcome: JSON.parse(kept.outcome) as unknown };
};

/** Keeps what came of the write that has the key. */
export const keepOutcome = async (
  trx: Knex.Transaction,
  { actor, key }: Pick<KeyedWrite, "actor" | "key">,
  outcome: object,
): Promise<void> => {
  await trx("idempotency_keys")
    .where({ actor, key })
    .update({ outcome: JSON.stringify(outcome) });
};

/** Removes keys whose time is over; answers with how many. */
export const forgetExpiredKeys = (db: Knex, asOf: Date): Promise<number> =>
  db("idempotency_keys").where("expires_at", "<=", asOf).delete();
