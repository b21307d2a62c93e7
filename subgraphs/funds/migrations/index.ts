/** Migrations of the funds schema, oldest first. */
import type { Migration } from "../../../platform/database/index.js";
import { createFundsTables } from "./20261124090000_create_funds_tables.js";
import { createPostings } from "./20261124090100_create_postings.js";
import { trackChanges } from "./20261125120000_track_changes.js";

/** All migrations. */
export const migrations: readonly Migration[] = [createFundsTables, createPostings, trackChanges];
