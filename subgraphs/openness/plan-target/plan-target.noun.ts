/** Targets of plans (规划目标): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import type { OpennessServices } from "../context.js";
import { clearTargets, seedTargets } from "../seeds/plan-targets.js";
import { createPlanTargets } from "./migrations/20261202150300_create_plan_targets.js";
import { PlanTargetResolver } from "./plan-target.resolver.js";
import { createPlanTargetService } from "./plan-target.service.js";

const services = { planTargets: createPlanTargetService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const planTarget: Noun<OpennessServices, DemonstrationWorld> = {
  owns: ["PlanTarget"],
  resolvers: [PlanTargetResolver],
  references: { PlanTarget: ({ id }, { planTargets }) => planTargets.find(String(id)) },
  services,
  migrations: [createPlanTargets],
  clear: clearTargets,
  seed: seedTargets,
};
