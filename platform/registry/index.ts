/** The registry: versions of subgraphs, who approved what they make public, and the signed bundles that gateways serve. */
export { sourceOf } from "./compose-versions.js";
export { exposures, type Published } from "./exposures.js";
export {
  findBundle,
  listSteps,
  listVersions,
  migrateRegistry,
  REGISTRY_SCHEMA,
  type RegistryDatabase,
} from "./registry.repository.js";
export { SubgraphRegistry } from "./registry.js";
export type { ChangeOutcome, RegistryOptions } from "./registry-options.js";
export { actOf, type Act, type Submission, type SubgraphVersion, type VersionStep } from "./version.js";
export { VERSION } from "./version.machine.js";
