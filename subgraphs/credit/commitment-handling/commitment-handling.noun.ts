/** Verification of commitments (信用承诺核实): what this noun adds to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { CommitmentHandlingResolver } from "./commitment-handling.resolver.js";
import { TOLD_COMMITMENT } from "./commitment-handling.notices.js";
import { createCommitmentHandlingService } from "./commitment-handling.service.js";
import { keepTold } from "./told-commitment.js";
import { indexCommitmentAuthorities } from "./migrations/20261130232000_index_commitment_authorities.js";
import { writeCommitments } from "./migrations/20261130223000_write_commitments.js";

const services = { commitmentHandling: createCommitmentHandlingService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const commitmentHandling: Noun<CreditServices> = {
  resolvers: [CommitmentHandlingResolver],
  services,
  notices: [TOLD_COMMITMENT],
  receives: { "matters.case-commitment": keepTold },
  migrations: [writeCommitments, indexCommitmentAuthorities],
};
