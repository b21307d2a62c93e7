/** SQL of finance departments: who answers for the money of a division. */
import type { Knex } from "knex";
import { toRow } from "../../../platform/database/index.js";
import { FINANCE_DEPARTMENTS } from "./finance-department.rows.js";

/** Credit code of a division's finance department; undefined where none is known. */
export const findFinanceDepartment = async (trx: Knex, division: string): Promise<string | undefined> =>
  ((await trx(FINANCE_DEPARTMENTS.name).where("division_code", division).pluck("agency_uscc")) as readonly string[])[0];

/** Division for whose money an agency answers; undefined where it is no finance department. */
export const findDivisionOf = async (trx: Knex, agency: string): Promise<string | undefined> =>
  ((await trx(FINANCE_DEPARTMENTS.name).where("agency_uscc", agency).pluck("division_code")) as readonly string[])[0];

/** Keeps that the agency, which issued for the division, is its finance department, where none is known yet. */
export const keepFinanceDepartment = async (trx: Knex, divisionCode: string, agencyUscc: string): Promise<void> => {
  await trx(FINANCE_DEPARTMENTS.name)
    .insert(toRow(FINANCE_DEPARTMENTS, { divisionCode, agencyUscc }))
    .onConflict()
    .ignore();
};
