/** SQL of the dashboard: everything is counted from what was public on the last day, whoever asks. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith } from "../../../platform/database/index.js";
import { limitRule, type LocalDate } from "../../../platform/domain/index.js";
import { OpennessUnit } from "../openness-standard/openness-standard.enums.js";
import { isOverdue, type CheckedDocument } from "../openness-standard/openness-standard.js";
import { OpennessFigure } from "./openness-dashboard.enums.js";

/** Of which bodies, from the first day of the year to the last one that counts. */
export interface DashboardSpan {
  readonly division: string;
  readonly year: number;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** How many of how many. */
export interface CountedFigure {
  readonly figure: OpennessFigure;
  readonly count: number;
  readonly total: number;
}

type SqlFigure = Exclude<OpennessFigure, OpennessFigure.DOCUMENTS_IN_TIME>;

/** By figure: the rows of the year, and which of them count. */
const FIGURES: Readonly<Record<SqlFigure, readonly [rows: string, counts: string]>> = {
  NORMATIVE_DOCUMENTS_EXPLAINED: [
    "public_documents r where normative and published_on between :from and :until",
    "exists (select 1 from policy_interpretations i where i.index_no = r.index_no and i.published_on <= :until)",
  ],
  DECISIONS_WITH_ADOPTION_TOLD: [
    "decisions r where published_on between :from and :until",
    "exists (select 1 from decision_consultations c where c.decision_id = r.id and c.summarised_on <= :until)",
  ],
  OPINIONS_ANSWERED: ["opinions r where given_on between :from and :until", "answered_on <= :until"],
  REQUESTS_ENDED: ["disclosure_requests r where received_on between :from and :until", "ended_on <= :until"],
  TASKS_IN_TIME: [
    "implementation_tasks r where due_on between :from and :until and published_on <= :until",
    "done_on <= due_on",
  ],
  FINDINGS_RECTIFIED: [
    "inspection_findings r where found_on between :from and :until and published_on <= :until",
    "rectified_on <= :until",
  ],
  TARGETS_REACHED: [
    "plan_targets r where to_year = :year and published_on <= :until and actual_on <= :today",
    "case when target > baseline then actual >= target else actual <= target end",
  ],
};

/** Counts what SQL counts alone. */
export const countFigures = async (db: Knex, span: DashboardSpan, today: LocalDate): Promise<CountedFigure[]> => {
  const bindings = { ...span, today, division: beginningWith(divisionPrefix(span.division)) };
  const parts = Object.entries(FIGURES).map(
    ([figure, [rows, counts]]) =>
      `select '${figure}' as figure, cast(count(*) filter (where ${counts}) as int) as count, cast(count(*) as int) as total
       from ${rows} and r.division_code like :division`,
  );
  const { rows } = (await db.raw(parts.join(" union all "), bindings)) as { readonly rows: CountedFigure[] };
  return rows;
};

/** Counts documents made in the year and published by its last day, and those of them that were in time (L08). */
export const countDocuments = async (db: Knex, { division, from, until }: DashboardSpan): Promise<CountedFigure> => {
  const made = (await db("public_documents")
    .select("genre", "normative", "created_on as createdOn", "published_on as publishedOn")
    .whereLike("division_code", beginningWith(divisionPrefix(division)))
    .whereNotNull("issuer_id")
    .whereBetween("created_on", [from, until])
    .where("published_on", "<=", until)) as CheckedDocument[];
  const limit = { amount: limitRule("L08", from).amount, unit: OpennessUnit.WORKING_DAY };
  return {
    ...{ figure: OpennessFigure.DOCUMENTS_IN_TIME, total: made.length },
    count: made.filter((document) => !isOverdue(document, limit, until)).length,
  };
};
