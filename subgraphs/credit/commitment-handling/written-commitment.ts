/** How commitments are written: under which machine, and whose; the state stands in the column of the fulfilment. */
import type { ColumnOf } from "../../../platform/disclosure/admission/index.js";
import type { Written } from "../../../platform/write/index.js";
import {
  COMMITMENT,
  type CommitmentEvent,
  type CommitmentGuardFacts,
  type Fulfilment,
} from "../commitment/commitment.machine.js";
import { WHOSE_COMMITMENT } from "../commitment/commitment.policy.js";
import { findCommitments } from "../commitment/commitment.repository.js";
import { COMMITMENT_PARTS } from "./commitment-handling.policy.js";

/** Commitments, as writes know them. */
export const WRITTEN_COMMITMENT: Written<
  Fulfilment,
  CommitmentEvent,
  CommitmentGuardFacts,
  ColumnOf<typeof WHOSE_COMMITMENT>
> = {
  kind: "CreditCommitment",
  table: "commitments",
  key: "id",
  machine: COMMITMENT,
  whose: WHOSE_COMMITMENT,
  parts: COMMITMENT_PARTS,
  read: async (trx, id) => (await findCommitments(trx, [id]))[0],
  stateOf: ({ fulfilment }: { readonly fulfilment: Fulfilment }) => fulfilment,
};
