/** Overview of credit (信用概况): what this noun adds to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { createOverviewService } from "./overview.service.js";

const services = { overview: createOverviewService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const overview: Noun<CreditServices> = {
  services,
};
