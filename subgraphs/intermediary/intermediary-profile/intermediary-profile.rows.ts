/** Columns of intermediaries and of what hangs on them, once: row, select list and mapping come from here. */
import { bigInteger, day, defineTable, fen, integer, json, text } from "../../../platform/database/index.js";

/** Intermediaries (中介机构). */
export const INTERMEDIARIES = defineTable("intermediaries", {
  id: text("organization_id"),
  uscc: text("uscc").nullable(),
  name: text("name"),
  divisionCode: text("division_code"),
  qualifications: json("qualifications").of<readonly object[]>(),
  capacity: integer("capacity").nullable(),
});

/** Which services they provide. */
export const PROVIDED_SERVICES = defineTable("provided_services", {
  serviceCode: text("service_code"),
  intermediaryId: text("intermediary_id"),
});

/** Their staff (从业人员). */
export const INTERMEDIARY_STAFF = defineTable("intermediary_staff", {
  intermediaryId: text("intermediary_id"),
  position: integer("position"),
  name: text("name"),
  certNo: text("certificate_no"),
  profession: text("profession"),
});

/** How a body is related to another. */
export type RelationKind = "DECLARED" | "OWNED_BY" | "SUBORDINATE_TO";

/** Relations of bodies, from day to day. */
export const INTERMEDIARY_RELATIONS = defineTable("intermediary_relations", {
  bodyId: text("body_id"),
  relatedId: text("related_id"),
  relatedUscc: text("related_uscc").nullable(),
  kind: text("kind").of<RelationKind>(),
  validFrom: day("valid_from").nullable(),
  validTo: day("valid_to").nullable(),
});

/** Finished engagements (完成项目). */
export const ENGAGEMENTS = defineTable("engagements", {
  id: integer("id").byDefault(),
  intermediaryId: text("intermediary_id"),
  serviceCode: text("service_code"),
  workingDays: integer("working_days"),
  promisedDays: integer("promised_days"),
  price: fen("price_fen"),
  completedOn: day("completed_on"),
  projectNo: text("project_no").nullable(),
});

/** Sums of engagements, and whole numbers to order by; SQL alone writes them. */
export const INTERMEDIARY_FIGURES = defineTable("intermediary_figures", {
  intermediaryId: text("intermediary_id"),
  completed: bigInteger("completed"),
  onTime: bigInteger("on_time"),
  days: bigInteger("days"),
  price: fen("price_fen"),
  onTimeOrder: integer("on_time_order"),
  priceOrder: bigInteger("price_order"),
  daysOrder: integer("days_order"),
  countedOn: day("counted_on"),
});
