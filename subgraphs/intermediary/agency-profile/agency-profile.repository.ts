/** SQL of intermediaries; averages are computed from the table of finished engagements. */
import type { Knex } from "knex";
import { divideRoundHalfUp } from "../../../platform/domain/index.js";
import type { AgencyProfile, EntryState, Qualification } from "./agency-profile.type.js";

/** A row of intermediaries with the sums of its engagements. */
export interface AgencyRow {
  organization_id: string;
  uscc: string | null;
  name: string;
  division_code: string;
  entry_state: EntryState;
  qualifications: Qualification[];
  related_approval_depts: string[];
  completed: bigint;
  on_time: bigint;
  days: bigint;
  price_fen: bigint;
}

/** Intermediaries with their sums, and whole numbers to order by: hundredths of a percent, fen, hundredths of a day. */
export const agenciesQuery = (db: Knex): Knex.QueryBuilder => {
  const sums = db("engagements as e")
    .select(
      db.raw("count(*) as completed"),
      db.raw("count(*) filter (where working_days <= promised_days) as on_time"),
      db.raw("coalesce(sum(working_days), 0)::bigint as days"),
      db.raw("coalesce(sum(price_fen), 0)::bigint as price_fen"),
    )
    .whereRaw("e.agency_id = a.organization_id");
  const joined = db("agencies as a")
    .joinRaw("cross join lateral (?) as sums", [sums as unknown as Knex.Value])
    .select(
      "a.*",
      "sums.*",
      db.raw("case when completed = 0 then -1 else (on_time * 10000 / completed)::int end as on_time_order"),
      db.raw("case when completed = 0 then 9999999999999 else price_fen / completed end as price_order"),
      db.raw("case when completed = 0 then 99999999 else (days * 100 / completed)::int end as days_order"),
    );
  return db.select("*").from(joined.as("agencies"));
};

/** Domain object of a row. */
export const toAgency = (row: AgencyRow): AgencyProfile => {
  const completed = Number(row.completed);
  return {
    id: row.organization_id,
    uscc: row.uscc ?? undefined,
    name: row.name,
    divisionCode: row.division_code,
    entryState: row.entry_state,
    qualifications: row.qualifications,
    relatedApprovalDepts: row.related_approval_depts,
    completedCount: completed,
    ...(completed === 0
      ? {}
      : {
          avgDays: Math.round((Number(row.days) * 10) / completed) / 10,
          avgPrice: divideRoundHalfUp(row.price_fen, row.completed),
          onTimeRate: Math.round((Number(row.on_time) * 10_000) / completed) / 10_000,
        }),
  };
};

/** Intermediaries by organisation, in no order. */
export const findAgencies = async (db: Knex, ids: readonly string[]): Promise<AgencyProfile[]> =>
  ((await agenciesQuery(db).whereIn("organization_id", [...ids])) as AgencyRow[]).map(toAgency);
