/** Migrations of the credit schema, oldest first. */
import type { Migration } from "../../../platform/database/index.js";
import { createCreditTables } from "./20261124090000_create_credit_tables.js";

/** All migrations. */
export const migrations: readonly Migration[] = [createCreditTables];
