/** SQL of projects that time alone may end. */
import type { Knex } from "knex";
import type { LockedRecord } from "../../../platform/write/index.js";
import {
  INTERMEDIARY_PROCUREMENTS,
  type IntermediaryProcurementRow,
} from "../intermediary-procurement/intermediary-procurement.rows.js";
import { MarketState } from "../intermediary-procurement/intermediary-procurement.state.js";

const projects = INTERMEDIARY_PROCUREMENTS;
const { UNDER_PUBLIC_NOTICE, SELECTED, IN_PUBLICITY } = MarketState;

/** Projects whose bids could be opened by now, and were not. */
export const listClosed = async (db: Knex, today: string): Promise<string[]> =>
  db(projects.name)
    .where("state", UNDER_PUBLIC_NOTICE)
    .whereNull("opened_on")
    .whereRaw("greatest(reveals_until, closes_on) < ?", [today])
    .orderBy("project_no")
    .pluck("project_no");

/** Projects for which a contract is to be signed. */
export const listUnsigned = async (db: Knex): Promise<IntermediaryProcurementRow[]> =>
  db(projects.name)
    .select(projects.columns())
    .whereIn("state", [SELECTED, IN_PUBLICITY])
    .orderBy("project_no") as Promise<IntermediaryProcurementRow[]>;

/** Locks a project; undefined where there is none. */
export const lockProject = async (trx: Knex.Transaction, projectNo: string): Promise<LockedRecord | undefined> =>
  (await trx(projects.name).first("*").where("project_no", projectNo).forUpdate()) as LockedRecord | undefined;
