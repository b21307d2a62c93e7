/** Columns of fund_projects and project_cases, once: row, select list and mapping come from here. */
import { day, defineTable, fen, integer, type RowOf, searchWords, text } from "../../../platform/database/index.js";
import type { FundProjectCategory } from "./fund-project.enums.js";
import type { FundProjectState } from "./fund-project.machine.js";

/** What public money is spent on (资金项目). */
export const FUND_PROJECTS = defineTable("fund_projects", {
  projectCode: text("project_code"),
  name: text("name"),
  category: text("category").of<FundProjectCategory>(),
  policyCode: text("policy_code"),
  divisionCode: text("division_code"),
  villageCode: text("village_code").nullable(),
  content: text("content").nullable(),
  periodFrom: day("period_from"),
  periodTo: day("period_to").nullable(),
  ownerId: text("owner_id"),
  contractorId: text("contractor_id").nullable(),
  responsiblePerson: text("responsible_person").nullable(),
  procurementMethod: text("procurement_method").nullable(),
  contractNo: text("contract_no").nullable(),
  contractAmount: fen("contract_fen").nullable(),
  contractedOn: day("contracted_on").nullable(),
  households: integer("households").nullable(),
  persons: integer("persons").nullable(),
  poorHouseholds: integer("poor_households").nullable(),
  benefitMechanism: text("benefit_mechanism").nullable(),
  targets: text("targets").nullable(),
  results: text("results").nullable(),
  progress: integer("progress"),
  state: text("state").of<FundProjectState>(),
  acceptedOn: day("accepted_on").nullable(),
  acceptance: text("acceptance").nullable(),
  complaintChannel: text("complaint_channel").nullable(),
  search: searchWords("search"),
  version: integer("version").byDefault(),
});

/** A row of fund_projects. */
export type ProjectRow = RowOf<typeof FUND_PROJECTS>;

/** Cases by which projects were approved. */
export const PROJECT_CASES = defineTable("project_cases", {
  projectCode: text("project_code"),
  caseNo: text("case_no"),
  subject: text("subject").nullable().unread("it says whose the case is"),
  agencyUscc: text("agency_uscc").unread("it says whose the case is"),
  divisionCode: text("division_code").unread("it says whose the case is"),
});
