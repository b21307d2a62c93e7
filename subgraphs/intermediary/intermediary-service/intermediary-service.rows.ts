/** Columns of intermediary services, their links and what matters demand, once: row, select list and mapping come from here. */
import {
  day,
  defineTable,
  integer,
  type RowOf,
  searchWords,
  text,
  texts,
  truth,
} from "../../../platform/database/index.js";
import type { LegalRank } from "../../../platform/domain/index.js";
import type { LimitUnit } from "../../../platform/graphql/limit-unit.js";
import type { FeeNature, ListState, Party } from "./intermediary-service.enums.js";

/** Services of lists (中介服务). */
export const INTERMEDIARY_SERVICES = defineTable("intermediary_services", {
  code: text("code"),
  name: text("name"),
  divisionCode: text("division_code").nullable(),
  timeLimitDays: integer("time_limit_days").nullable(),
  timeLimitUnit: text("time_limit_unit").of<LimitUnit>().byDefault(),
  timeLimitExplain: text("time_limit_explain").nullable(),
  feeNature: text("fee_nature").of<FeeNature>(),
  feeBasis: text("fee_basis").nullable(),
  feeStandard: text("fee_standard").nullable(),
  commissionedBy: text("commissioned_by").of<Party>(),
  resultName: text("result_name").nullable(),
  resultValidity: text("result_validity").nullable(),
  qualification: texts("qualification"),
  applicantMayDoItself: truth("applicant_may_do_itself"),
  listState: text("list_state").of<ListState>(),
  version: integer("version"),
  effectiveFrom: day("effective_from").nullable(),
  effectiveTo: day("effective_to").nullable(),
  removalDocument: text("removal_document").nullable(),
  approvalDeptId: text("approval_dept_id").nullable(),
  approvalDeptName: text("approval_dept_name").nullable(),
  linkedMatterNames: texts("matter_names").byDefault(),
  legalBasisIds: texts("legal_basis_ids"),
  contentHash: text("content_hash").nullable().unread("an import compares it"),
  search: searchWords("search"),
});

/** A row of intermediary_services. */
export type ServiceRow = RowOf<typeof INTERMEDIARY_SERVICES>;

/** Which matters require them. */
export const SERVICE_MATTER_LINKS = defineTable("service_matter_links", {
  matterId: text("matter_id"),
  serviceCode: text("service_code"),
  deptId: text("dept_id").nullable(),
  divisionCode: text("division_code").nullable(),
});

/** What materials of matters ask for, listed or not. */
export const MATTER_DEMANDS = defineTable("matter_demands", {
  matterId: text("matter_id"),
  materialName: text("material_name"),
  serviceCode: text("service_code").nullable(),
  deptId: text("dept_id"),
  divisionCode: text("division_code"),
});

/** A copy of what rules ask of each legal basis; reference owns them. */
export const LEGAL_BASIS_PERIODS = defineTable("legal_basis_periods", {
  id: text("id"),
  effectiveFrom: day("effective_from").nullable(),
  effectiveTo: day("effective_to").nullable(),
  rank: text("rank").of<LegalRank>().nullable(),
  jurisdiction: text("jurisdiction").nullable(),
  setsIntermediaryService: truth("sets_intermediary_service").nullable(),
});
