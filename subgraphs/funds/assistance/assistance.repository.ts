/** SQL of assistance targets: counted by division and category, never read one by one. */
import type { Knex } from "knex";
import { LEVELS } from "../suppression/withheld-divisions.js";
import type { AssistanceCategory } from "./assistance.enums.js";

/** Households of a category that a division, by its significant digits, has on a day. */
export interface AssistanceCount {
  /** First two digits. */
  readonly province: string;
  readonly division: string;
  readonly category: AssistanceCategory;
  readonly households: number;
  readonly persons: number;
}

/** Counts of all divisions of these provinces down to the township on the day; no row where there is nobody. */
export const countAssistance = async (
  db: Knex,
  provinces: readonly string[],
  day: string,
): Promise<AssistanceCount[]> => {
  const { rows } = await db.raw<{ rows: AssistanceCount[] }>(
    `select p.code as province, left(t.village_code, level.digits) as division, t.category,
       count(*)::int as households, sum(t.size)::int as persons
     from unnest(?::text[]) as p(code)
     join assistance_targets t on starts_with(t.village_code, p.code)
     cross join unnest(?::int[]) as level(digits)
     where t.identified_on <= ? and (t.exited_on is null or t.exited_on > ?)
     group by 1, 2, 3`,
    [[...provinces], [...LEVELS], day, day],
  );
  return rows;
};
