/** Rules of the field that the demonstration's spending obeys: who pays, who is paid, who builds, under which code, how far. */
import { eachRow, type DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { tradeOf } from "../../demonstration-trades.js";
import { isOfPlace } from "./approvals.js";
import { BUILDERS, POLICIES } from "./policies.js";
import { OFFICERS_CENTRE } from "./sources.js";

interface PaymentRow {
  readonly payment_no: string;
  readonly policy_code: string;
  readonly payer_id: string;
  readonly division_code: string;
  readonly payee_kind: string;
  readonly payee_org_id: string | null;
  readonly dept_econ_code: string;
}

const PAYMENTS =
  "select payment_no, policy_code, payer_id, division_code, payee_kind, payee_org_id, dept_econ_code from payments";

interface ProjectRow {
  readonly project_code: string;
  readonly name: string;
  readonly contractor_id: string;
  readonly state: string;
  readonly progress: number;
  readonly paid: number;
}

interface ApprovalRow {
  readonly project_code: string;
  readonly case_no: string;
  readonly granted_in: string;
  readonly project_in: string;
}

/** Share of the contract that is paid, in per cent. */
const PROJECTS = `select p.project_code, p.name, p.contractor_id, p.state, p.progress,
    coalesce(sum(y.amount_fen - coalesce(y.returned_fen, 0)), 0)::float * 100 / p.contract_fen as paid
  from fund_projects p left join allocations a on a.to_project_code = p.project_code left join payments y on y.allocation_id = a.id
  group by p.project_code`;

const FINISHED = new Set(["ACCEPTED", "PUBLIC_NOTICE_GIVEN", "EVALUATED", "ARCHIVED"]);
/** Points by which payment may run ahead of work, or behind it: advance payment is at most 30 per cent of a contract. */
const APART = 30;

/** They. */
export const spendingRules: readonly DataRule<DemonstrationWorld>[] = [
  eachRow<PaymentRow, DemonstrationWorld>({
    name: "funds-are-paid-by-units-of-their-purpose",
    holds: "A county's bureau in charge of a policy pays its money, or the unit that employs whom the policy is for.",
    reason: "A water bureau pays no pupils.",
    source: "预算法 第五十三条; 财政资金支付管理办法",
    rows: PAYMENTS,
    breach: ({ organizations }) => {
      const bodies = new Map(organizations.map((body) => [body.id, body]));
      return ({ payment_no, policy_code, payer_id, division_code }) => {
        const { name = "", divisionCode } = bodies.get(payer_id) ?? {};
        const inCharge = name.includes(POLICIES[policy_code]!.bureau.slice(0, -1)) && divisionCode === division_code;
        const employs = policy_code === "FP-JY" && payer_id === OFFICERS_CENTRE.id;
        return inCharge || employs ? undefined : `${payment_no}: ${policy_code} by ${name}`;
      };
    },
  }),
  eachRow<PaymentRow, DemonstrationWorld>({
    name: "subsidies-go-to-whom-they-are-for",
    holds: "Bodies that a subsidy pays are of the trades that it is for; projects are another rule's.",
    reason: "A bookshop gets no subsidy for tractors.",
    source: "the eligibility of each policy",
    rows: `${PAYMENTS} where payee_org_id is not null and policy_code <> 'FP-XC'`,
    breach: ({ organizations }) => {
      const bodies = new Map(organizations.map((body) => [body.id, body]));
      return ({ payment_no, policy_code, payee_org_id }) => {
        const body = bodies.get(payee_org_id!)!;
        return POLICIES[policy_code]!.receivers?.trades.includes(tradeOf(body)) === true
          ? undefined
          : `${payment_no}: ${policy_code} to ${body.name}`;
      };
    },
  }),
  eachRow<PaymentRow, DemonstrationWorld>({
    name: "economic-codes-fit-the-payee",
    holds: "What persons are paid is under 303, what bodies are paid under 310 or 312.",
    reason: "A household is no enterprise: each payment stands under the class of whom it is paid to.",
    source: "政府收支分类科目 支出经济分类",
    rows: PAYMENTS,
    breach:
      () =>
      ({ payment_no, payee_kind, dept_econ_code }) =>
        (payee_kind === "ORGANIZATION" ? /^31[02]/ : /^303/).test(dept_econ_code)
          ? undefined
          : `${payment_no}: ${payee_kind} under ${dept_econ_code}`,
  }),
  eachRow<ProjectRow, DemonstrationWorld>({
    name: "contractors-are-of-that-trade",
    holds: "What is built is built by a building firm, what is tested is tested by a laboratory.",
    reason: "No restaurant lays roads.",
    source: "建筑法 第二十六条; 政府采购法 第二十二条",
    rows: PROJECTS,
    breach: ({ organizations }) => {
      const bodies = new Map(organizations.map((body) => [body.id, body]));
      return ({ project_code, name, contractor_id }) => {
        const trade = tradeOf(bodies.get(contractor_id)!);
        return (name.includes("检测") ? trade === "检测" : BUILDERS.includes(trade))
          ? undefined
          : `${project_code}: ${name} by ${bodies.get(contractor_id)!.name}`;
      };
    },
  }),
  eachRow<ApprovalRow, DemonstrationWorld>({
    name: "approvals-of-projects-are-of-their-place",
    holds: "What stands with a project as its approvals was granted in its county, or above it.",
    reason: "A work is approved where it is built: what its builder was granted elsewhere is about other works.",
    source: "建筑法 第七条（工程所在地县级以上人民政府建设行政主管部门）",
    rows: `select c.project_code, c.case_no, c.division_code as granted_in, p.division_code as project_in
      from project_cases c join fund_projects p using (project_code)`,
    breach:
      () =>
      ({ project_code, case_no, granted_in, project_in }) =>
        isOfPlace(granted_in, project_in) ? undefined : `${project_code} in ${project_in}: ${case_no} of ${granted_in}`,
  }),
  eachRow<ProjectRow, DemonstrationWorld>({
    name: "progress-fits-payment",
    holds: `Work and payment are at most ${APART} points apart, and what is accepted is finished and paid to 80 per cent at least.`,
    reason: "A project that is paid to 90 per cent is not at ten.",
    source: "建设工程价款结算暂行办法（财建〔2004〕369号）第十二条、第十三条",
    rows: PROJECTS,
    breach:
      () =>
      ({ project_code, state, progress, paid }) =>
        Math.abs(progress - paid) > APART || paid > 100 || (FINISHED.has(state) && (progress < 100 || paid < 80))
          ? `${project_code}: ${state}, work at ${progress}, paid ${paid.toFixed(0)} per cent`
          : undefined,
  }),
];
