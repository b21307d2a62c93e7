/** What stands beside the book and must agree with it: projects, batches, duplicates, published amounts. Shapes alone. */
import type { Fen, LocalDate } from "../../../platform/domain/index.js";

/** A project of the tree, with its money out of all lineages. */
export interface ProjectEvidence {
  readonly projectCode: string;
  readonly allocationIds: readonly string[];
  readonly contract?: Fen;
  readonly assigned: Fen;
  /** Returns taken off. */
  readonly paid: Fen;
  /** Balance of the project's account, summed by account. */
  readonly account: Fen;
}

/** A batch paid out of the tree, or to be paid. */
export interface BatchEvidence {
  readonly batchNo: string;
  readonly allocationId: string;
  readonly publicityFrom: LocalDate;
  readonly publicityTo: LocalDate;
  readonly paidOn?: LocalDate;
  /** Amount of the payment, or what was declared while it is not paid. */
  readonly total: Fen;
  readonly lines: Fen;
  /** Sum of how far lines are from quantity × standard, rounded half up. */
  readonly miscalculated: Fen;
}

/** Persons of a batch who were paid for the same policy and period by more than one line. */
export interface DuplicateEvidence {
  readonly batchNo: string;
  readonly allocationId: string;
  readonly persons: number;
  /** Village of the batch; who supervises it knows of small groups too. */
  readonly villageCode: string;
  /** What was paid above the largest line of each. */
  readonly excess: Fen;
}

/** An amount that was published, and what the book says of it. */
export interface PublishedEvidence {
  /** Notice or payment. */
  readonly id: string;
  readonly allocationId: string;
  readonly published: Fen;
  readonly ledger: Fen;
}

/** All evidence of some trees. */
export interface Evidence {
  readonly projects: readonly ProjectEvidence[];
  readonly batches: readonly BatchEvidence[];
  readonly duplicates: readonly DuplicateEvidence[];
  readonly published: readonly PublishedEvidence[];
}

/** The part of it that belongs to these allocations. */
export const evidenceOf = (evidence: Evidence, allocationIds: ReadonlySet<string>): Evidence => {
  const within = ({ allocationId }: { readonly allocationId: string }): boolean => allocationIds.has(allocationId);
  return {
    projects: evidence.projects.filter((project) => project.allocationIds.some((id) => allocationIds.has(id))),
    batches: evidence.batches.filter(within),
    duplicates: evidence.duplicates.filter(within),
    published: evidence.published.filter(within),
  };
};
