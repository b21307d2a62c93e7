/** Rules of the field that the demonstration's funds obey. */
import { eachRow, shareOfRows, type DataRule } from "../../../platform/subgraph/index.js";
import type { DemonstrationWorld } from "../../demonstration.js";
import { holdsNoPersons } from "../../demonstration-texts.js";
import { numbersGrow, onWorkingDays } from "../../demonstration-rules.js";
import { budgetRules } from "./check-budgets.js";
import { spendingRules } from "./check-spending.js";

interface PassedRow {
  readonly id: string;
  readonly sender: string | null;
  readonly receiver: string;
}

/** The division that hands money down to another: the centre to provinces, each to its own. */
const giverOf = (division: string): string | null => {
  if (division.length > 6) return division.slice(0, 6);
  if (division.endsWith("0000")) return null;
  return division.endsWith("00") ? `${division.slice(0, 2)}0000` : `${division.slice(0, 4)}00`;
};

const OF_MONITORING = new Set(["UNSTABLE_OUT_OF_POVERTY", "AT_THE_EDGE", "SUDDEN_HARDSHIP"]);
const ALWAYS = new Set(["SUBSISTENCE_ALLOWANCE", "EXTREME_POVERTY"]);

/** All of them. */
export const fundsRules: readonly DataRule<DemonstrationWorld>[] = [
  eachRow<PassedRow, DemonstrationWorld>({
    name: "money-goes-down-level-by-level",
    holds:
      "The centre gives to provinces, a province to its prefectures, a prefecture to its counties, a county to its townships.",
    reason: "The Ministry of Finance sends no money to a prefecture, and Jilin none to a county of another province.",
    source: "预算法 第五十二条第二款",
    rows: `select id, from_division as sender, to_division as receiver from allocations where to_division is not null and from_division is distinct from to_division`,
    breach:
      () =>
      ({ id, sender, receiver }) =>
        sender === giverOf(receiver) ? undefined : `${id}: ${sender ?? "the centre"} to ${receiver}`,
  }),
  eachRow<{ readonly id: string; readonly more: string }, DemonstrationWorld>({
    name: "parts-make-no-more-than-the-whole",
    holds: "What is handed on out of an allocation is not more than it is, to the fen.",
    reason: "A prefecture that hands on more than it got has made money.",
    source: "预算法 第十三条",
    rows: `select p.id, (sum(a.amount_fen) - p.amount_fen)::text as more from allocations a join allocations p on p.id = a.parent_id
      left join allotments i on i.allotment_no = a.allotment_no where i.state <> 'DRAFT' group by p.id`,
    breach:
      () =>
      ({ id, more }) =>
        BigInt(more) > 0n ? `${id}: ${more} fen more than it is` : undefined,
  }),
  eachRow<{ readonly allotment_no: string; readonly year: number; readonly fund_name: string }, DemonstrationWorld>({
    name: "funds-have-the-name-of-their-year",
    holds: "What was 衔接推进乡村振兴补助资金 until 2025 is 常态化帮扶资金 since 2026.",
    reason: "The five years of transition ended with 2025, and the fund of that name with them.",
    source:
      "2026年中央一号文件（实施常态化精准帮扶）; 农业农村部 2026-08-18; not confirmed from the fund's own measures",
    rows: `select allotment_no, coalesce(substring(fund_name from '^([0-9]{4})年')::int, fiscal_year) as year, fund_name from allotments where policy_code = 'FP-XC'`,
    breach:
      () =>
      ({ allotment_no, year, fund_name }) =>
        fund_name.includes(year < 2026 ? "衔接推进乡村振兴补助资金" : "常态化帮扶资金")
          ? undefined
          : `${allotment_no}: ${fund_name}`,
  }),
  eachRow<{ readonly household: string; readonly category: string; readonly day: string }, DemonstrationWorld>({
    name: "households-have-the-category-of-their-year",
    holds:
      "Households at risk are 防止返贫致贫对象 where they are identified since 2026, and of the three kinds of monitoring before.",
    reason: "Who is 边缘易致贫户 was asked in the years of transition, not in those of regular assistance.",
    source: "2026年中央一号文件（实施常态化精准帮扶）; not confirmed from the measures on monitoring",
    rows: "select household_hash as household, category, identified_on::text as day from assistance_targets",
    breach:
      () =>
      ({ household, category, day }) =>
        day < "2026-01-01" === OF_MONITORING.has(category) || ALWAYS.has(category)
          ? undefined
          : `${household}: ${category} of ${day}`,
  }),
  ...spendingRules,
  ...budgetRules,
  onWorkingDays(
    "treasuries-work-on-working-days",
    `select 'payment ' || payment_no as what, unnest(array[paid_on, returned_on])::text as day from payments
     union all select 'allotment ' || allotment_no, unnest(array[issued_on, received_on])::text from allotments
     union all select 'movement ' || movement_id, occurred_on::text from postings where direction = 'DEBIT'
     union all select 'project ' || project_code, unnest(array[contracted_on, accepted_on])::text from fund_projects
     union all select 'evaluation ' || id, evaluated_on::text from performance_evaluations`,
  ),
  numbersGrow(
    "fund-documents-grow",
    `select coalesce(from_division, '220000') as office, allotment_no as no, issued_on as day from allotments where state <> 'DRAFT'`,
  ),
  numbersGrow("payment-numbers-grow", "select division_code as office, payment_no as no, paid_on as day from payments"),
  shareOfRows<{ readonly days: number }, DemonstrationWorld>({
    name: "few-public-notices-are-late",
    holds:
      "Of a hundred public notices of a distribution at most eight are given more than a month after the decision.",
    reason: "Fifteen working days are checked by auditors: few are late.",
    source: "国开办发〔2018〕11号 (L20); the share is one of experience",
    rows: "select published_on - decided_on as days from fund_publications where kind = 'PUBLIC_NOTICE'",
    so: () => (row) => row.days > 30,
    from: 0.002,
    to: 0.08,
  }),
  shareOfRows<{ readonly score: number }, DemonstrationWorld>({
    name: "most-evaluations-are-good",
    holds: "Of ten evaluations seven to all but a few reach 80 points, as evaluations do.",
    reason: "Self-evaluation is kind: a fund with forty points would be stopped.",
    source: "项目支出绩效评价管理办法（财预〔2020〕10号）第十四条; the share is one of experience",
    rows: "select sum(score)::float as score from evaluation_scores group by evaluation_id",
    so: () => (row) => row.score >= 80,
    from: 0.7,
    to: 0.98,
  }),
  holdsNoPersons("funds"),
];
