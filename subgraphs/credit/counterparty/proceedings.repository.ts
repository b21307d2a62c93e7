/** SQL that repair cases and objections have alike: whether a law seals the record that they are about. */
import type { Knex } from "knex";

/** Every proceeding of a table, whoever asks; a table expression of the same name. */
export const proceedingsOf = (db: Knex, table: "repair_cases" | "objections"): Knex.QueryBuilder =>
  db
    .select("*")
    .from(
      db(`${table} as c`)
        .select(
          "c.*",
          db.raw(
            "exists (select 1 from penalties p where p.id = c.record_id and p.sealed_by is not null) or exists (select 1 from licences l where l.id = c.record_id and l.sealed_by is not null) as sealed",
          ),
        )
        .as(table),
    );
