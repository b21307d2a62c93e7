/** Fills the credit schema from the demonstration world: repaired, expired, withdrawn and late records, natural persons, an old division. */
import type { Knex } from "knex";
import type { DemonstrationWorld } from "../../demonstration.js";
import { commitments, evaluations, matterCommitments } from "./commitments.js";
import { licences } from "./licences.js";
import { listEntries } from "./lists.js";
import { copyAll } from "./parties.js";
import { penalties, regulatorRules } from "./penalties.js";
import { objections, repairCases } from "./proceedings.js";

/** Removes all records; the national severity rules and the measures stay. */
export const clearCredit = async (db: Knex): Promise<void> => {
  await db.raw(
    "truncate licences, penalties, list_entries, commitments, matter_commitments, evaluations, repair_cases, objections, record_keys",
  );
  await db("severity_rules").whereNotNull("regulator_id").delete();
};

/** Fills the cleared schema. */
export const seedCredit = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const records = { licences: licences(world), penalties: penalties(world), entries: listEntries(world) };
  const repairs = repairCases(world, records.penalties, records.entries);
  await db("severity_rules").insert(regulatorRules(world));
  await copyAll(db, "licences", records.licences);
  await db.batchInsert("penalties", records.penalties, 500);
  await db.batchInsert("list_entries", records.entries, 500);
  await copyAll(db, "repair_cases", repairs);
  await copyAll(db, "objections", objections(world, records.penalties, records.licences));
  await copyAll(db, "commitments", commitments(world, repairs));
  await copyAll(db, "matter_commitments", matterCommitments(world));
  await copyAll(db, "evaluations", evaluations(world));
};
