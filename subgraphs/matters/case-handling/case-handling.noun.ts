/** Handling of cases (在线办理): what this noun adds to the matters service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { CaseFileResolver } from "./case-file.resolver.js";
import { CaseHandlingResolver } from "./case-handling.resolver.js";
import { createCaseHandlingService } from "./case-handling.service.js";
import { addCaseVersions } from "./migrations/20261130051000_add_case_versions.js";
import { TOLD_CASE, TOLD_VERIFICATION } from "./case-handling.notices.js";

const services = { handling: createCaseHandlingService };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const caseHandling: Noun<MattersServices> = {
  resolvers: [CaseHandlingResolver, CaseFileResolver],
  services,
  // Of two duties in a state the first is told.
  notices: [TOLD_VERIFICATION, TOLD_CASE],
  migrations: [addCaseVersions],
};
