/** Budgets and final accounts of the demonstration's agencies: nine tables each that agree with one another, some published late, some not yet. */
import { addDays, type Fen } from "../../../platform/domain/index.js";
import { workdayFrom } from "../../demonstration-days.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { BudgetDisclosureKind, BudgetSide, BudgetTableKind } from "../budget-disclosure/budget-disclosure.enums.js";
import type { BudgetNarrative } from "../budget-disclosure/budget-disclosure.js";
import { codeName } from "../classification/classification.js";

/** A disclosure to write. */
export interface SeedDisclosure {
  readonly id: string;
  readonly unit: DemonstrationOrganization;
  readonly year: number;
  readonly kind: BudgetDisclosureKind;
  readonly repliedOn: string;
  readonly publishedOn?: string;
  readonly narrative: readonly BudgetNarrative[];
  readonly lines: readonly SeedTableLine[];
}

/** A line to write. */
export interface SeedTableLine {
  readonly table: number;
  readonly side: BudgetSide;
  readonly code?: string;
  readonly name: string;
  readonly heading?: string;
  readonly amount: Fen;
}

/** Function of a bureau's own running costs, by part of its name. */
const FUNCTIONS: readonly (readonly [name: string, code: string])[] = [
  ["人民政府", "2010301"],
  ["市场监督", "2013801"],
  ["生态环境", "2110101"],
  ["住房", "2120101"],
  ["水利", "2130301"],
  ["卫生", "2100101"],
  ["公安", "2040201"],
  ["民政", "2080201"],
  ["人力资源", "2080101"],
  ["教育", "2050101"],
  ["交通", "2140101"],
  ["农业", "2130101"],
  ["自然资源", "2200101"],
  ["财政", "2010601"],
  ["发展和改革", "2010401"],
  ["应急", "2240101"],
  ["文化", "2070101"],
  ["司法", "2040601"],
  ["审计", "2010801"],
  ["医疗保障", "2101501"],
  ["税务", "2010701"],
];

/** Of a bureau's function the item under which its projects stand (一般行政管理事务), beside that of its running costs (行政运行). */
const projectItem = (running: string): string => `${running.slice(0, 5)}02`;

/** Bureaus that spend what land is sold for. */
const SPENDS_LAND_REVENUE = /住房|自然资源|财政/;

/** Amounts from which all tables of a unit's year follow. */
interface Figures {
  readonly running: string;
  readonly wages: Fen;
  readonly goods: Fen;
  readonly pensions: Fen;
  readonly health: Fen;
  readonly housing: Fen;
  readonly project: Fen;
  readonly governmentFund: Fen;
  readonly other: Fen;
  readonly carriedIn: Fen;
  readonly carriedOut: Fen;
}

/** Disclosures of the agencies of the scale. */
export const createDisclosures = (world: DemonstrationWorld): SeedDisclosure[] => {
  const random = world.random("budgets");
  const number = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const units = world.organizations.filter(
    ({ role, divisionCode, uscc }) =>
      uscc !== undefined && role === "agency" && (world.scale === "demo" || /^2224(00|01|04)$/.test(divisionCode)),
  );
  const terms = [
    { year: 2025, kind: BudgetDisclosureKind.BUDGET, repliedOn: "2025-01-17", short: "YS" },
    { year: 2025, kind: BudgetDisclosureKind.FINAL_ACCOUNTS, repliedOn: "2026-08-28", short: "JS" },
    { year: 2026, kind: BudgetDisclosureKind.BUDGET, repliedOn: "2026-01-23", short: "YS" },
  ];
  return units.flatMap((unit, place) =>
    terms.map(({ year, kind, repliedOn, short }, index): SeedDisclosure => {
      const figures = draw(unit, number);
      const late = number(0, 29) === 0;
      const unpublished = kind === BudgetDisclosureKind.FINAL_ACCOUNTS && place % 20 === 19;
      return {
        id: `BD-${unit.uscc}-${year}-${short}`,
        ...{ unit, year, kind, repliedOn },
        publishedOn: unpublished ? undefined : workdayFrom(addDays(repliedOn, late ? number(25, 29) : number(3, 17))),
        narrative: narrative(figures, index),
        lines: tables(figures, year),
      };
    }),
  );
};

const draw = (unit: DemonstrationOrganization, number: (from: number, to: number) => number): Figures => {
  const fen = (from: number, to: number): Fen => BigInt(number(from, to)) * 1_000n + BigInt(number(0, 999));
  const wages = fen(150_000, 900_000);
  return {
    running: FUNCTIONS.find(([name]) => unit.name.includes(name))?.[1] ?? "2010301",
    ...{ wages, goods: fen(30_000, 200_000) },
    // Of wages the employer adds 16 per cent for pensions, 7 for medical insurance and 12 for housing.
    ...{ pensions: (wages * 16n) / 100n, health: (wages * 7n) / 100n, housing: (wages * 12n) / 100n },
    project: fen(20_000, 600_000),
    governmentFund: SPENDS_LAND_REVENUE.test(unit.name) && number(0, 1) === 0 ? fen(10_000, 90_000) : 0n,
    other: number(0, 3) === 0 ? fen(1_000, 20_000) : 0n,
    carriedIn: number(0, 2) === 0 ? fen(1_000, 30_000) : 0n,
    carriedOut: number(0, 2) === 0 ? fen(1_000, 20_000) : 0n,
  };
};

/** The nine tables; the last two are often empty. */
const tables = (figures: Figures, year: number): SeedTableLine[] => {
  const { running, wages, goods, pensions, health, housing, project, governmentFund, other } = figures;
  const name = (code: string): string =>
    codeName("FUNCTION", year, code) ?? codeName("DEPARTMENT_ECONOMIC", year, code) ?? code;
  const basic: [string, Fen][] = [
    [running, wages + goods],
    ["2080505", pensions],
    ["2101101", health],
    ["2210201", housing],
  ];
  const general = basic.reduce((sum, [, amount]) => sum + amount, 0n) + project;
  const spent = general + governmentFund + other;
  // What is spent beyond the income of the year came from the year before, and the reverse.
  const appropriation = general + figures.carriedOut - figures.carriedIn;
  const income = appropriation + governmentFund + other;
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
    ["政府性基金预算财政拨款收入", governmentFund],
  ];
  for (const [label, amount] of [...sources, ["其他收入", other] as [string, Fen]]) {
    add(TOTAL, BudgetSide.INCOME, label, amount);
    add(INCOME, BudgetSide.INCOME, label, amount);
  }
  totals(TOTAL, income, spent);
  const extra: [string, Fen][] = [
    ["21208", governmentFund],
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
  if (governmentFund > 0n)
    add(GOVERNMENT_MANAGED_FUND, BudgetSide.EXPENDITURE, name("21208"), governmentFund, { code: "21208" });
  const vehicles = goods / 10n;
  const reception = goods / 40n;
  add(THREE_PUBLIC, BudgetSide.EXPENDITURE, "因公出国（境）费", 0n);
  add(THREE_PUBLIC, BudgetSide.EXPENDITURE, "公务用车购置及运行维护费", vehicles);
  add(THREE_PUBLIC, BudgetSide.EXPENDITURE, "公务接待费", reception);
  add(THREE_PUBLIC, BudgetSide.EXPENDITURE, "合计", vehicles + reception);
  return lines;
};

const narrative = ({ goods, project }: Figures, index: number): BudgetNarrative[] => [
  { heading: "机关运行经费", text: `机关运行经费${goods / 1_000_000n}万元，用于办公、差旅、会议、培训等。` },
  { heading: "政府采购", text: `政府采购${project / 3_000_000n}万元，均按规定公开。` },
  { heading: "国有资产占用", text: `共有车辆${2 + index}辆，无单价100万元以上设备。` },
  { heading: "绩效", text: "项目支出全部编制绩效目标并开展自评。" },
  { heading: "名词解释", text: "结转资金：当年支出未完成、需按原用途延至下年使用的资金。" },
];
