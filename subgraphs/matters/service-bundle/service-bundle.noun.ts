/** Bundle of matters (高效办成一件事): what this noun adds to the matters service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { BundleResolver, MatterBundlesResolver, DivisionBundlesResolver } from "./service-bundle.resolver.js";
import { createBundleService } from "./service-bundle.service.js";
import { createServiceBundles } from "./migrations/20261126170000_create_service_bundles.js";

const services = { bundles: createBundleService };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const serviceBundle: Noun<MattersServices> = {
  owns: ["ServiceBundle"],
  resolvers: [BundleResolver, MatterBundlesResolver, DivisionBundlesResolver],
  references: {
    ServiceBundle: ({ code }, { bundles }) => bundles.find(String(code)),
  },
  services,
  migrations: [createServiceBundles],
};
