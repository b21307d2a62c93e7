/** What is kept as JSON of a budget or final accounts: the paragraphs of its explanation, each with its version (decision 33). */
import { storedShape } from "../../../platform/database/index.js";
import type { BudgetNarrative } from "./budget-disclosure.js";

/** A paragraph, version 1. */
interface StoredNarrativeV1 {
  readonly heading: string;
  readonly text: string;
}

/** A paragraph of the explanation. */
export const STORED_NARRATIVE = storedShape<BudgetNarrative, StoredNarrativeV1>({
  places: ["budget_disclosures.narrative"],
  toStored: ({ heading, text }) => ({ heading, text }),
  toDomain: ({ heading, text }) => ({ heading, text }),
});
