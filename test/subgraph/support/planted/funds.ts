/** What is planted against the rules of the funds service: a statement for each, by the rule's name. */
const A_BODY = "payee_org_id is not null and policy_code <> 'FP-XC'";

/** By the rule's name. */
export const planted: Readonly<Record<string, string>> = {
  "no-public-text-holds-a-person":
    "update fund_projects set content = '联系人电话13900001234' where content is not null",
  "money-goes-down-level-by-level": "update allocations set from_division = null where to_division = '222400'",
  "parts-make-no-more-than-the-whole": "update allocations set amount_fen = 1 where to_division = '222400'",
  "funds-have-the-name-of-their-year":
    "update allotments set fund_name = '2026年中央财政衔接推进乡村振兴补助资金' where allotment_no = '吉财农指〔2026〕35号'",
  "households-have-the-category-of-their-year":
    "update assistance_targets set category = 'AT_THE_EDGE' where identified_on >= '2026-01-01'",
  "funds-are-paid-by-units-of-their-purpose": `update payments set payer_id = (select payer_id from payments where policy_code = 'FP-GD' limit 1) where policy_code = 'FP-YW'`,
  "subsidies-go-to-whom-they-are-for": `update payments set payee_org_id = 'CN-USCC-91990101MA9000046A' where ${A_BODY}`,
  "economic-codes-fit-the-payee": `update payments set dept_econ_code = '30305' where ${A_BODY}`,
  "contractors-are-of-that-trade":
    "update fund_projects set contractor_id = 'CN-USCC-91990101MA9000011P' where project_code = 'XM-222403-2026-001'",
  "approvals-of-projects-are-of-their-place": "update project_cases set division_code = '220100'",
  "progress-fits-payment": "update fund_projects set progress = 10 where project_code = 'XM-222403-2026-002'",
  "basic-and-project-expenditure-have-codes-of-their-own":
    "update budget_table_lines set code = '2010301' where heading = '项目支出' and code ~ '^[0-9]{7}$'",
  // Labour Day.
  "treasuries-work-on-working-days": "update payments set paid_on = '2026-05-01' where policy_code = 'FP-YW'",
  "fund-documents-grow": "update allotments set issued_on = '2026-12-30' where allotment_no = '吉财农指〔2026〕35号'",
  "payment-numbers-grow": "update payments set paid_on = '2026-01-05' where payment_no like 'ZF2026222401%9'",
  "few-public-notices-are-late":
    "update fund_publications set published_on = decided_on + 60 where kind = 'PUBLIC_NOTICE'",
  "most-evaluations-are-good": "update evaluation_scores set score = 1",
};
