/** Columns of fund_policies and policy_matters, once: row, select list and mapping come from here. */
import { day, defineTable, json, type RowOf, searchWords, text } from "../../../platform/database/index.js";
import type { FundKind } from "./fund-policy.enums.js";

/** Policies (补贴/资金政策). */
export const FUND_POLICIES = defineTable("fund_policies", {
  policyCode: text("policy_code"),
  name: text("name"),
  kind: text("kind").of<FundKind>(),
  standard: json("standard").of<readonly object[]>().byDefault(),
  sourceShares: json("source_shares").of<readonly object[]>().byDefault(),
  competentDeptId: text("competent_dept_id").nullable(),
  validFrom: day("valid_from"),
  validTo: day("valid_to").nullable(),
  payCycle: text("pay_cycle").nullable(),
  eligibility: text("eligibility").nullable(),
  search: searchWords("search"),
});

/** A row of fund_policies. */
export type PolicyRow = RowOf<typeof FUND_POLICIES>;

/** Matters by which a policy is applied for. */
export const POLICY_MATTERS = defineTable("policy_matters", {
  policyCode: text("policy_code"),
  matterId: text("matter_id"),
  divisionCode: text("division_code").unread("queries narrow to a division"),
});
