/** Alert of monitoring (监察预警): what this noun adds to the matters service. */
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { addSupervision } from "./migrations/20261129162000_add_supervision.js";
import { createCaseLights } from "./migrations/20261129200000_create_case_lights.js";
import { MonitorAlertResolver } from "./monitor-alert.resolver.js";
import { createAlertService } from "./monitor-alert.service.js";

const services = { alerts: createAlertService };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const monitorAlert: Noun<MattersServices> = {
  owns: ["MonitorAlert"],
  resolvers: [MonitorAlertResolver],
  references: {
    MonitorAlert: ({ id }, { alerts }) => alerts.find(String(id)),
  },
  services,
  migrations: [addSupervision, createCaseLights],
};
