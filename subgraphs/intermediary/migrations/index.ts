/** Migrations of the intermediary schema, oldest first. */
import type { Migration } from "../../../platform/database/index.js";
import { createIntermediaryTables } from "./20261124090000_create_intermediary_tables.js";

/** All migrations. */
export const migrations: readonly Migration[] = [createIntermediaryTables];
