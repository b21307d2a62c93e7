/** SQL of what a yearly composite is made of: the regulator's scores, the owners' stars, days barred from the market. */
import type { Knex } from "knex";
import type { IntermediaryYear, BarredSpan } from "./intermediary-composite.js";

/** An intermediary's year. */
export interface IntermediaryYearOf extends IntermediaryYear {
  readonly intermediaryId: string;
}

interface YearRow {
  intermediary_id: string;
  year: number;
  score_tenths: number | null;
  scorer_id: string | null;
  scored_on: string | null;
  projects: number;
  stars: number;
}

/** Years of these intermediaries for which there is a score or an evaluated project by the day, newest first. */
export const listIntermediaryYears = async (
  db: Knex,
  intermediaryIds: readonly string[],
  today: string,
): Promise<IntermediaryYearOf[]> => {
  const { rows } = (await db.raw(
    `select intermediary_id, year, score_tenths, scorer_id, scored_on, coalesce(projects, 0) as projects, coalesce(stars, 0) as stars
     from (select * from intermediary_year_scores where intermediary_id = any(:ids::text[]) and scored_on <= :today) as s
     full join (
       select selected_id as intermediary_id, extract(year from accepted_on)::int as year, count(*)::int as projects,
         sum(stars[1] + stars[2] + stars[3] + stars[4] + stars[5])::int as stars
       from intermediary_procurements
       where selected_id = any(:ids::text[]) and accepted_on <= :today and evaluated_on <= :today and stars is not null
       group by 1, 2) as e using (intermediary_id, year)
     order by intermediary_id, year desc`,
    { ids: [...intermediaryIds], today },
  )) as { rows: YearRow[] };
  return rows.map((row) => ({
    intermediaryId: row.intermediary_id,
    year: row.year,
    projects: row.projects,
    stars: row.stars,
    ...(row.score_tenths === null ? {} : { scoreTenths: row.score_tenths }),
    ...(row.scorer_id === null ? {} : { scorerId: row.scorer_id }),
    ...(row.scored_on === null ? {} : { scoredAt: row.scored_on }),
  }));
};

/** Suspensions and removals of these intermediaries that were decided by the day and not revoked: those the public knows of. */
export const listBarredSpans = async (
  db: Knex,
  intermediaryIds: readonly string[],
  today: string,
): Promise<(BarredSpan & { readonly intermediaryId: string })[]> => {
  const { rows } = (await db.raw(
    `select intermediary_id as "intermediaryId", decided_on as "from", (decided_on + months * interval '1 month')::date as "to" from intermediary_sanctions
     where intermediary_id = any(:ids::text[]) and level in ('SUSPENSION', 'REMOVAL') and decided_on <= :today
       and (revoked_on is null or revoked_on > :today)`,
    { ids: [...intermediaryIds], today },
  )) as { rows: (BarredSpan & { intermediaryId: string })[] };
  return rows;
};
