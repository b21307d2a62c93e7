/** Words of what is one's own: roles, states of cases and of subsidies. */
import type { CaseState, SubsidyState } from "../gql/graphql.js";
import type { Text } from "../language.js";

/** Roles of the realm; one that is not here is shown by its name. */
export const ROLES: Readonly<Record<string, Text>> = {
  citizen: { zh: "市民", en: "Citizen" },
  enterprise_agent: { zh: "企业经办人", en: "Agent of an enterprise" },
  agency_officer: { zh: "机关工作人员", en: "Officer of an agency" },
  agency_publisher: { zh: "政务公开人员", en: "Publisher of an agency" },
  confidentiality_reviewer: { zh: "保密审查人员", en: "Reviewer of confidentiality" },
  supervisor: { zh: "监督人员", en: "Supervisor" },
  auditor_finance: { zh: "审计人员", en: "Auditor" },
  integrator: { zh: "第三方应用", en: "App of a third party" },
  integrator_admin: { zh: "应用登记人员", en: "Registers apps of the body" },
  platform_admin: { zh: "平台管理员", en: "Administrator" },
};

/** States of a case. */
export const CASE_STATES: Readonly<Record<CaseState, Text>> = {
  DRAFT: { zh: "草稿", en: "Draft" },
  SUBMITTED: { zh: "已提交", en: "Handed in" },
  RECEIVED: { zh: "已收件", en: "Received" },
  CORRECTION: { zh: "待补正", en: "To be completed" },
  ACCEPTED: { zh: "已受理", en: "Accepted" },
  NOT_ACCEPTED: { zh: "不予受理", en: "Not accepted" },
  REVIEW: { zh: "审查中", en: "In review" },
  SUSPENDED: { zh: "计时中止", en: "Suspended" },
  DECIDED: { zh: "已决定", en: "Decided" },
  COMPLETED: { zh: "已办结", en: "Completed" },
  DELIVERED: { zh: "已送达", en: "Delivered" },
  RATED: { zh: "已评价", en: "Rated" },
  WITHDRAWN: { zh: "已撤回", en: "Withdrawn" },
  RETURNED: { zh: "已退件", en: "Returned" },
  TRANSFERRED: { zh: "已转办", en: "Transferred" },
  VOID: { zh: "已作废", en: "Void" },
  ANNULLED: { zh: "已撤销", en: "Annulled" },
};

/** States of a subsidy. */
export const SUBSIDY_STATES: Readonly<Record<SubsidyState, Text>> = {
  PREPARED: { zh: "已编制", en: "Prepared" },
  VILLAGE_PUBLICITY: { zh: "村级公示中", en: "Published in the village" },
  TOWN_REVIEW: { zh: "乡镇审核", en: "Reviewed by the township" },
  COUNTY_REVIEW: { zh: "县级审核", en: "Reviewed by the county" },
  PAID: { zh: "已发放", en: "Paid" },
  RETURNED: { zh: "已退回", en: "Came back" },
  REPAID: { zh: "已重新发放", en: "Paid again" },
};
