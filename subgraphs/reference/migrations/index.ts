/** Migrations of the reference schema, oldest first. */
import type { Migration } from "../../../platform/database/index.js";
import { createReferenceTables } from "./20261124090000_create_reference_tables.js";

/** All migrations. */
export const migrations: readonly Migration[] = [createReferenceTables];
