/** Loads of agencies: files that they upload at the gateway, and the steps that a worker takes with them. */
export {
  LOAD_LIMITS,
  STEPS,
  type Asker,
  type HeldStep,
  type LoadField,
  type LoadKind,
  type Step,
  type StepName,
  type StepOptions,
  type Upload,
} from "./load.js";
export { openLoadFolder, STEP_FILES, type LoadFolder, type StepFile } from "./load-folder.js";
export { createLoadStore, LOADS_SCHEMA, openLoadStore, type LoadStore } from "./loads.repository.js";
export { createWorkStore, LEASE_S, MOST_ATTEMPTS, type StepEnd, type WorkStore } from "./work.repository.js";
