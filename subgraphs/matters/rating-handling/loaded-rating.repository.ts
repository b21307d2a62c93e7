/** Cases end as rated where a rating of their delivery is loaded: whoever applied gave it, in another system that names nobody. */
import type { Knex } from "knex";
import { statesBefore } from "../../../platform/machine/index.js";
import { takeToldStep } from "../../../platform/write/index.js";
import { WRITTEN_CASE } from "../case-handling/case-handling.policy.js";

/** Takes the step of those that have not ended so yet. `trx` is that which locked the cases, and then inserted the ratings. */
export const endAsRated = async (trx: Knex.Transaction, caseNos: readonly string[]): Promise<void> => {
  if (caseNos.length === 0) return;
  const { table, key, machine } = WRITTEN_CASE;
  const cases = (await trx(table)
    .select("*", trx.raw("now() as now"))
    .whereRaw("case_no = any(?::text[])", [[...caseNos]])
    .whereIn("state", statesBefore(machine, "RATE"))
    .orderBy(key)
    .forUpdate()) as { readonly version: number; readonly state: string; readonly now: Date }[];
  for (const { now: asOf, ...row } of cases)
    await takeToldStep(trx, WRITTEN_CASE, "SUBJECT", { row, event: "RATE", facts: { openSuspension: false }, asOf });
};
