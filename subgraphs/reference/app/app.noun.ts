/** Registered app (登记应用): what this noun adds to the reference service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { ReferenceServices } from "../context.js";
import { AppResolver } from "./app.resolver.js";
import { createAppService } from "./app.service.js";
import { createApps } from "./migrations/20261130241000_create_apps.js";
import { addKeysOfApps } from "./migrations/20261130250000_add_keys_of_apps.js";

const services = { apps: createAppService };

declare module "../context.js" {
  interface ReferenceServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const app: Noun<ReferenceServices> = {
  resolvers: [AppResolver],
  services,
  migrations: [createApps, addKeysOfApps],
};
