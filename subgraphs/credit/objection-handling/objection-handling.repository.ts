/** SQL of what writes of objections need beside the step itself. */
import type { Knex } from "knex";
import { toRow, type NewOf } from "../../../platform/database/index.js";
import { nextNumber } from "../counterparty/proceeding-numbers.repository.js";
import { ObjectionState } from "../objection/objection.machine.js";
import { OBJECTIONS } from "../objection/objection.rows.js";

/** States of an objection that is not decided. */
const OPEN: readonly ObjectionState[] = [ObjectionState.FILED, ObjectionState.ACCEPTED, ObjectionState.INVESTIGATING];

/** True while an objection to the record is not decided; whoever locked the record knows that it stays so. */
export const objectionRuns = async (trx: Knex, recordId: string): Promise<boolean> =>
  (await trx("objections").first("no").where("record_id", recordId).whereIn("state", OPEN)) !== undefined;

/**
 * Those of these objections whose record was corrected or withdrawn since: it has more versions than steps of its publicity explain, which
 * leave what it says as it is; a withdrawal explains itself.
 */
export const findCorrected = async (db: Knex, numbers: readonly string[]): Promise<{ readonly no: string }[]> => {
  const { rows } = (await db.raw(
    `select o.no from objections o
     join lateral (select version from penalties where id = o.record_id union all select version from licences where id = o.record_id
       union all select version from list_entries where id = o.record_id) r on true
     where o.no = any(?::text[]) and r.version - o.record_version > (
       select count(*) from transitions t where t.kind in ('AdministrativePenalty', 'AdministrativeLicence', 'ListEntry')
         and t.key = o.record_id and t.version > o.record_version and t.event not in ('WITHDRAW', 'REVOKE'))`,
    [[...numbers]],
  )) as { rows: { no: string }[] };
  return rows;
};

/** Inserts an objection under the next number of its division and day, and answers with it. */
export const insertObjection = async (
  trx: Knex.Transaction,
  record: Omit<NewOf<typeof OBJECTIONS>, "no">,
): Promise<string> => {
  const { divisionCode, filedOn: on } = record;
  const no = await nextNumber(trx, { table: "objections", letters: "YY", divisionCode, on });
  await trx(OBJECTIONS.name).insert(toRow(OBJECTIONS, { ...record, no }));
  return no;
};
