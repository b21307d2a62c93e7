/** Commitment (信用承诺): what this noun adds to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { CommitmentResolver } from "./commitment.resolver.js";
import { nameRepairCases } from "./migrations/20261129171000_name_repair_cases.js";
import { createCommitmentService } from "./commitment.service.js";

const services = { commitments: createCommitmentService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const commitment: Noun<CreditServices> = {
  owns: ["CreditCommitment"],
  resolvers: [CommitmentResolver],
  references: {
    CreditCommitment: ({ id }, { commitments }) => commitments.find(String(id)),
  },
  changes: [{ kind: "COMMITMENT", type: "CreditCommitment", description: "Public commitment, by id (信用承诺)." }],
  services,
  migrations: [nameRepairCases],
};
