/** Online consultation (在线咨询): what this noun adds to the matters service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { ConsultationResolver } from "./consultation.resolver.js";
import { createConsultationService } from "./consultation.service.js";
import { createConsultations } from "./migrations/20261130221000_create_consultations.js";

const services = { consultations: createConsultationService };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const consultation: Noun<MattersServices> = {
  owns: ["Consultation"],
  resolvers: [ConsultationResolver],
  references: {
    Consultation: ({ id }, { consultations }) => consultations.find(String(id)),
  },
  services,
  migrations: [createConsultations],
};
