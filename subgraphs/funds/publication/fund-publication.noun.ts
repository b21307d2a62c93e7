/** What is published of funds (公告公示): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { FundPublicationResolver } from "./fund-publication.resolver.js";
import { createFundPublicationService } from "./fund-publication.service.js";

const services = { publications: createFundPublicationService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const fundPublication: Noun<FundsServices> = {
  resolvers: [FundPublicationResolver],
  services,
};
