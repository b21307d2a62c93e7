/** Columns of cases and of their special procedures, once: row, select list and mapping come from here. */
import { day, defineTable, integer, json, text, truth, type RowOf } from "../../../platform/database/index.js";
import type { CaseLimit } from "../case-clock/case-clock.js";
import type { ServiceRecipient, TaskType } from "../matter/matter.enums.js";
import type { ApplyChannel, SpecialProcedureKind } from "./service-case.enums.js";
import type { CaseState } from "./service-case.state.js";
import type { StoredCaseV3 } from "./service-case.stored.js";

/** Cases, drafts included (办件). */
export const SERVICE_CASES = defineTable("service_cases", {
  caseNo: text("case_no"),
  matterId: text("matter_id"),
  matterVersion: integer("matter_version"),
  taskType: text("task_type").of<TaskType>(),
  projectName: text("project_name"),
  state: text("state").of<CaseState>(),
  // Hash of a person or credit code of a body.
  subject: text("subject"),
  applicantType: text("applicant_type").of<ServiceRecipient>(),
  applicantName: text("applicant_name"),
  applicantOrgId: text("applicant_org_id").nullable(),
  applicantIdTail: text("applicant_id_tail").nullable(),
  contactName: text("contact_name").nullable(),
  contactPhone: text("contact_phone").nullable(),
  contactAddress: text("contact_address").nullable(),
  deptId: text("dept_id"),
  deptUscc: text("dept_uscc"),
  divisionCode: text("division_code"),
  applyChannel: text("apply_channel").of<ApplyChannel>().nullable(),
  // Lists are in its order.
  openedOn: day("opened_on"),
  appliedOn: day("applied_on").nullable(),
  acceptedOn: day("accepted_on").nullable(),
  acceptanceNo: text("acceptance_no").nullable(),
  promisedAmount: integer("promised_amount").nullable(),
  promisedUnit: text("promised_unit").of<CaseLimit["unit"]>().nullable(),
  statutoryAmount: integer("statutory_amount").nullable(),
  statutoryUnit: text("statutory_unit").of<CaseLimit["unit"]>().nullable(),
  completedOn: day("completed_on").nullable(),
  granted: truth("granted").nullable().unread("the result in the content says it"),
  endedOn: day("ended_on").nullable(),
  content: json("content").of<StoredCaseV3>(),
  noticeOn: day("notice_on").nullable(),
  version: integer("version").byDefault(),
});

/** Special procedures of cases (特别程序). */
export const SPECIAL_PROCEDURES = defineTable("special_procedures", {
  caseNo: text("case_no").unread("joins it to its case"),
  number: integer("number").unread("the order within its case"),
  kind: text("kind").of<SpecialProcedureKind>(),
  name: text("name"),
  reason: text("reason").nullable(),
  from: day("from_on"),
  to: day("to_on").nullable(),
  result: text("result").nullable(),
  extensionDays: integer("extension_days").nullable(),
  approver: text("approver").nullable(),
});

/** A row of special_procedures. */
export type ProcedureRow = RowOf<typeof SPECIAL_PROCEDURES>;
