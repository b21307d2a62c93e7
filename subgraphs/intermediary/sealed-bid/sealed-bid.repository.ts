/** SQL of what writes of bids need beside the step itself. */
import type { Knex } from "knex";
import { toRow, type NewOf } from "../../../platform/database/index.js";
import { BIDS } from "../bid/bid.rows.js";
import { INTERMEDIARY_PROCUREMENTS } from "../intermediary-procurement/intermediary-procurement.rows.js";
import type { LockedRecord } from "../../../platform/write/index.js";

/** The project, locked so that it can not be opened or suspended while a bid of it is written; bids do not wait for each other. */
export const shareProject = async (trx: Knex, projectNo: string): Promise<LockedRecord | undefined> =>
  (await trx(INTERMEDIARY_PROCUREMENTS.name).first("*").where("project_no", projectNo).forShare()) as
    LockedRecord | undefined;

/** Keeps the firm from being sanctioned while a bid of it is written: a decision locks the firm first, and its bids then. */
export const shareFirm = async (trx: Knex, firmUscc: string): Promise<void> => {
  await trx("intermediaries").select("organization_id").where("uscc", firmUscc).forShare();
};

/** Inserts the bid; false where the firm has one for the project, of two at once by either of the keys that say so. */
export const insertBid = async (trx: Knex, bid: NewOf<typeof BIDS>): Promise<boolean> => {
  const inserted = (await trx(BIDS.name)
    .insert(toRow(BIDS, bid))
    .onConflict()
    .ignore()
    .returning("project_no")) as unknown[];
  return inserted.length > 0;
};

/** Id of the intermediary that provides the service; undefined for a firm that is none, or does not. */
export const findProvider = async (trx: Knex, firmUscc: string, serviceCode: string): Promise<string | undefined> => {
  const row = (await trx("intermediaries as i")
    .join("provided_services as s", "s.intermediary_id", "i.organization_id")
    .first("i.organization_id as id")
    .where({ "i.uscc": firmUscc, "s.service_code": serviceCode })) as { readonly id: string } | undefined;
  return row?.id;
};

/** True where the firm is owned by the body in one or two steps, is subordinate to it, or declared a relation with it: the department that approves (N2), or an owner. */
export const isRelated = async (
  trx: Knex,
  intermediaryId: string,
  { departmentId, today }: { readonly departmentId: string; readonly today: string },
): Promise<boolean> => {
  const lasting = (alias: string): string =>
    `coalesce(${alias}.valid_from <= :today, true) and coalesce(${alias}.valid_to >= :today, true)`;
  const { rows } = (await trx.raw(
    `select 1 from intermediary_relations x
       left join intermediary_relations y on y.body_id = x.related_id and x.kind <> 'DECLARED' and y.kind <> 'DECLARED' and ${lasting("y")}
     where x.body_id = :intermediaryId and ${lasting("x")} and :departmentId in (x.related_id, y.related_id) limit 1`,
    { intermediaryId, departmentId, today },
  )) as { rows: unknown[] };
  return rows.length > 0;
};
