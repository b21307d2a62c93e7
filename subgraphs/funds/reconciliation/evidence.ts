/** What stands beside the book and must agree with it: projects, batches, published amounts. Shapes alone. */
import type { Fen, LocalDate } from "../../../platform/domain/index.js";
import type { PersonGroup } from "../access/person-group.js";

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

/** Some persons of a batch with what is wrong about their lines; nobody where nothing is. */
export interface WrongLines {
  readonly group: PersonGroup;
  readonly amount: Fen;
}

/** A batch paid out of the tree, or to be paid. */
export interface BatchEvidence {
  readonly batchNo: string;
  readonly allocationId: string;
  /** All persons of the batch. */
  readonly group: PersonGroup;
  /** Payment order, once it is paid. */
  readonly paymentNo?: string;
  readonly publicityFrom: LocalDate;
  readonly publicityTo: LocalDate;
  readonly paidOn?: LocalDate;
  /** Amount of the payment, or what was declared while it is not paid. */
  readonly total: Fen;
  readonly lines: Fen;
  /** Lines that are not quantity × standard, rounded half up, and by how much. */
  readonly miscalculated: WrongLines;
  /** Who was paid for the same policy and period by more than one line, and how much above the largest line of each. */
  readonly paidTwice: WrongLines;
}

/** An amount that was published, and what the book says of it. */
export interface PublishedEvidence {
  readonly allocationId: string;
  readonly publicationId?: string;
  readonly paymentNo?: string;
  /** Persons to whom the money goes; absent where it goes to bodies, divisions and projects. */
  readonly group?: PersonGroup;
  readonly published: Fen;
  readonly ledger: Fen;
}

/** All evidence of some trees. */
export interface Evidence {
  readonly projects: readonly ProjectEvidence[];
  readonly batches: readonly BatchEvidence[];
  readonly published: readonly PublishedEvidence[];
}

/** The part of it that belongs to these allocations. */
export const evidenceOf = (evidence: Evidence, allocationIds: ReadonlySet<string>): Evidence => {
  const within = ({ allocationId }: { readonly allocationId: string }): boolean => allocationIds.has(allocationId);
  return {
    projects: evidence.projects.filter((project) => project.allocationIds.some((id) => allocationIds.has(id))),
    batches: evidence.batches.filter(within),
    published: evidence.published.filter(within),
  };
};
