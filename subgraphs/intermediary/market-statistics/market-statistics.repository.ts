/** SQL of market statistics: projects that anybody may know of, and contracts that were signed. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith } from "../../../platform/database/index.js";
import type { Selection } from "../intermediary-procurement/intermediary-procurement.enums.js";
import type { MarketStatisticsArgs, ServicePrices } from "./market-statistics.type.js";

/** Most services whose prices are told. */
const MOST_SERVICES = 100;

/** Projects of which public notice was given in the year by the day; drafts are nobody's figure. */
const givenNoticeOf = (
  db: Knex,
  { division, year, service }: MarketStatisticsArgs,
  today: string,
): Knex.QueryBuilder => {
  const query = db("intermediary_procurements")
    .whereNot("state", "DRAFT")
    .whereBetween("public_notice_on", [`${year}-01-01`, `${year}-12-31`])
    .where("public_notice_on", "<=", today)
    .whereLike("division_code", beginningWith(divisionPrefix(division)));
  return service === undefined ? query : query.where("service_code", service);
};

/** How many of each way of selection, of them opened and failed. */
export const countBySelection = async (
  db: Knex,
  asked: MarketStatisticsArgs,
  today: string,
): Promise<{ selection: Selection; count: number; opened: number; failed: number }[]> =>
  givenNoticeOf(db, asked, today)
    .select(
      "selection",
      db.raw("count(*)::int as count"),
      db.raw("count(*) filter (where opened_on <= ?)::int as opened", [today]),
      db.raw("count(*) filter (where state = 'FAILED')::int as failed"),
    )
    .groupBy("selection");

/** Prices by service in fen; percentile_disc gives a value that is there, so that nothing is rounded. */
export const listServicePrices = async (
  db: Knex,
  asked: MarketStatisticsArgs,
  today: string,
): Promise<ServicePrices[]> =>
  givenNoticeOf(db, asked, today)
    .where("signed_on", "<=", today)
    .whereNotNull("contract_fen")
    .select(
      "service_code as serviceCode",
      db.raw("count(*)::int as contracts"),
      db.raw("min(contract_fen) as lowest"),
      ...(
        [
          ["lowerQuartile", 0.25],
          ["median", 0.5],
          ["upperQuartile", 0.75],
        ] as const
      ).map(([name, share]) =>
        db.raw("percentile_disc(?::float8) within group (order by contract_fen) as ??", [share, name]),
      ),
      db.raw("max(contract_fen) as highest"),
    )
    .groupBy("service_code")
    .orderBy([{ column: "contracts", order: "desc" }, { column: "service_code" }])
    .limit(MOST_SERVICES);
