/** Writes budgets, final accounts and assistance targets into the tables. */
import type { Knex } from "knex";
import { copyRecords, type NewOf } from "../../../platform/database/index.js";
import { ASSISTANCE_TARGETS } from "../assistance/assistance.rows.js";
import { BUDGET_DISCLOSURES, BUDGET_TABLE_LINES } from "../budget-disclosure/budget-disclosure.rows.js";
import { STORED_NARRATIVE } from "../budget-disclosure/budget-disclosure.stored.js";
import type { SeedDisclosure } from "./budgets.js";

/** Budgets and final accounts with their lines. */
export const copyDisclosures = async (db: Knex, disclosures: readonly SeedDisclosure[]): Promise<void> => {
  await copyRecords(
    db,
    BUDGET_DISCLOSURES,
    disclosures.map(({ unit, narrative, lines: _lines, ...disclosure }) => ({
      ...disclosure,
      unitId: unit.id,
      unitUscc: unit.uscc,
      divisionCode: unit.divisionCode,
      publishedOn: disclosure.publishedOn,
      narrative: narrative.map(STORED_NARRATIVE.write),
    })),
  );
  await copyRecords(
    db,
    BUDGET_TABLE_LINES,
    disclosures.flatMap(({ id, lines }) =>
      lines.map(({ table, ...line }, index) => ({
        ...line,
        disclosureId: id,
        tableNo: table,
        lineNo: index + 1,
        code: line.code,
        heading: line.heading,
      })),
    ),
  );
};

/** Assistance targets. */
export const copyAssistance = (db: Knex, targets: readonly NewOf<typeof ASSISTANCE_TARGETS>[]): Promise<void> =>
  copyRecords(db, ASSISTANCE_TARGETS, targets);
