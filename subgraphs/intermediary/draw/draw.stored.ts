/** What is kept as JSON of a draw by lot: the source that was named, and what was published of the draw (decision 33). */
import { storedShape } from "../../../platform/database/index.js";
import type { KeptDraw, RandomSource } from "./draw.js";

/** A source, version 1. */
interface StoredSourceV1 {
  readonly name: string;
  readonly reference: string;
  /** Day, `YYYY-MM-DD`. */
  readonly chosenAt: string;
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
export const STORED_SOURCE = storedShape<RandomSource, StoredSourceV1>({
  places: ["intermediary_procurements.random_source"],
  toStored: ({ name, reference, chosenAt }) => ({ name, reference, chosenAt }),
  toDomain: ({ name, reference, chosenAt }) => ({ name, reference, chosenAt }),
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
