/** Training of the demonstration's openness staff: three years of plans, of which the first is too long ago to count, and a plan that is not yet published. */
import type { Knex } from "knex";
import { insertRecords, type NewOf } from "../../../platform/database/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { TRAINING_ATTENDANCES, TRAINING_PLANS, TRAINING_SESSIONS } from "../training-plan/training-plan.rows.js";
import { GOLDEN_ISSUER } from "./golden-documents.js";

type Attendance = NewOf<typeof TRAINING_ATTENDANCES>;

/** Year, publication and sessions with topic and day; the first staff numbers of how many of the offices took part. */
const PLANS = [
  { year: 2022, publishedOn: "2022-03-07", sessions: [["政府信息公开条例解读", "2022-05-18", 1]] },
  { year: 2024, publishedOn: "2024-03-04", sessions: [["依申请公开答复规范", "2024-06-12", 1]] },
  {
    ...{ year: 2026, publishedOn: "2026-02-09" },
    sessions: [
      ["基层政务公开标准化", "2026-04-15", 2],
      ["政策解读与回应", "2026-11-18", 0],
    ],
  },
  { year: 2027, publishedOn: undefined, sessions: [["年度报告编制", "2027-01-13", 0]] },
] as const;

/** Removes it. */
export const clearTraining = async (db: Knex): Promise<void> => {
  await db.raw("truncate training_attendances, training_sessions, training_plans");
};

/** Fills the cleared tables: of every second office of the division somebody took part. */
export const seedTraining = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const organ = world.organizations.find(({ uscc }) => uscc === GOLDEN_ISSUER)!;
  const division = organ.divisionCode.slice(0, 6);
  const offices = (await db("openness_offices")
    .select("agency_id", "staff_count")
    .where("division_code", division)
    .orderBy("agency_id")) as { readonly agency_id: string; readonly staff_count: number }[];
  const idOf = (year: number): string => `PX${division}-${year}`;
  await insertRecords(
    db,
    TRAINING_PLANS,
    PLANS.map(({ year, publishedOn }) => ({
      ...{ id: idOf(year), year, title: `延吉市${year}年政务公开培训计划`, publishedOn },
      ...{ organId: organ.id, organUscc: organ.uscc!, divisionCode: division },
    })),
  );
  await insertRecords(
    db,
    TRAINING_SESSIONS,
    PLANS.flatMap(({ year, sessions }) =>
      sessions.map(([topic, heldOn], index) => ({
        ...{ planId: idOf(year), position: index + 1, topic, heldOn, hours: 8 },
      })),
    ),
  );
  await insertRecords(
    db,
    TRAINING_ATTENDANCES,
    PLANS.flatMap(({ year, sessions }) =>
      sessions.flatMap(([_topic, _heldOn, numbers], index) =>
        offices
          .filter((_office, place) => place % 2 === 0)
          .flatMap(({ agency_id: agencyId, staff_count: staff }): Attendance[] =>
            Array.from({ length: Math.min(numbers, staff) }, (_value, at) => ({
              ...{ planId: idOf(year), position: index + 1, agencyId, staffNo: at + 1 },
            })),
          ),
      ),
    ),
  );
};
