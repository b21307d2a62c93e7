/** Handling of funded projects (资金项目办理): what this noun adds to the funds service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { FundsServices } from "../context.js";
import { keepPendingEvaluations } from "./migrations/20261130231000_keep_pending_evaluations.js";
import { addProjectVersions } from "./migrations/20261130142000_add_project_versions.js";
import { ProjectHandlingResolver } from "./project-handling.resolver.js";
import { TOLD_PROJECT } from "./project-handling.notices.js";
import { createProjectHandlingService } from "./project-handling.service.js";

const services = { projectHandling: createProjectHandlingService };

declare module "../context.js" {
  interface FundsServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const projectHandling: Noun<FundsServices> = {
  resolvers: [ProjectHandlingResolver],
  services,
  notices: [TOLD_PROJECT],
  migrations: [addProjectVersions, keepPendingEvaluations],
};
