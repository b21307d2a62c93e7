/** Openness office (政府信息公开工作机构): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { createOpennessOffices } from "./migrations/20261130260000_create_openness_offices.js";
import { addOpennessOfficeStaff } from "./migrations/20261202150600_add_openness_office_staff.js";
import { OpennessDirectoryResolver, OpennessOfficeResolver } from "./openness-office.resolver.js";
import { createOpennessOfficeService } from "./openness-office.service.js";

const services = { opennessOffices: createOpennessOfficeService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const opennessOffice: Noun<OpennessServices> = {
  resolvers: [OpennessDirectoryResolver, OpennessOfficeResolver],
  services,
  migrations: [createOpennessOffices, addOpennessOfficeStaff],
};
