/** Arranges cases for tests of the matters subgraph: SQL alone, nothing of the product's code. */
import type { Knex } from "knex";

/** The agency of officer-1 and publisher-1. */
export const OWN_AGENCY = { id: "CN-USCC-11990101MB9000015E", uscc: "11990101MB9000015E", division: "222401" };

/** A row as tests write it. */
export type Row = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

/** Rows of a statement. */
export const select = async (db: Knex, sql: string, bindings: unknown[] = []): Promise<Row[]> =>
  ((await db.raw(sql, bindings as never)) as { rows: Row[] }).rows;

/** Statements on the pool while the work runs. */
export const statementsDuring = async (db: Knex, work: () => Promise<unknown>): Promise<number> => {
  let count = 0;
  const onQuery = (): void => void (count += 1);
  db.on("query", onQuery);
  await work();
  db.off("query", onQuery);
  return count;
};

/** Inserts a case of citizen-1 with officer-1's agency, accepted and running, 20 working days by law and promise; `changes` replace columns. */
export const insertCase = async (db: Knex, caseNo: string, changes: Row = {}): Promise<void> => {
  const [matter] = await select(
    db,
    "select id from service_matters where dept_id = ? and task_name = '食品经营许可' and status = 'PUBLISHED' order by id limit 1",
    [OWN_AGENCY.id],
  );
  await db("service_cases").insert({
    case_no: caseNo,
    matter_id: matter!["id"],
    matter_version: 1,
    task_type: "LICENSING_01",
    project_name: "关于食品经营许可的申请",
    state: "REVIEW",
    subject: "demo-subject-1",
    applicant_type: "NATURAL_PERSON",
    applicant_name: "张示例",
    dept_id: OWN_AGENCY.id,
    dept_uscc: OWN_AGENCY.uscc,
    division_code: OWN_AGENCY.division,
    opened_on: "2026-02-10",
    applied_on: "2026-02-10",
    accepted_on: "2026-02-10",
    acceptance_no: `SL${caseNo}`,
    promised_amount: 20,
    promised_unit: "WD",
    statutory_amount: 20,
    statutory_unit: "WD",
    content: JSON.stringify({ steps: [], materials: [] }),
    ...changes,
  });
};

/** Inserts a special procedure. */
export const insertProcedure = async (db: Knex, caseNo: string, procedure: Row): Promise<void> => {
  const [last] = await select(
    db,
    "select coalesce(max(number), 0)::int as number from special_procedures where case_no = ?",
    [caseNo],
  );
  await db("special_procedures").insert({
    case_no: caseNo,
    number: Number(last!["number"]) + 1,
    name: "特别程序",
    ...procedure,
  });
};
