/** What a finance bureau gives a unit to spend is an allotment (预算指标); an indicator measures performance (绩效指标); a case has a number of its own. */
import {
  renamePlaces,
  renamePlacesBack,
  retrackRenamed,
  type Migration,
  type RenamedPlaces,
  type TrackedTable,
} from "../../../platform/database/index.js";
import { TRACKED as TRACKED_BEFORE } from "./20261128120000_track_changes_by_epoch.js";

/** Names of before and since. */
export const PLACES: RenamedPlaces = {
  tables: [["indicators", "allotments"]],
  columns: [
    ...["allotments", "allocations", "fund_announcements", "performance_targets", "performance_evaluations"].map(
      (table) => [table, "indicator_no", "allotment_no"] as const,
    ),
    ["project_cases", "project_no", "case_no"],
  ],
};

/** What is told of, and when it is public: what its declaration (`*.policy.ts`) says to everybody; a test compares them. */
export const TRACKED: readonly TrackedTable[] = [
  { kind: "FUND_POLICY", table: "fund_policies", key: "policy_code", isPublic: "true" },
  { kind: "BUDGET_ALLOTMENT", table: "allotments", key: "allotment_no", isPublic: "state <> 'DRAFT'" },
];

/** Renames them, and what the feed of changes calls them. */
export const nameAllotments: Migration = {
  name: "20261129130000_name_allotments",
  up: (knex) => retrackRenamed(knex, TRACKED_BEFORE, TRACKED, () => renamePlaces(knex, PLACES)),
  down: (knex) => retrackRenamed(knex, TRACKED, TRACKED_BEFORE, () => renamePlacesBack(knex, PLACES)),
};
