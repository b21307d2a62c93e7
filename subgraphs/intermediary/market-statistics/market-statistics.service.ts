/** A year of the market in figures, the same for every viewer. */
import { localDateOf } from "../../../platform/domain/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { Selection } from "../intermediary-procurement/intermediary-procurement.enums.js";
import { countBySelection, listServicePrices } from "./market-statistics.repository.js";
import type { MarketStatistics, MarketStatisticsArgs } from "./market-statistics.type.js";

/** Service of market statistics. */
export interface MarketStatisticsService {
  find(asked: MarketStatisticsArgs): Promise<MarketStatistics>;
}

/** Creates the service for one request. */
export const createMarketStatisticsService = ({ db, asOf }: ServiceDependencies): MarketStatisticsService => ({
  async find(asked) {
    const today = localDateOf(asOf);
    const [counts, prices] = await Promise.all([
      countBySelection(db, asked, today),
      listServicePrices(db, asked, today),
    ]);
    const sum = (column: "count" | "opened" | "failed"): number =>
      counts.reduce((total, row) => total + row[column], 0);
    const [total, opened, failed] = [sum("count"), sum("opened"), sum("failed")];
    return {
      year: asked.year,
      divisionCode: asked.division,
      total,
      bySelection: Object.values(Selection).map((selection) => {
        const count = counts.find((row) => row.selection === selection)?.count ?? 0;
        return { selection, count, ...(total === 0 ? {} : { share: count / total }) };
      }),
      opened,
      failed,
      ...(opened + failed === 0 ? {} : { failedShare: failed / (opened + failed) }),
      prices,
    };
  },
});
