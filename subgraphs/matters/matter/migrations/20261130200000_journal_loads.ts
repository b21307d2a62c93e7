/** Loads of matters can be undone: what they wrote is journaled. */
import { createLoadJournal } from "../../../../platform/database/index.js";

/** The migration. */
export const journalLoads = createLoadJournal("20261130200000_journal_loads", [
  { table: "service_matters", key: "id" },
]);
