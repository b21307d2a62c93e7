/** Tasks by which documents are carried out (政策落实任务): what this noun adds to the openness service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import type { OpennessServices } from "../context.js";
import { clearImplementation, seedImplementation } from "../seeds/implementation.js";
import {
  ImplementationTaskResolver,
  ImplementedDocumentResolver,
  TaskStepResolver,
} from "./implementation-task.resolver.js";
import { createImplementationTaskService } from "./implementation-task.service.js";
import { createImplementationTasks } from "./migrations/20261202150000_create_implementation_tasks.js";

const services = { implementationTasks: createImplementationTaskService };

declare module "../context.js" {
  interface OpennessServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const implementationTask: Noun<OpennessServices, DemonstrationWorld> = {
  owns: ["ImplementationTask"],
  resolvers: [ImplementationTaskResolver, TaskStepResolver, ImplementedDocumentResolver],
  references: {
    ImplementationTask: ({ id }, { implementationTasks }) => implementationTasks.find(String(id)),
  },
  services,
  migrations: [createImplementationTasks],
  clear: clearImplementation,
  seed: seedImplementation,
};
