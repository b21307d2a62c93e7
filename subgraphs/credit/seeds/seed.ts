/** Fills the credit schema from the demonstration world: repaired, expired, withdrawn and late records, natural persons, an old division. */
import type { Knex } from "knex";
import { copyRecords, insertRecords } from "../../../platform/database/index.js";
import { COMMITMENTS, MATTER_COMMITMENTS } from "../commitment/commitment.rows.js";
import { EVALUATIONS } from "../evaluation/evaluation.rows.js";
import { LICENCES } from "../licence/licence.rows.js";
import { LISTING_CASES } from "../listing-case/listing-case.rows.js";
import { LIST_ENTRIES } from "../list-entry/list-entry.rows.js";
import { OBJECTIONS } from "../objection/objection.rows.js";
import { PENALTIES } from "../penalty/penalty.rows.js";
import { REPAIR_CASES } from "../repair-case/repair-case.rows.js";
import { SEVERITY_RULES } from "../severity-rule/severity-rule.rows.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { commitments } from "./commitments.js";
import { matterCommitments } from "./matter-commitments.js";
import { evaluations } from "./evaluations.js";
import { licences } from "./licences.js";
import { listingCases } from "./listing-cases.js";
import { listEntries } from "./lists.js";
import { penalties } from "./penalties.js";
import { DEMONSTRATION_RULES, regulatorRules } from "./penalty-rows.js";
import { repairCases } from "./repair-cases.js";
import { objections } from "./objections.js";

/** Removes all records; severity rules that were loaded and the measures stay. */
export const clearCredit = async (db: Knex): Promise<void> => {
  await db.raw(
    "truncate licences, penalties, list_entries, commitments, matter_commitments, evaluations, repair_cases, objections, listing_cases, record_keys",
  );
  await db("severity_rules").whereIn("id", DEMONSTRATION_RULES).delete();
};

/** Fills the cleared schema. */
export const seedCredit = async (db: Knex, world: DemonstrationWorld): Promise<void> => {
  const records = { licences: licences(world), penalties: penalties(world), entries: listEntries(world) };
  const repairs = repairCases(world, records.penalties, records.entries);
  await insertRecords(db, SEVERITY_RULES, regulatorRules(world));
  await copyRecords(db, LICENCES, records.licences);
  await copyRecords(db, PENALTIES, records.penalties);
  await copyRecords(db, LIST_ENTRIES, records.entries);
  await copyRecords(db, LISTING_CASES, listingCases(world, records.entries));
  await copyRecords(db, REPAIR_CASES, repairs);
  await copyRecords(db, OBJECTIONS, objections(world, records.penalties, records.licences));
  await copyRecords(db, COMMITMENTS, commitments(world, repairs));
  await copyRecords(db, MATTER_COMMITMENTS, matterCommitments(world));
  await copyRecords(db, EVALUATIONS, evaluations(world));
};
