/** SQL of assistance targets: counted by division and category, never read one by one. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/index.js";
import type { AssistanceCategory } from "./assistance.type.js";

/** Households of a category that a division has on a day. */
export interface AssistanceCount {
  readonly division: string;
  readonly category: AssistanceCategory;
  readonly households: number;
  readonly persons: number;
}

/** Counts of these divisions, those below them included, on the day; no row where there is nobody. */
export const countAssistance = async (
  db: Knex,
  divisions: readonly string[],
  day: string,
): Promise<AssistanceCount[]> => {
  const { rows } = await db.raw<{ rows: AssistanceCount[] }>(
    `select d.code as division, t.category, count(*)::int as households, sum(t.size)::int as persons
     from unnest(?::text[], ?::text[]) as d(code, pattern)
     join assistance_targets t on t.village_code like d.pattern
     where t.identified_on <= ? and (t.exited_on is null or t.exited_on > ?)
     group by d.code, t.category`,
    [[...divisions], divisions.map((code) => `${divisionPrefix(code)}%`), day, day],
  );
  return rows;
};
