/** Commitments in place of materials (告知承诺): what this noun adds to the matters service. */
import { CASE_COMMITMENT } from "../../../platform/outbox/index.js";
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { CaseCommitmentResolver } from "./case-commitment.resolver.js";
import { createCaseCommitmentService } from "./case-commitment.service.js";

const services = { caseCommitments: createCaseCommitmentService };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const caseCommitment: Noun<MattersServices> = {
  resolvers: [CaseCommitmentResolver],
  services,
  sends: [CASE_COMMITMENT],
};
