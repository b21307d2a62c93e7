/** SQL of what writes of cases need beside the step itself. */
import type { Knex } from "knex";
import { toRow, toSet, type NewOf } from "../../../platform/database/index.js";
import { MATTER_VERSIONS } from "../matter/matter.rows.js";
import { STORED_MATTER } from "../matter/matter.stored.js";
import { PAUSING_KINDS, type CaseContent, type SpecialProcedure } from "../service-case/service-case.js";
import { SERVICE_CASES, SPECIAL_PROCEDURES, type ProcedureRow } from "../service-case/service-case.rows.js";
import { CaseState } from "../service-case/service-case.state.js";
import { IS_UNVERIFIED_SQL, STORED_CASE } from "../service-case/service-case.stored.js";
import type { AskedFor } from "./case-materials.js";

/** The last number of a division on a day. */
const LAST = 999_999;

/** What numbers of a division on a day begin with: six digits of the division, eight of the day; six that count on follow. */
const prefixOf = ({ divisionCode, openedOn }: Pick<NewCase, "divisionCode" | "openedOn">): string =>
  `${divisionCode.slice(0, 6)}${openedOn.replaceAll("-", "")}`;

/** The highest number that is taken, those of other systems included; 0 where there is none. */
const highestOf = async (trx: Knex, prefix: string): Promise<number> => {
  const row = (await trx(SERVICE_CASES.name)
    .first("case_no")
    .whereBetween("case_no", [`${prefix}000000`, `${prefix}${LAST}`])
    .whereRaw("case_no ~ '^[0-9]{20}$'")
    .orderBy("case_no", "desc")) as { readonly case_no: string } | undefined;
  return row === undefined ? 0 : Number(row.case_no.slice(prefix.length));
};

/** The first number that is free; undefined where all are taken. */
const firstFree = async (trx: Knex, prefix: string): Promise<number | undefined> => {
  const { rows } = (await trx.raw(
    `select n from (select generate_series(1, ${LAST}) as n) every_number
     where not exists (select from service_cases where case_no = ? || lpad(n::text, 6, '0')) limit 1`,
    [prefix],
  )) as { rows: { n: number }[] };
  return rows[0]?.n;
};

type NewCase = Omit<NewOf<typeof SERVICE_CASES>, "caseNo">;

/** Inserts a case under the next number of its division and day, and answers with it; others of the two wait meanwhile. */
export const insertCase = async (trx: Knex, record: NewCase): Promise<string> => {
  const prefix = prefixOf(record);
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`case number ${prefix}`]);
  const highest = await highestOf(trx, prefix);
  const number = highest < LAST ? highest + 1 : await firstFree(trx, prefix);
  if (number === undefined) throw new Error(`No number of a case is free behind ${prefix}.`);
  const caseNo = `${prefix}${String(number).padStart(6, "0")}`;
  await trx(SERVICE_CASES.name).insert(toRow(SERVICE_CASES, { ...record, caseNo }));
  return caseNo;
};

/** Writes what of a case is kept whole, in the transaction that made or locked it. */
export const writeContent = async (trx: Knex, caseNo: string, content: CaseContent): Promise<void> => {
  await trx(SERVICE_CASES.name)
    .where("case_no", caseNo)
    .update(toSet(SERVICE_CASES, { content: STORED_CASE.write(content) }));
};

/** What the version of a matter asks for by which the case is handled; nothing where that version is not kept. */
export const askedForBy = async (
  trx: Knex,
  { matterId, matterVersion }: { readonly matterId: string; readonly matterVersion: number },
): Promise<AskedFor> => {
  const row = (await trx(MATTER_VERSIONS.name)
    .first("content")
    .where({ matter_id: matterId, version: matterVersion })) as { readonly content: unknown } | undefined;
  return row === undefined ? { materials: [], conditions: [] } : STORED_MATTER.read(row.content);
};

/** True where a decision for the applicant was annulled because a commitment was false or not kept. */
export const brokeCommitment = async (trx: Knex, subject: string): Promise<boolean> =>
  (await trx(SERVICE_CASES.name).first("case_no").where({ subject, state: CaseState.ANNULLED })) !== undefined;

/** Special procedures of a case, as its guards need them. */
export const listProcedures = async (trx: Knex, caseNo: string): Promise<Pick<SpecialProcedure, "kind" | "to">[]> => {
  const rows = (await trx(SPECIAL_PROCEDURES.name).select("kind", "to_on").where("case_no", caseNo)) as Pick<
    ProcedureRow,
    "kind" | "to_on"
  >[];
  return rows.map(({ kind, to_on }) => ({ kind, ...(to_on === null ? {} : { to: to_on }) }));
};

/** Ends the procedures that stop the clock of the case. */
export const endProcedures = async (
  trx: Knex,
  caseNo: string,
  { on, result }: { readonly on: string; readonly result: string | undefined },
): Promise<void> => {
  await trx(SPECIAL_PROCEDURES.name)
    .where("case_no", caseNo)
    .whereNull("to_on")
    .whereIn("kind", [...PAUSING_KINDS])
    .update({ to_on: on, result: result ?? null });
};

/** Completed cases whose decision rests on a commitment that nobody verified yet. */
export const unverifiedCases = (db: Knex): Knex.QueryBuilder =>
  db(SERVICE_CASES.name).where("granted", true).whereRaw(IS_UNVERIFIED_SQL);
