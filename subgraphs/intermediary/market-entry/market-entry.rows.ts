/** Columns of entry_applications, once: row, select list and mapping come from here. */
import { day, defineTable, integer, json, type RowOf, text, texts } from "../../../platform/database/index.js";
import type { EntryApplicationState } from "./market-entry.machine.js";

/** Applications to enter the market (入驻申请). */
export const ENTRY_APPLICATIONS = defineTable("entry_applications", {
  no: text("no"),
  firmUscc: text("firm_uscc"),
  firmName: text("firm_name"),
  divisionCode: text("division_code"),
  departmentUscc: text("department_uscc"),
  serviceCodes: texts("service_codes"),
  qualifications: json("qualifications").of<readonly object[]>(),
  capacity: integer("capacity").nullable(),
  relatedUsccs: texts("related_usccs"),
  state: text("state").of<EntryApplicationState>().byDefault(),
  submittedOn: day("submitted_on"),
  decidedOn: day("decided_on").nullable(),
  reasons: text("reasons").nullable(),
  version: integer("version").byDefault(),
});

/** A row of entry_applications. */
export type EntryRow = RowOf<typeof ENTRY_APPLICATIONS>;
