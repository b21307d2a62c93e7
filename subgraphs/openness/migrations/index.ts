/** Migrations of the openness schema that concern several nouns, in the order in which they always ran; those of one noun are in its folder. */
import { createLoadMarks, type Migration } from "../../../platform/database/index.js";
import { createQuarantineTable, numberQuarantineEntries } from "../../../platform/import/index.js";
import { trackChanges } from "./20261130152000_track_changes.js";

/** Migrations of the service itself. */
export const migrations: readonly Migration[] = [
  createLoadMarks,
  createQuarantineTable,
  numberQuarantineEntries,
  trackChanges,
];
