/** Notice of funds (公告公示): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { FundAnnouncementResolver } from "./fund-announcement.resolver.js";
import { createFundAnnouncementService } from "./fund-announcement.service.js";

const services = { announcements: createFundAnnouncementService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const fundAnnouncement: Noun<FundsServices> = {
  resolvers: [FundAnnouncementResolver],
  services,
};
