/** SQL of which records somebody applied to repair, as long as that is not decided. */
import type { Knex } from "knex";
import { RepairState } from "./repair-case.machine.js";

/** States of an application that is open. */
const OPEN: readonly RepairState[] = [RepairState.APPLIED, RepairState.ACCEPTED];

/** Those of these records whose repair runs; whoever locked a record knows that it stays so. */
export const findRepairing = async (db: Knex, recordIds: readonly string[]): Promise<{ readonly id: string }[]> =>
  (await db("repair_cases")
    .distinct("record_id as id")
    .whereIn("record_id", [...recordIds])
    .whereIn("state", OPEN)) as { id: string }[];
