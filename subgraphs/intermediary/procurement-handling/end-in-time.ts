/** Projects that time alone ends: too few firms bid by the last day for it, or no contract was signed within its limit. Nobody opens what the firms sealed. */
import { ANONYMOUS } from "../../../platform/auth/viewer.js";
import { inTransaction, toSet } from "../../../platform/database/index.js";
import { localDateOf } from "../../../platform/domain/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import { takeEach, takeTimeStep, type StepsInTime } from "../../../platform/write/index.js";
import { INTERMEDIARY_PROCUREMENTS } from "../intermediary-procurement/intermediary-procurement.rows.js";
import { contractTooLate } from "../intermediary-procurement/intermediary-procurement.status.js";
import { fail } from "./bidding-steps.js";
import { lapse } from "./contract-steps.js";
import { listClosed, listUnsigned, lockProject } from "./end-in-time.repository.js";
import { WRITTEN_PROJECT } from "./procurement-handling.policy.js";
import { clockFacts, projectInHand } from "./project-facts.js";
import type { ProjectChange } from "./project-step.js";

type Database = ServiceDependencies["db"];

/** Projects whose limit for the contract is past. */
const listLapsed = async (db: Database, today: string): Promise<string[]> =>
  (await listUnsigned(db))
    .filter((row) => contractTooLate(clockFacts(INTERMEDIARY_PROCUREMENTS.toRecord(row)), today) === true)
    .map(({ project_no: projectNo }) => projectNo);

/** True where the project was ended: what changed since it was listed, the machine sees on the locked row. */
const end = (db: Database, projectNo: string, { event, set = {} }: ProjectChange, asOf: Date): Promise<boolean> =>
  inTransaction(db, async (trx) => {
    const row = await lockProject(trx, projectNo);
    if (row === undefined) return false;
    const { facts } = await projectInHand(trx, row, { viewer: ANONYMOUS, asOf });
    const step = { row, event, facts, set: toSet(INTERMEDIARY_PROCUREMENTS, set), asOf };
    return (await takeTimeStep(trx, WRITTEN_PROJECT, step)) !== undefined;
  });

/** Ends them, each in a transaction of its own, once however often it is called. */
export const endInTime = async (db: Database, asOf: Date): Promise<StepsInTime> => {
  const today = localDateOf(asOf);
  const due = [
    ...(await listClosed(db, today)).map((projectNo) => ({ projectNo, change: fail({}) })),
    ...(await listLapsed(db, today)).map((projectNo) => ({ projectNo, change: lapse() })),
  ];
  return takeEach(db, due, ({ projectNo, change }) => end(db, projectNo, change, asOf));
};
