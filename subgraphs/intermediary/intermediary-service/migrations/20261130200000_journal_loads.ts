/** Loads of lists of intermediary services can be undone: what they wrote is journaled, and which matters they linked. */
import { createLoadJournal } from "../../../../platform/database/index.js";

/** The migration. */
export const journalLoads = createLoadJournal("20261130200000_journal_loads", [
  { table: "intermediary_services", key: "code", sets: [{ table: "service_matter_links", of: "service_code" }] },
]);
