/** Training on openness (政务公开培训): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import type { OpennessServices } from "../context.js";
import { clearTraining, seedTraining } from "../seeds/training.js";
import { createTrainingPlans } from "./migrations/20261202150700_create_training_plans.js";
import { TrainingPlanResolver } from "./training-plan.resolver.js";
import { createTrainingPlanService } from "./training-plan.service.js";

const services = { trainingPlans: createTrainingPlanService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const trainingPlan: Noun<OpennessServices, DemonstrationWorld> = {
  owns: ["TrainingPlan"],
  resolvers: [TrainingPlanResolver],
  references: { TrainingPlan: ({ id }, { trainingPlans }) => trainingPlans.find(String(id)) },
  services,
  migrations: [createTrainingPlans],
  clear: clearTraining,
  seed: seedTraining,
};
