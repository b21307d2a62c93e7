/** Handling of consultations (咨询办理): what this noun adds to the matters service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { TOLD_CONSULTATION } from "./consultation-handling.notices.js";
import { ConsultationHandlingResolver } from "./consultation-handling.resolver.js";
import { createConsultationHandling } from "./consultation-handling.service.js";

const services = { consultationHandling: createConsultationHandling };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const consultationHandling: Noun<MattersServices> = {
  resolvers: [ConsultationHandlingResolver],
  services,
  notices: [TOLD_CONSULTATION],
};
