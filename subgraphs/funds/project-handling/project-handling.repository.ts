/** SQL of what writes of projects need: who acts for it, its money, its publicity, its targets. */
import type { Knex } from "knex";
import { insertRecords, searchVector, type NewOf } from "../../../platform/database/index.js";
import type { Fen, LocalDate } from "../../../platform/domain/index.js";
import { FUND_PROJECTS } from "../fund-project/fund-project.rows.js";
import { PERFORMANCE_TARGETS } from "../performance/performance.rows.js";
import { FundPublicationKind } from "../publication/fund-publication.enums.js";
import { FUND_PUBLICATIONS } from "../publication/fund-publication.rows.js";

/** Who acts for a project: credit codes of the unit that carries it out and of the finance department of its county. */
export interface Parties {
  readonly project_code: string;
  readonly owner_uscc: string | null;
  readonly authority_uscc: string | null;
  readonly division_code: string;
  readonly carried_out_by: "AUTHORITY" | "UNIT";
  /** What its performance waits for. */
  readonly performance_step: "NONE" | "SELF" | "REVIEW" | "PUBLICATION" | "FILE";
}

/** Every project with its parties and its state; a table expression named fund_projects. */
export const allParties = (db: Knex): Knex.QueryBuilder =>
  db.select("*").from(
    db.raw(`(select f.project_code, f.division_code, f.state, substring(f.owner_id from '^CN-USCC-(.*)$') as owner_uscc,
        d.agency_uscc as authority_uscc,
        case when f.owner_id = 'CN-USCC-' || d.agency_uscc then 'AUTHORITY' else 'UNIT' end as carried_out_by,
        case f.state
          when 'PUBLIC_NOTICE_GIVEN' then case when exists (
            select 1 from performance_evaluations e where e.project_code = f.project_code and e.evaluator = 'SELF')
            then 'REVIEW' else 'SELF' end
          when 'EVALUATED' then case when exists (
            select 1 from performance_evaluations e where e.project_code = f.project_code and e.pending)
            then 'PUBLICATION' else 'FILE' end
          else 'NONE' end as performance_step
      from fund_projects f left join finance_departments d on d.division_code = left(f.division_code, 6)) as fund_projects`),
  );

/** The parties of these projects, in no order. */
export const findParties = async (db: Knex, codes: readonly string[]): Promise<Parties[]> =>
  (await allParties(db).whereIn("project_code", [...codes])) as Parties[];

/** The parties of one. */
export const readParties = async (trx: Knex, projectCode: string): Promise<Parties | undefined> =>
  (await findParties(trx, [projectCode]))[0];

/** Inserts a project with its performance targets. */
export const insertProject = async (
  trx: Knex.Transaction,
  project: Omit<NewOf<typeof FUND_PROJECTS>, "search">,
  targets: readonly NewOf<typeof PERFORMANCE_TARGETS>[],
): Promise<void> => {
  await insertRecords(trx, FUND_PROJECTS, [{ ...project, search: searchVector(trx, project.name) }]);
  await insertRecords(trx, PERFORMANCE_TARGETS, [...targets]);
};

/** What is assigned to a project now, less what was recalled or carried over. */
export const assignedTo = async (trx: Knex, projectCode: string): Promise<Fen> =>
  (
    await trx.raw<{ rows: { fen: Fen }[] }>(
      `select coalesce(sum(case p.kind when 'ASSIGN_PROJECT' then p.amount_fen when 'RECLAIM' then -p.amount_fen when 'CARRY_OVER' then -p.amount_fen end), 0)::bigint as fen
       from allocations a join postings p on p.allocation_id = a.id and p.direction = 'CREDIT' where a.to_project_code = ?`,
      [projectCode],
    )
  ).rows[0]!.fen;

/** Last day of a project's publicity; undefined where it was never posted. */
export const publicityEndOf = async (trx: Knex, projectCode: string): Promise<LocalDate | undefined> => {
  const [row] = (await trx(FUND_PUBLICATIONS.name)
    .where({ project_code: projectCode, kind: FundPublicationKind.PUBLICITY })
    .max({ last: "ends_on" })) as { last: string | null }[];
  return row?.last ?? undefined;
};

/** Inserts a publication of a project, under the next number of it; its row is locked. */
export const insertPublication = async (
  trx: Knex.Transaction,
  publication: Omit<NewOf<typeof FUND_PUBLICATIONS>, "id"> & { readonly projectCode: string },
): Promise<void> => {
  const id = `GS-${publication.projectCode}`;
  const [row] = (await trx(FUND_PUBLICATIONS.name).where("project_code", publication.projectCode).count("* as n")) as {
    n: bigint;
  }[];
  await insertRecords(trx, FUND_PUBLICATIONS, [{ ...publication, id: `${id}-${row!.n + 1n}` }]);
};

/** A target as scores need it. */
export interface ScoredWeight {
  readonly id: string;
  readonly weight: number;
}

/** Targets of a project, in order. */
export const findWeights = async (trx: Knex, projectCode: string): Promise<ScoredWeight[]> =>
  (await trx(PERFORMANCE_TARGETS.name)
    .select("id", "weight")
    .where("project_code", projectCode)
    .orderBy("place")) as ScoredWeight[];
