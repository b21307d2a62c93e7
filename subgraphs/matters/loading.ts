/** What the matters service loads and exports, what it answers to loaders of other services, and the figures that follow. */
import type { Loading } from "../../platform/subgraph/loading.js";
import { refreshMatterFigures } from "./case-statistics/figures.repository.js";
import { catalogueImport } from "./catalogue-item/catalogue-item.import.js";
import { publishedMattersByCode } from "./matter/matter.batches.js";
import { matterExport } from "./matter/matter.export.js";
import { matterImport } from "./matter/matter.import.js";
import { ratingExport } from "./service-rating/service-rating.export.js";
import { ratingImport } from "./service-rating/service-rating.import.js";
import { refreshCaseLights } from "./monitor-alert/clock-alerts.repository.js";

/** Its loading. */
export const loading: Loading = {
  imports: [catalogueImport, matterImport, ratingImport],
  exports: [matterExport, ratingExport],
  batches: { publishedMattersByCode },
  async refresh(db, today) {
    await refreshMatterFigures(db, today);
    await refreshCaseLights(db, today);
  },
  // What writes loads the graph; loading and exporting need none of it.
  stepsInTime: async (db, at) => (await import("./alert-handling/raise-alerts.js")).raiseAlerts(db, at),
};
