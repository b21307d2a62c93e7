/** The nine tables of a unit's budget or final accounts, from the amounts of its year. */
import { type Fen } from "../../../platform/domain/index.js";
import { BudgetSide, BudgetTableKind } from "../budget-disclosure/budget-disclosure.enums.js";
import type { BudgetNarrative } from "../budget-disclosure/budget-disclosure.js";
import { codeName } from "../classification/classification.js";

/** A line to write. */
export interface SeedTableLine {
  readonly table: number;
  readonly side: BudgetSide;
  readonly code?: string;
  readonly name: string;
  readonly heading?: string;
  readonly amount: Fen;
}

/** Of a bureau's function the item under which its projects stand (一般行政管理事务), beside that of its running costs (行政运行). */
const projectItem = (running: string): string => `${running.slice(0, 5)}02`;

/** Amounts from which all tables of a unit's year follow. */
export interface Figures {
  readonly running: string;
  readonly wages: Fen;
  readonly goods: Fen;
  readonly pensions: Fen;
  readonly health: Fen;
  readonly housing: Fen;
  readonly project: Fen;
  readonly governmentManagedFund: Fen;
  readonly other: Fen;
  readonly carriedIn: Fen;
  readonly carriedOut: Fen;
}

/** The nine tables; the last two are often empty. */
export const tables = (figures: Figures, year: number): SeedTableLine[] => {
  const { running, wages, goods, pensions, health, housing, project, governmentManagedFund, other } = figures;
  const name = (code: string): string =>
    codeName("FUNCTION", year, code) ?? codeName("DEPARTMENT_ECONOMIC", year, code) ?? code;
  const basic: [string, Fen][] = [
    [running, wages + goods],
    ["2080505", pensions],
    ["2101101", health],
    ["2210201", housing],
  ];
  const general = basic.reduce((sum, [, amount]) => sum + amount, 0n) + project;
  const spent = general + governmentManagedFund + other;
  // What is spent beyond the income of the year came from the year before, and the reverse.
  const appropriation = general + figures.carriedOut - figures.carriedIn;
  const income = appropriation + governmentManagedFund + other;
  const lines: SeedTableLine[] = [];
  const add = (
    table: BudgetTableKind,
    side: BudgetSide,
    label: string,
    amount: Fen,
    more: Partial<SeedTableLine> = {},
  ): void =>
    void lines.push({ table: Object.values(BudgetTableKind).indexOf(table) + 1, side, name: label, amount, ...more });
  const totals = (table: BudgetTableKind, own: Fen, expenditure: Fen): void => {
    add(table, BudgetSide.INCOME, "本年收入合计", own);
    add(table, BudgetSide.INCOME, "年初结转和结余", figures.carriedIn);
    add(table, BudgetSide.INCOME, "收入总计", own + figures.carriedIn);
    add(table, BudgetSide.EXPENDITURE, "本年支出合计", expenditure);
    add(table, BudgetSide.EXPENDITURE, "年末结转和结余", figures.carriedOut);
    add(table, BudgetSide.EXPENDITURE, "支出总计", expenditure + figures.carriedOut);
  };
  const byFunction = (table: BudgetTableKind, extra: readonly [string, Fen][]): void => {
    for (const [code, amount] of basic)
      add(table, BudgetSide.EXPENDITURE, name(code), amount, { code, heading: "基本支出" });
    for (const [code, amount] of [[projectItem(running), project] as [string, Fen], ...extra])
      if (amount > 0n) add(table, BudgetSide.EXPENDITURE, name(code), amount, { code, heading: "项目支出" });
  };
  const {
    TOTAL,
    INCOME,
    EXPENDITURE,
    APPROPRIATION_TOTAL,
    GENERAL_BUDGET,
    GENERAL_BASIC,
    GOVERNMENT_MANAGED_FUND,
    THREE_PUBLIC,
  } = BudgetTableKind;
  const sources: [string, Fen][] = [
    ["一般公共预算财政拨款收入", appropriation],
    ["政府性基金预算财政拨款收入", governmentManagedFund],
  ];
  for (const [label, amount] of [...sources, ["其他收入", other] as [string, Fen]]) {
    add(TOTAL, BudgetSide.INCOME, label, amount);
    add(INCOME, BudgetSide.INCOME, label, amount);
  }
  totals(TOTAL, income, spent);
  const extra: [string, Fen][] = [
    ["21208", governmentManagedFund],
    [projectItem(running), other],
  ];
  byFunction(EXPENDITURE, extra);
  for (const [label, amount] of sources) add(APPROPRIATION_TOTAL, BudgetSide.INCOME, label, amount);
  totals(APPROPRIATION_TOTAL, income - other, spent - other);
  byFunction(GENERAL_BUDGET, []);
  add(GENERAL_BASIC, BudgetSide.EXPENDITURE, name("301"), wages + pensions + health + housing, {
    code: "301",
    heading: "人员经费",
  });
  add(GENERAL_BASIC, BudgetSide.EXPENDITURE, name("302"), goods, { code: "302", heading: "公用经费" });
  if (governmentManagedFund > 0n)
    add(GOVERNMENT_MANAGED_FUND, BudgetSide.EXPENDITURE, name("21208"), governmentManagedFund, { code: "21208" });
  const vehicles = goods / 10n;
  const reception = goods / 40n;
  add(THREE_PUBLIC, BudgetSide.EXPENDITURE, "因公出国（境）费", 0n);
  add(THREE_PUBLIC, BudgetSide.EXPENDITURE, "公务用车购置及运行维护费", vehicles);
  add(THREE_PUBLIC, BudgetSide.EXPENDITURE, "公务接待费", reception);
  add(THREE_PUBLIC, BudgetSide.EXPENDITURE, "合计", vehicles + reception);
  return lines;
};

/** What stands beside the tables. */
export const narrative = ({ goods, project }: Figures, index: number): BudgetNarrative[] => [
  { heading: "机关运行经费", text: `机关运行经费${goods / 1_000_000n}万元，用于办公、差旅、会议、培训等。` },
  { heading: "政府采购", text: `政府采购${project / 3_000_000n}万元，均按规定公开。` },
  { heading: "国有资产占用", text: `共有车辆${2 + index}辆，无单价100万元以上设备。` },
  { heading: "绩效", text: "项目支出全部编制绩效目标并开展自评。" },
  { heading: "名词解释", text: "结转资金：当年支出未完成、需按原用途延至下年使用的资金。" },
];
