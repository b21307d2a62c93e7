/** Disciplinary measure (惩戒措施): what this noun adds to the credit service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { CreditServices } from "../context.js";
import { MeasureResolver } from "./measure.resolver.js";
import { createMeasureService } from "./measure.service.js";

const services = { measures: createMeasureService };

declare module "../context.js" {
  interface CreditServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const measure: Noun<CreditServices> = {
  resolvers: [MeasureResolver],
  services,
};
