/** Columns of records of enforcement, once: row, select list and mapping come from here. */
import { day, defineTable, text, texts, truth, type RowOf } from "../../../platform/database/index.js";
import type { EnforcementKind, EnforcementResult } from "./enforcement-record.enums.js";

/** Records of inspections and coercive measures (行政检查、行政强制信息). */
export const ENFORCEMENT_RECORDS = defineTable("enforcement_records", {
  docNo: text("doc_no"),
  kind: text("kind").of<EnforcementKind>(),
  organId: text("organ_id"),
  organUscc: text("organ_uscc"),
  divisionCode: text("division_code"),
  objectId: text("object_id").nullable(),
  content: text("content"),
  result: text("result").of<EnforcementResult>(),
  basisIds: texts("basis_ids").byDefault(),
  certificateNumbers: texts("certificate_numbers"),
  videoLogged: truth("video_logged"),
  doneOn: day("done_on"),
  publishedOn: day("published_on").nullable(),
  publicUntil: day("public_until").nullable(),
});

/** A row of enforcement_records. */
export type EnforcementRecordRow = RowOf<typeof ENFORCEMENT_RECORDS>;
