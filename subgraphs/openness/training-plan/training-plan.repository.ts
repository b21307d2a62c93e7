/** SQL of plans of training; who took part is counted, and never leaves the database. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith } from "../../../platform/database/index.js";
import { comeBy, type LocalDate } from "../../../platform/domain/index.js";
import type { RecordTable } from "../published-record/published-record.repository.js";
import {
  TRAINING_PLANS,
  TRAINING_SESSIONS,
  type TrainingPlanRow,
  type TrainingSessionRow,
} from "./training-plan.rows.js";
import type { TrainingPlan, TrainingSession } from "./training-plan.type.js";

const shown = TRAINING_PLANS.to<TrainingPlan>()("publishedOn");
const shownSession = TRAINING_SESSIONS.to<TrainingSession & { readonly planId: string }>()();

/** The table, as records are read from it. */
export const PLANS: RecordTable<TrainingPlanRow, TrainingPlan> = {
  name: TRAINING_PLANS.name,
  columns: TRAINING_PLANS.columns,
  toNode: (row, day) => shown(row, { publishedOn: comeBy(row.published_on, day) }),
};

/** The first twenty sessions of these plans in their order, with how many took part. */
export const findSessions = async (
  db: Knex,
  day: LocalDate,
  planIds: readonly string[],
): Promise<(TrainingSession & { readonly planId: string })[]> => {
  const rows = (await db("training_sessions as s")
    .select(TRAINING_SESSIONS.columns("s"))
    .select(
      db.raw(
        `cast((select count(*) from training_attendances a where a.plan_id = s.plan_id and a.position = s.position) as int) as attended`,
      ),
    )
    .whereIn("s.plan_id", [...planIds])
    .where("s.position", "<=", 20)
    .orderBy(["s.plan_id", "s.position"])) as (TrainingSessionRow & { readonly attended: number })[];
  return rows.map((row) => shownSession(row, { attended: row.held_on <= day ? row.attended : undefined }));
};

/** Staff of the offices of a division and below it, and those who took part in a session of a public plan between the days. */
export const countTrained = async (
  db: Knex,
  { division, from, until }: { readonly division: string; readonly from: LocalDate; readonly until: LocalDate },
): Promise<{ readonly staff: number; readonly trained: number }> => {
  const { rows } = (await db.raw(
    `with office as (select agency_id, staff_count from openness_offices where division_code like :division)
     select (select cast(coalesce(sum(staff_count), 0) as int) from office) as staff,
       (select cast(count(distinct (a.agency_id, a.staff_no)) as int) from training_attendances a
          join training_sessions s on s.plan_id = a.plan_id and s.position = a.position
          join training_plans p on p.id = a.plan_id
          join office o on o.agency_id = a.agency_id and a.staff_no <= o.staff_count
        where s.held_on > :from and s.held_on <= :until and p.published_on <= :until) as trained`,
    { division: beginningWith(divisionPrefix(division)), from, until },
  )) as { readonly rows: { readonly staff: number; readonly trained: number }[] };
  return rows[0]!;
};
