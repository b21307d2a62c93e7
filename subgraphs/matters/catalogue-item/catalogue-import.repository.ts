/** SQL by which an import writes catalogue items: new ones, and changed ones as their next version. */
import type { Knex } from "knex";
import { jsonRecords, searchTerms, type NewOf } from "../../../platform/database/index.js";
import { CATALOGUE_ITEMS } from "./catalogue-item.rows.js";

/** What the statement fills itself. */
const OWN = ["version", "search"] as const;

/** What an export says of an item. */
export interface ImportedItem extends Omit<NewOf<typeof CATALOGUE_ITEMS>, (typeof OWN)[number]> {
  /** Cancelled without a day: since the day of the import that says so first. */
  readonly cancelled: boolean;
}

const RECORDS = jsonRecords(CATALOGUE_ITEMS, ...OWN);
const CODE = "catalog_code";

const GIVEN = RECORDS.names
  .map((name) =>
    name === "cancelled_on"
      ? "coalesce(r.cancelled_on, case when r.cancelled then least(before.cancelled_on, :today::date) end)"
      : `r.${name}`,
  )
  .join(", ");

const CHANGES = RECORDS.names
  .filter((name) => name !== CODE)
  .map((name) => `${name} = excluded.${name}`)
  .join(", ");

/** Inserts new items; a changed one becomes the next version; an equal one is left alone. Nothing is deleted. Gives the number of those that it wrote. */
export const writeItems = async (
  trx: Knex.Transaction,
  items: readonly ImportedItem[],
  today: string,
): Promise<number> => {
  const rows = items.map((item) => ({
    ...RECORDS.toRow(item),
    cancelled: item.cancelled,
    ...searchTerms(item.taskName),
  }));
  const { rows: written } = (await trx.raw(
    `insert into catalogue_items as kept (${RECORDS.names.join(", ")}, version, search)
     select ${GIVEN}, 1, setweight(to_tsvector('simple', words), 'A') || setweight(to_tsvector('simple', pairs), 'C')
     from jsonb_to_recordset(:rows::jsonb) as r(${RECORDS.definition}, cancelled boolean, words text, pairs text)
     left join catalogue_items before on before.${CODE} = r.${CODE}
     on conflict (${CODE}) do update set ${CHANGES}, search = excluded.search, version = kept.version + 1
     where kept.content_hash is distinct from excluded.content_hash
     returning ${CODE}`,
    { today, rows: JSON.stringify(rows) },
  )) as { rows: unknown[] };
  return written.length;
};
