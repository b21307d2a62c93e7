/** Publicity of licences (行政许可公示): what its writes add to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { LicenceHandlingResolver } from "./licence-handling.resolver.js";
import { TOLD_LICENCE } from "./licence-handling.notices.js";
import { createLicenceHandlingService } from "./licence-handling.service.js";
import { publishCompleted } from "./publish-completed.js";
import { writeLicences } from "./migrations/20261130210000_write_licences.js";

const services = { licenceHandling: createLicenceHandlingService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const licenceHandling: Noun<CreditServices> = {
  resolvers: [LicenceHandlingResolver],
  services,
  notices: [TOLD_LICENCE],
  migrations: [writeLicences],
  receives: { "matters.case-completed": publishCompleted },
};
