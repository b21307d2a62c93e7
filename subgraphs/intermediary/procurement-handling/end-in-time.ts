/** Projects that time alone ends: too few firms bid by the last day for it, or no contract was signed within its limit. Nobody opens what the firms sealed. */
import type { Knex } from "knex";
import { ANONYMOUS } from "../../../platform/auth/viewer.js";
import { inTransaction, toSet } from "../../../platform/database/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import { takeTimeStep, type LockedRecord } from "../../../platform/write/index.js";
import {
  INTERMEDIARY_PROCUREMENTS,
  type IntermediaryProcurementRow,
} from "../intermediary-procurement/intermediary-procurement.rows.js";
import { MarketState } from "../intermediary-procurement/intermediary-procurement.state.js";
import { contractTooLate } from "../intermediary-procurement/intermediary-procurement.status.js";
import { fail } from "./bidding-steps.js";
import { lapse } from "./contract-steps.js";
import { WRITTEN_PROJECT } from "./procurement-handling.policy.js";
import { clockFacts, projectInHand } from "./project-facts.js";
import type { ProjectChange } from "./project-step.js";

const projects = INTERMEDIARY_PROCUREMENTS;
const { UNDER_PUBLIC_NOTICE, SELECTED, IN_PUBLICITY } = MarketState;

/** Projects whose bids could be opened by now; whether they are too few says the machine. */
const listClosed = async (db: Knex, today: string): Promise<string[]> =>
  db(projects.name)
    .where("state", UNDER_PUBLIC_NOTICE)
    .whereNull("opened_on")
    .whereRaw("greatest(reveals_until, closes_on) < ?", [today])
    .orderBy("project_no")
    .pluck("project_no");

/** Projects whose limit for the contract is past. */
const listLapsed = async (db: Knex, today: string): Promise<string[]> => {
  const rows = (await db(projects.name)
    .select(projects.columns())
    .whereIn("state", [SELECTED, IN_PUBLICITY])
    .orderBy("project_no")) as IntermediaryProcurementRow[];
  return rows
    .filter((row) => contractTooLate(clockFacts(projects.toRecord(row)), today) === true)
    .map(({ project_no: projectNo }) => projectNo);
};

/** True where the project was ended: what changed since it was listed, the machine sees on the locked row. */
const end = (db: Knex, projectNo: string, { event, set = {} }: ProjectChange, asOf: Date): Promise<boolean> =>
  inTransaction(db, async (trx) => {
    const row = (await trx(projects.name).first("*").where("project_no", projectNo).forUpdate()) as
      LockedRecord | undefined;
    if (row === undefined) return false;
    const { facts } = await projectInHand(trx, row, { viewer: ANONYMOUS, asOf });
    const step = { row, event, facts, set: toSet(projects, set), asOf };
    return (await takeTimeStep(trx, WRITTEN_PROJECT, step)) !== undefined;
  });

/** Ends them, each in a transaction of its own, once however often it is called; answers with how many. */
export const endInTime = async (db: Knex, asOf: Date): Promise<number> => {
  const today = localDateOf(asOf);
  const due = [
    ...(await listClosed(db, today)).map((projectNo) => ({ projectNo, change: fail({}) })),
    ...(await listLapsed(db, today)).map((projectNo) => ({ projectNo, change: lapse() })),
  ];
  let ended = 0;
  for (const { projectNo, change } of due) if (await end(db, projectNo, change, asOf)) ended += 1;
  return ended;
};
