/** SQL of what writes of projects need beside the step itself. */
import type { Knex } from "knex";
import { toRow, type NewOf } from "../../../platform/database/index.js";
import { BIDS } from "../bid/bid.rows.js";
import { INTERMEDIARY_PROCUREMENTS } from "../intermediary-procurement/intermediary-procurement.rows.js";
import { ENGAGEMENTS } from "../intermediary-profile/intermediary-profile.rows.js";

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

/** Projects with the first day on which their bids can be opened, where one is told. */
export const projectsByOpening = (db: Knex): Knex.QueryBuilder =>
  db
    .select("*")
    .from(
      db("intermediary_procurements as p")
        .select("p.*", db.raw("greatest(p.reveals_until, p.closes_on) + 1 as opens_from"))
        .as("projects"),
    );
