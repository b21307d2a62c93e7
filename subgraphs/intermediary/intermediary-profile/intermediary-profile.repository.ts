/** SQL of intermediaries, their precomputed figures, staff and declared relations. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith, type RowOf } from "../../../platform/database/index.js";
import { divideRoundHalfUp } from "../../../platform/domain/index.js";
import { INTERMEDIARIES, INTERMEDIARY_STAFF } from "./intermediary-profile.rows.js";
import { STORED_QUALIFICATION } from "./intermediary-profile.stored.js";
import type { IntermediaryProfile } from "./intermediary-profile.type.js";
import type { IntermediaryStaff } from "./intermediary-staff.type.js";

/** A row of intermediaries with the sums of its engagements. */
export interface IntermediaryRow extends RowOf<typeof INTERMEDIARIES> {
  readonly completed: bigint;
  readonly on_time: bigint;
  readonly days: bigint;
  readonly price_fen: bigint;
  readonly counted_on: string | null;
}

/**
 * Intermediaries with their sums, and whole numbers to order by: hundredths of a percent, fen, hundredths of a day. They
 * come from intermediary_figures, so that a page costs as much for an intermediary with a thousand engagements as for one with none.
 */
export const intermediariesQuery = (db: Knex): Knex.QueryBuilder => {
  const joined = db("intermediaries as a")
    .leftJoin("intermediary_figures as f", "f.intermediary_id", "a.organization_id")
    .select(
      ...INTERMEDIARIES.columns("a"),
      "f.counted_on",
      ...["completed", "on_time", "days", "price_fen"].map((column) =>
        db.raw("coalesce(??, 0) as ??", [`f.${column}`, column]),
      ),
      db.raw("coalesce(f.on_time_order, -1) as on_time_order"),
      db.raw("coalesce(f.price_order, 9999999999999) as price_order"),
      db.raw("coalesce(f.days_order, 99999999) as days_order"),
    );
  return db.select("*").from(joined.as("intermediaries"));
};

/** Recomputes the figures from the engagements finished by the day; called by seeds, and by whoever adds an engagement. */
export const refreshIntermediaryFigures = async (db: Knex, today: string): Promise<void> => {
  await db("intermediary_figures").delete();
  await db.raw(
    `insert into intermediary_figures (intermediary_id, completed, on_time, days, price_fen, on_time_order, price_order, days_order, counted_on)
     select intermediary_id, completed, on_time, days, price_fen, (on_time * 10000 / completed)::int, price_fen / completed, (days * 100 / completed)::int, :today::date
     from (select intermediary_id, count(*) as completed, count(*) filter (where working_days <= promised_days) as on_time,
             sum(working_days)::bigint as days, sum(price_fen)::bigint as price_fen
           from engagements where completed_on <= :today::date group by intermediary_id) as sums`,
    { today },
  );
};

/** Those that provide a service, in the division or below it where one is given. */
export const intermediariesOfService = (db: Knex, serviceCode: Knex.Raw, division?: string): Knex.QueryBuilder => {
  const query = intermediariesQuery(db).whereIn(
    "organization_id",
    db("provided_services").select("intermediary_id").where("service_code", serviceCode),
  );
  if (division !== undefined) query.whereLike("division_code", beginningWith(divisionPrefix(division)));
  return query;
};

const shown = INTERMEDIARIES.to<IntermediaryProfile>()("qualifications");

/** Domain object of a row. */
export const toIntermediary = (row: IntermediaryRow): IntermediaryProfile => {
  const completed = Number(row.completed);
  const mean = <T>(of: () => T): T | undefined => (completed === 0 ? undefined : of());
  return shown(row, {
    qualifications: row.qualifications.map(STORED_QUALIFICATION.read),
    completedCount: completed,
    figuresOn: row.counted_on ?? undefined,
    avgDays: mean(() => Math.round((Number(row.days) * 10) / completed) / 10),
    avgPrice: mean(() => divideRoundHalfUp(row.price_fen, row.completed)),
    onTimeRate: mean(() => Math.round((Number(row.on_time) * 10_000) / completed) / 10_000),
  });
};

/** Intermediaries by organisation, in no order. */
export const findIntermediaries = async (db: Knex, ids: readonly string[]): Promise<IntermediaryProfile[]> =>
  ((await intermediariesQuery(db).whereIn("organization_id", [...ids])) as IntermediaryRow[]).map(toIntermediary);

/** A row of intermediary_staff with its intermediary's code and division. */
export interface StaffRow extends RowOf<typeof INTERMEDIARY_STAFF> {
  readonly firm_uscc: string | null;
  readonly division_code: string;
}

const shownStaff = INTERMEDIARY_STAFF.to<IntermediaryStaff>()();

/** Domain object of a row; what of it a viewer sees is decided by the masks of its type. */
export const toStaff = (row: StaffRow): IntermediaryStaff =>
  shownStaff(row, { firmUscc: row.firm_uscc ?? undefined, divisionCode: row.division_code });

/** Staff of an intermediary; the caller adds order and page. */
export const staffQuery = (db: Knex, parent: Knex.Raw): Knex.QueryBuilder =>
  db.select("*").from(
    db("intermediary_staff as s")
      .join("intermediaries as a", "a.organization_id", "s.intermediary_id")
      .select(...INTERMEDIARY_STAFF.columns("s"), "a.uscc as firm_uscc", "a.division_code")
      .where("s.intermediary_id", parent)
      .as("staff"),
  );

/** Departments to which these intermediaries declared a relation that lasts on the day, the first hundred of each. */
export const listDeclared = async (
  db: Knex,
  intermediaryIds: readonly string[],
  today: string,
): Promise<{ intermediaryId: string; relatedId: string }[]> => {
  const { rows } = (await db.raw(
    `select body_id, related_id from (
       select body_id, related_id, row_number() over (partition by body_id order by related_id) as position from intermediary_relations
       where body_id = any(:ids::text[]) and kind = 'DECLARED'
         and (valid_from is null or valid_from <= :today) and (valid_to is null or valid_to >= :today)) as ranked
     where position <= 100 order by body_id, related_id`,
    { ids: [...intermediaryIds], today },
  )) as { rows: { body_id: string; related_id: string }[] };
  return rows.map((row) => ({ intermediaryId: row.body_id, relatedId: row.related_id }));
};

/** Codes of services that these intermediaries provide, the first hundred of each. */
export const listProvided = async (
  db: Knex,
  intermediaryIds: readonly string[],
): Promise<{ intermediaryId: string; serviceCode: string }[]> => {
  const ranked = db("provided_services")
    .select(
      "intermediary_id",
      "service_code",
      db.raw("row_number() over (partition by intermediary_id order by service_code) as position"),
    )
    .whereIn("intermediary_id", [...intermediaryIds]);
  const rows = (await db
    .from(ranked.as("ranked"))
    .where("position", "<=", 100)
    .orderBy(["intermediary_id", "service_code"])) as { intermediary_id: string; service_code: string }[];
  return rows.map((row) => ({ intermediaryId: row.intermediary_id, serviceCode: row.service_code }));
};
