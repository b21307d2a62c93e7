/** SQL of what writes of projects need beside the step itself. */
import type { Knex } from "knex";
import { toRow, type NewOf } from "../../../platform/database/index.js";
import { BIDS } from "../bid/bid.rows.js";
import { INTERMEDIARY_PROCUREMENTS } from "../intermediary-procurement/intermediary-procurement.rows.js";
import { ENGAGEMENTS } from "../intermediary-profile/intermediary-profile.rows.js";
import { ListState, Party } from "../intermediary-service/intermediary-service.enums.js";

/** A new project before it has its number. */
export type NewProject = Omit<NewOf<typeof INTERMEDIARY_PROCUREMENTS>, "projectNo">;

/** Inserts a project under the next number of its division and day, and answers with it; others of the two wait meanwhile. */
export const insertProject = async (trx: Knex, record: NewProject): Promise<string> => {
  const prefix = `XM${record.divisionCode.slice(0, 6)}${record.registeredAt.replaceAll("-", "")}`;
  await trx.raw("select pg_advisory_xact_lock(hashtextextended(?, 0))", [`project number ${prefix}`]);
  const last = (await trx(INTERMEDIARY_PROCUREMENTS.name)
    .first("project_no")
    .whereBetween("project_no", [`${prefix}000000`, `${prefix}999999`])
    .whereRaw("project_no ~ '^XM[0-9]{20}$'")
    .orderBy("project_no", "desc")) as { readonly project_no: string } | undefined;
  const number = last === undefined ? 1 : Number(last.project_no.slice(prefix.length)) + 1;
  if (number > 999_999) throw new Error(`No number of a project is free behind ${prefix}.`);
  const projectNo = `${prefix}${String(number).padStart(6, "0")}`;
  await trx(INTERMEDIARY_PROCUREMENTS.name).insert(toRow(INTERMEDIARY_PROCUREMENTS, { ...record, projectNo }));
  return projectNo;
};

/** A bid that counts. */
export interface CountedBid {
  readonly intermediaryId: string;
  readonly firmUscc: string;
  readonly priceFen: bigint;
}

/** Bids that count, in the order in which they were sealed; the price is 0 where bids name none. */
export const listCounted = async (trx: Knex, projectNo: string): Promise<CountedBid[]> => {
  const rows = (await trx(BIDS.name)
    .select("intermediary_id", "firm_uscc", "price_fen")
    .where({ project_no: projectNo, accepted: true })
    .orderByRaw("coalesce(sealed_at, submitted_on), firm_uscc")) as {
    readonly intermediary_id: string;
    readonly firm_uscc: string;
    readonly price_fen: bigint | null;
  }[];
  return rows.map((row) => ({
    intermediaryId: row.intermediary_id,
    firmUscc: row.firm_uscc,
    priceFen: row.price_fen ?? 0n,
  }));
};

/** What the list says of a service on the day: that it is kept, and that a department commissions and pays it. */
export const findListing = async (
  trx: Knex,
  serviceCode: string,
  today: string,
): Promise<{ readonly listed: boolean; readonly byDepartment: boolean }> => {
  const row = (await trx("intermediary_services")
    .first("list_state", "commissioned_by", "effective_from", "effective_to")
    .where("code", serviceCode)) as
    | {
        readonly list_state: ListState;
        readonly commissioned_by: Party;
        readonly effective_from: string | null;
        readonly effective_to: string | null;
      }
    | undefined;
  return {
    listed:
      row !== undefined &&
      row.list_state === ListState.KEPT &&
      (row.effective_from ?? today) <= today &&
      today <= (row.effective_to ?? today),
    byDepartment: row?.commissioned_by === Party.APPROVING_DEPARTMENT,
  };
};

/** True while an objection to the project waits for its answer. */
export const hasOpenObjection = async (trx: Knex, projectNo: string): Promise<boolean> =>
  (await trx("procurement_objections").first("id").where({ project_no: projectNo, settled_on: null })) !== undefined;

/** Part of whoever suspended the project last. */
export const suspendedBy = async (trx: Knex, projectNo: string): Promise<string | undefined> => {
  const row = (await trx("transitions")
    .first("part")
    .where({ kind: "IntermediaryProcurement", key: projectNo, event: "SUSPEND" })
    .orderBy("version", "desc")) as { readonly part: string } | undefined;
  return row?.part;
};

/** Keeps a finished engagement, from which the figures of its intermediary follow. */
export const insertEngagement = async (trx: Knex, engagement: NewOf<typeof ENGAGEMENTS>): Promise<void> => {
  await trx(ENGAGEMENTS.name).insert(toRow(ENGAGEMENTS, engagement));
};

/** Projects for which a firm bid, once for each of its bids. */
export const projectsByBidder = (db: Knex): Knex.QueryBuilder =>
  db
    .select("*")
    .from(
      db("intermediary_procurements as p")
        .join("bids as b", "b.project_no", "p.project_no")
        .select("p.*", "b.firm_uscc")
        .as("projects"),
    );
