/** SQL of contracting processes and their parts; those that a viewer may not know of never leave the database. */
import type { Knex } from "knex";
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import { beginningWith, readableRows } from "../../../platform/database/index.js";
import { comeBy, type LocalDate } from "../../../platform/domain/index.js";
import type { AskedBy } from "../context.js";
import type { ContractingProcessFilter } from "./contracting-process.input.js";
import { WHOSE_CONTRACTING } from "./contracting-process.policy.js";
import {
  CONTRACTING_AWARDS,
  CONTRACTING_CONTRACTS,
  CONTRACTING_PAYMENTS,
  CONTRACTING_PROCESSES,
  type ContractingAwardRow,
  type ContractingContractRow,
  type ContractingPaymentRow,
  type ContractingProcessRow,
} from "./contracting-process.rows.js";
import type { ContractingProcess } from "./contracting-process.type.js";

const shown = CONTRACTING_PROCESSES.to<ContractingProcess>()("publishedOn");

/** The process of a row: a publication after the day has not happened yet. */
export const toProcess =
  (day: LocalDate) =>
  (row: ContractingProcessRow): ContractingProcess =>
    shown(row, { publishedOn: comeBy(row.published_on, day) });

const readable = (query: Knex.QueryBuilder, { viewer, day }: AskedBy): Knex.QueryBuilder =>
  readableRows(query, WHOSE_CONTRACTING, { viewer, today: day });

/** Processes that fit and that the viewer may know of; the caller adds order and page. */
export const visibleProcesses = (
  db: Knex,
  asked: AskedBy,
  filter: ContractingProcessFilter = {},
): Knex.QueryBuilder => {
  const query = readable(db(CONTRACTING_PROCESSES.name).select(CONTRACTING_PROCESSES.columns()), asked);
  if (filter.kind != null) query.where("kind", filter.kind);
  if (filter.partnershipStage != null) query.where("partnership_stage", filter.partnershipStage);
  if (filter.buyer != null) query.where("buyer_id", filter.buyer);
  if (filter.division != null) query.whereLike("division_code", beginningWith(divisionPrefix(filter.division)));
  if (filter.plannedFrom != null) query.where("planned_on", ">=", filter.plannedFrom);
  if (filter.plannedTo != null) query.where("planned_on", "<=", filter.plannedTo);
  return query;
};

/** Processes with these ids, in no order. */
export const findProcesses = async (db: Knex, asked: AskedBy, ids: readonly string[]): Promise<ContractingProcess[]> =>
  ((await visibleProcesses(db, asked).whereIn("id", [...ids])) as ContractingProcessRow[]).map(toProcess(asked.day));

/** Awards of these processes, by number. */
export const awardsOf = async (db: Knex, asked: AskedBy, ids: readonly string[]): Promise<ContractingAwardRow[]> =>
  (await readable(db(CONTRACTING_AWARDS.name).select(CONTRACTING_AWARDS.columns()), asked)
    .whereIn("process_id", [...ids])
    .orderBy(["process_id", "number"])) as ContractingAwardRow[];

/** Contracts of these processes, by number. */
export const contractsOf = async (
  db: Knex,
  asked: AskedBy,
  ids: readonly string[],
): Promise<ContractingContractRow[]> =>
  (await readable(db(CONTRACTING_CONTRACTS.name).select(CONTRACTING_CONTRACTS.columns()), asked)
    .whereIn("process_id", [...ids])
    .orderBy(["process_id", "number"])) as ContractingContractRow[];

/** Payments of these processes, the first one first. */
export const paymentsOf = async (db: Knex, asked: AskedBy, ids: readonly string[]): Promise<ContractingPaymentRow[]> =>
  (await readable(db(CONTRACTING_PAYMENTS.name).select(CONTRACTING_PAYMENTS.columns()), asked)
    .whereIn("process_id", [...ids])
    .orderBy(["process_id", "number", "paid_on", "position"])) as ContractingPaymentRow[];
