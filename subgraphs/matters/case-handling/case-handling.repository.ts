/** SQL of what writes of cases need beside the step itself. */
import type { Knex } from "knex";
import { toRow, type NewOf } from "../../../platform/database/index.js";
import { PAUSING_KINDS, type SpecialProcedure } from "../service-case/service-case.js";
import { SERVICE_CASES, SPECIAL_PROCEDURES, type ProcedureRow } from "../service-case/service-case.rows.js";

/** The next case number of a division on a day: six digits of the division, eight of the day, six that count on. */
const nextCaseNo = async (trx: Knex, divisionCode: string, today: string): Promise<string> => {
  const { rows } = (await trx.raw("select nextval('case_numbers') as number")) as { rows: { number: bigint }[] };
  return `${divisionCode.slice(0, 6)}${today.replaceAll("-", "")}${String(rows[0]!.number).padStart(6, "0")}`;
};

/** How many numbers are tried: cases that came from other systems have some. */
const MOST_TRIES = 100;

/** Inserts a case under the next free number, and answers with it. */
export const insertCase = async (trx: Knex, record: Omit<NewOf<typeof SERVICE_CASES>, "caseNo">): Promise<string> => {
  for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
    const caseNo = await nextCaseNo(trx, record.divisionCode, record.openedOn);
    const inserted = (await trx(SERVICE_CASES.name)
      .insert(toRow(SERVICE_CASES, { ...record, caseNo }))
      .onConflict("case_no")
      .ignore()
      .returning("case_no")) as unknown[];
    if (inserted.length === 1) return caseNo;
  }
  throw new Error(`No number of a case is free in ${record.divisionCode} on ${record.openedOn}.`);
};

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
