/** Parts of a budget or final accounts as the domain knows them: no decorator, no row, no I/O. */

/** A paragraph of the explanation (情况说明). */
export interface BudgetNarrative {
  readonly heading: string;
  readonly text: string;
}
