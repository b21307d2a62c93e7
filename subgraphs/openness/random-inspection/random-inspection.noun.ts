/** Random inspections (双随机抽查): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { OpennessServices } from "../context.js";
import { createRandomInspections } from "./migrations/20261201123500_create_random_inspections.js";
import { InspectedObjectResolver, RandomInspectionResolver } from "./random-inspection.resolver.js";
import { createRandomInspectionService } from "./random-inspection.service.js";

const services = { randomInspections: createRandomInspectionService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const randomInspection: Noun<OpennessServices> = {
  owns: ["RandomInspection"],
  resolvers: [RandomInspectionResolver, InspectedObjectResolver],
  references: {
    RandomInspection: ({ no }, { randomInspections }) => randomInspections.find(String(no)),
  },
  services,
  migrations: [createRandomInspections],
};
