/** What is kept as JSON of a draw by lot: the source that was named, and what was published of the draw (decision 33). */
import { storedShape } from "../../../platform/database/index.js";
import type { KeptDraw, RandomSource } from "../../../platform/domain/index.js";

/** A source, version 1. */
interface StoredSourceV1 {
  readonly name: string;
  readonly reference: string;
  /** Day, `YYYY-MM-DD`. */
  readonly chosenAt: string;
}

/** A source, version 2: with the day on which its value becomes known. */
interface StoredSourceV2 extends StoredSourceV1 {
  readonly knownOn?: string;
}

/** A draw, version 1: hashes as lower-case hexadecimal digits. */
interface StoredDrawV1 {
  /** Ids in the order in which they were hashed. */
  readonly candidates: readonly string[];
  readonly candidateListHash: string;
  readonly sourceValue: string;
  readonly seed: string;
}

/** The public source of randomness. */
export const STORED_SOURCE = storedShape<RandomSource, StoredSourceV2>({
  places: ["intermediary_procurements.random_source"],
  upgrades: [(older: StoredSourceV1): StoredSourceV2 => older],
  toStored: ({ name, reference, chosenAt, knownOn }) => ({ name, reference, chosenAt, knownOn }),
  toDomain: ({ name, reference, chosenAt, knownOn }) => ({ name, reference, chosenAt, knownOn }),
});

/** What was published of a draw. */
export const STORED_DRAW = storedShape<KeptDraw, StoredDrawV1>({
  places: ["intermediary_procurements.draw"],
  toStored: ({ candidates, candidateListHash, sourceValue, seed }) => ({
    candidates,
    candidateListHash,
    sourceValue,
    seed,
  }),
  toDomain: ({ candidates, candidateListHash, sourceValue, seed }) => ({
    candidates,
    candidateListHash,
    sourceValue,
    seed,
  }),
});
