/** Loads of licences and penalties can be undone: what they wrote is journaled. */
import { createLoadJournal } from "../../../platform/database/index.js";

/** The migration. */
export const journalLoads = createLoadJournal("20261130150000_journal_loads", [
  { table: "licences", key: "id" },
  { table: "penalties", key: "id" },
]);
