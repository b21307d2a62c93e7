/** SQL that repair cases, objections and commitments have alike: whether a law seals the record that they are about. */
import type { Knex } from "knex";

/** True where a law seals the record of a proceeding c. */
const SEALED =
  "(exists (select 1 from penalties p where p.id = c.record_id and p.sealed_by is not null) or exists (select 1 from licences l where l.id = c.record_id and l.sealed_by is not null))";

/** Every commitment, whoever asks; a table expression of the same name. One for a repair whose case is not there can not be shown to be open. */
export const commitmentsOf = (db: Knex): Knex.QueryBuilder =>
  db.select("*").from(
    db("commitments as m")
      .select(
        "m.*",
        db.raw(
          `m.type = 'CREDIT_REPAIR' and not exists (select 1 from repair_cases c where c.no = m.repair_no and not ${SEALED}) as sealed`,
        ),
      )
      .as("commitments"),
  );

/** Every proceeding of a table, whoever asks; a table expression of the same name. */
export const proceedingsOf = (db: Knex, table: "repair_cases" | "objections"): Knex.QueryBuilder =>
  db.select("*").from(
    db(`${table} as c`)
      .select("c.*", db.raw(`${SEALED} as sealed`))
      .as(table),
  );
