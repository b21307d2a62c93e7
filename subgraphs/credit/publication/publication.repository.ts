/** SQL of late publication: one statement for many parents, over the rows that the viewer may read. */
import type { Knex } from "knex";
import { PLANNED_FOR_VALUES } from "../../../platform/database/index.js";
import { dueDays, lateCandidates } from "./publication.status.js";
import type { LatePublication, PublicationLateness } from "./publication.type.js";

interface LateRow {
  parent: string;
  authority_id: string | null;
  count: number;
  worst: number | null;
  samples: LatePublication[] | null;
}

const MOST_AUTHORITIES = 100;

/** Natural days from decision to publication, as the indexes `…_days_to_publication` have them; what is not published takes for ever. */
const DAYS_TO_PUBLICATION = "(coalesce(r.published_on, date '9999-12-31') - r.decision_date)";

/** Lateness per parent. `query` gives the readable rows of a parent decided in the year. */
export const latenessByParent = async (
  db: Knex,
  parents: readonly string[],
  query: (parent: Knex.Raw) => Knex.QueryBuilder,
  { year, overWorkdays, today }: { year: number; overWorkdays?: number | undefined; today: string },
): Promise<Map<string, PublicationLateness>> => {
  const due = dueDays(year, overWorkdays);
  const { leastDays, unknownFrom } = lateCandidates(due);
  const { rows } = (await db.raw(
    `with ${PLANNED_FOR_VALUES} late as materialized (
       select parents.parent, r.id, r.doc_no, r.decision_date, r.published_on, r.authority_id, (due.due_on is null or coalesce(r.published_on, ?::date) <= due.due_on) as provisional,
         coalesce(r.published_on, ?::date) - r.decision_date as days
       from unnest(?::text[]) as parents(parent) cross join lateral (?) as r
       join unnest(?::date[], ?::date[], ?::boolean[]) as due(day, due_on, known) on due.day = r.decision_date
       where r.publishable and (${DAYS_TO_PUBLICATION} > ? or r.decision_date >= ?) and (not due.known or coalesce(r.published_on, ?::date) > due.due_on)),
     ranked as (
       select *, row_number() over (partition by parent, authority_id order by days desc, id) as place from late where not provisional)
     select parent, authority_id, count(*)::int, max(days) as worst,
       jsonb_agg(jsonb_build_object('id', id, 'recordId', id, 'docNo', doc_no, 'decisionDate', decision_date, 'publishedOn', published_on) order by place)
         filter (where place <= 3) as samples
     from ranked group by parent, authority_id
     union all
     select parent, null, count(*)::int, null, null from late where provisional group by parent
     order by parent, count desc, authority_id`,
    [
      today,
      today,
      [...parents],
      query(db.raw("parents.parent")),
      due.map(({ day }) => day),
      due.map(({ dueOn }) => dueOn) as string[],
      due.map(({ known }) => known),
      leastDays,
      unknownFrom,
      today,
    ],
  )) as { rows: LateRow[] };
  const found = new Map<string, PublicationLateness>(
    parents.map((parent) => [parent, { count: 0, provisional: 0, byAuthority: [] }]),
  );
  for (const row of rows) addRow(found.get(row.parent)!, row);
  return found;
};

const addRow = (lateness: PublicationLateness, { authority_id: id, count, worst, samples }: LateRow): void => {
  if (id === null) {
    lateness.provisional = count;
    return;
  }
  lateness.count += count;
  if (lateness.byAuthority.length < MOST_AUTHORITIES)
    lateness.byAuthority.push({ authority: { id }, count, worstDays: worst ?? 0, samples: samples ?? [] });
};
