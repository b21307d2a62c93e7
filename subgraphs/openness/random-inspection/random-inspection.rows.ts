/** Columns of random inspections and the enterprises drawn for them, once: row, select list and mapping come from here. */
import { day, defineTable, integer, text, texts, type RowOf } from "../../../platform/database/index.js";
import type { EnforcementResult } from "../enforcement-record/enforcement-record.enums.js";
import type { RegulatoryArea } from "../regulatory-notice/regulatory-area.js";

/** Random inspections: plan, public source, draw (双随机抽查). */
export const RANDOM_INSPECTIONS = defineTable("random_inspections", {
  no: text("no"),
  organId: text("organ_id"),
  organUscc: text("organ_uscc"),
  divisionCode: text("division_code"),
  title: text("title"),
  area: text("area").of<RegulatoryArea>(),
  items: texts("items"),
  plannedFrom: day("planned_from"),
  plannedTo: day("planned_to"),
  publishedOn: day("published_on").nullable(),
  candidateIds: texts("candidate_ids"),
  objectCount: integer("object_count"),
  inspectorNumbers: texts("inspector_numbers"),
  inspectorsEach: integer("inspectors_each"),
  sourceName: text("source_name"),
  sourceReference: text("source_reference"),
  sourceValue: text("source_value").nullable(),
  drawnOn: day("drawn_on").nullable(),
  resultsOn: day("results_on").nullable(),
});

/** A row of random_inspections. */
export type RandomInspectionRow = RowOf<typeof RANDOM_INSPECTIONS>;

/** Enterprises that were drawn, with their inspectors and what came of it. */
export const INSPECTED_OBJECTS = defineTable("inspected_objects", {
  inspectionNo: text("inspection_no"),
  position: integer("position"),
  objectId: text("object_id"),
  inspectors: texts("inspectors"),
  result: text("result").of<EnforcementResult>().nullable(),
  inspectedOn: day("inspected_on").nullable(),
});

/** A row of inspected_objects. */
export type InspectedObjectRow = RowOf<typeof INSPECTED_OBJECTS>;
