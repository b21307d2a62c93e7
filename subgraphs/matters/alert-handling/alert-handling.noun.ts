/** Handling of alerts (监察处置): what this noun adds to the matters service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { AlertHandlingResolver } from "./alert-handling.resolver.js";
import { createAlertHandling } from "./alert-handling.service.js";
import { TOLD_ALERT } from "./alert-handling.notices.js";
import { addAlertVersions } from "./migrations/20261130220000_add_alert_versions.js";

const services = { alertHandling: createAlertHandling };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const alertHandling: Noun<MattersServices> = {
  resolvers: [AlertHandlingResolver],
  services,
  notices: [TOLD_ALERT],
  migrations: [addAlertVersions],
};
