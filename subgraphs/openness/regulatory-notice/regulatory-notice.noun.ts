/** Notices of regulators in the named areas (监管信息): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { createRegulatoryNotices } from "./migrations/20261201123000_create_regulatory_notices.js";
import { RegulatedOrganizationResolver, RegulatoryNoticeResolver } from "./regulatory-notice.resolver.js";
import { createRegulatoryNoticeService } from "./regulatory-notice.service.js";

const services = { regulatoryNotices: createRegulatoryNoticeService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const regulatoryNotice: Noun<OpennessServices> = {
  owns: ["RegulatoryNotice"],
  resolvers: [RegulatoryNoticeResolver, RegulatedOrganizationResolver],
  references: {
    RegulatoryNotice: ({ id }, { regulatoryNotices }) => regulatoryNotices.find(String(id)),
  },
  services,
  migrations: [createRegulatoryNotices],
};
