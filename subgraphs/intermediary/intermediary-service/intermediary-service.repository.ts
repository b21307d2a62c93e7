/** SQL of intermediary services and of the matters that require them. */
import type { Knex } from "knex";
import { whereNameMatches } from "../../../platform/database/index.js";
import { INTERMEDIARY_SERVICES, type ServiceRow } from "./intermediary-service.rows.js";
import type { IntermediaryService } from "./intermediary-service.type.js";
import type { IntermediaryServiceQuery } from "./intermediary-service.input.js";

const COLUMNS = INTERMEDIARY_SERVICES.columns();

const shown = INTERMEDIARY_SERVICES.to<IntermediaryService>()("timeLimitDays", "timeLimitUnit");

/** Domain object of a row. */
export const toService = (row: ServiceRow): IntermediaryService =>
  shown(row, {
    timeLimit: row.time_limit_days === null ? undefined : { amount: row.time_limit_days, unit: row.time_limit_unit },
  });

/** Services with these codes, in no order. */
export const findServices = async (db: Knex, codes: readonly string[]): Promise<IntermediaryService[]> =>
  (
    (await db("intermediary_services")
      .select(COLUMNS)
      .whereIn("code", [...codes])) as ServiceRow[]
  ).map(toService);

/** Services that fit; the caller adds order and page. */
export const servicesQuery = (db: Knex, { search, filter }: IntermediaryServiceQuery): Knex.QueryBuilder => {
  const query = db("intermediary_services").select(COLUMNS);
  if (search != null) whereNameMatches(query, search, "code");
  if (filter?.listStates) query.whereIn("list_state", filter.listStates);
  if (filter?.feeNature) query.where("fee_nature", filter.feeNature);
  return query;
};

/** Links between matters and services, the first hundred of each key. */
export const listLinks = async (
  db: Knex,
  column: "matter_id" | "service_code",
  keys: readonly string[],
): Promise<{ matterId: string; serviceCode: string }[]> => {
  const ranked = db("service_matter_links")
    .select(
      "matter_id",
      "service_code",
      db.raw("row_number() over (partition by ?? order by matter_id, service_code) as position", [column]),
    )
    .whereIn(column, [...keys]);
  const rows = (await db
    .from(ranked.as("ranked"))
    .where("position", "<=", 100)
    .orderBy(["service_code", "matter_id"])) as {
    matter_id: string;
    service_code: string;
  }[];
  return rows.map((row) => ({ matterId: row.matter_id, serviceCode: row.service_code }));
};
