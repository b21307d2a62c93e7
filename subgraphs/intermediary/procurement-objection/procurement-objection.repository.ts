/** SQL of objections to selections and of disputes about contracts. */
import type { Knex } from "knex";
import { toRow, type NewOf } from "../../../platform/database/index.js";
import { BidState } from "../bid/bid.machine.js";
import { BIDS } from "../bid/bid.rows.js";
import { PROCUREMENT_OBJECTIONS } from "./procurement-objection.rows.js";

/** What the machine asks of who objects. */
export interface Objector {
  /** True for a firm that bid, and did not take its bid back. */
  readonly tookPart: boolean;
  /** True for who filed an objection before. */
  readonly objectedBefore: boolean;
}

/** Reads it of the body or agency with this code; of nobody nothing holds. */
export const findObjector = async (trx: Knex, projectNo: string, uscc: string | undefined): Promise<Objector> => {
  if (uscc === undefined) return { tookPart: false, objectedBefore: false };
  const of = { project_no: projectNo, firm_uscc: uscc };
  const bid = await trx(BIDS.name).first("id").where(of).whereNot("state", BidState.WITHDRAWN);
  const filed = await trx(PROCUREMENT_OBJECTIONS.name).first("id").where(of);
  return { tookPart: bid !== undefined, objectedBefore: filed !== undefined };
};

/** Keeps what was filed. */
export const insertObjection = async (
  trx: Knex,
  objection: Pick<NewOf<typeof PROCUREMENT_OBJECTIONS>, "projectNo" | "firmUscc" | "reasons" | "filedOn">,
): Promise<void> => {
  await trx(PROCUREMENT_OBJECTIONS.name).insert(
    toRow(PROCUREMENT_OBJECTIONS, { ...objection, settledOn: undefined, answer: undefined }),
  );
};

/** Keeps the answer to what is open. */
export const settleObjections = async (
  trx: Knex,
  projectNo: string,
  { settledOn, answer }: { readonly settledOn: string; readonly answer: string },
): Promise<void> => {
  await trx(PROCUREMENT_OBJECTIONS.name)
    .where({ project_no: projectNo, settled_on: null })
    .update({ settled_on: settledOn, answer });
};
