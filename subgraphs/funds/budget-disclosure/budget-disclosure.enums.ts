/** Enumerations of budgets and final accounts (预决算公开). */
import { describeEnum } from "../../../platform/graphql/enum.js";

/** Budget or final accounts. */
export enum BudgetDisclosureKind {
  BUDGET = "BUDGET",
  FINAL_ACCOUNTS = "FINAL_ACCOUNTS",
}

describeEnum(BudgetDisclosureKind, "BudgetDisclosureKind", "Budget or final accounts (预算或决算).", {
  BUDGET: "Budget (预算).",
  FINAL_ACCOUNTS: "Final accounts (决算).",
});

/** The nine tables, in their official order. */
export enum BudgetTableKind {
  TOTAL = "TOTAL",
  INCOME = "INCOME",
  EXPENDITURE = "EXPENDITURE",
  APPROPRIATION_TOTAL = "APPROPRIATION_TOTAL",
  GENERAL_BUDGET = "GENERAL_BUDGET",
  GENERAL_BASIC = "GENERAL_BASIC",
  GOVERNMENT_MANAGED_FUND = "GOVERNMENT_MANAGED_FUND",
  STATE_CAPITAL = "STATE_CAPITAL",
  THREE_PUBLIC = "THREE_PUBLIC",
}

describeEnum(BudgetTableKind, "BudgetTableKind", "One of the nine tables, in their official order (公开表).", {
  TOTAL: "Income and expenditure in all (收入支出总表).",
  INCOME: "Income by function (收入表).",
  EXPENDITURE: "Expenditure by function (支出表).",
  APPROPRIATION_TOTAL: "Income and expenditure out of appropriations (财政拨款收入支出总表).",
  GENERAL_BUDGET: "Expenditure of the general public budget by function (一般公共预算财政拨款支出表).",
  GENERAL_BASIC:
    "Basic expenditure of the general public budget by economic class (一般公共预算财政拨款基本支出明细表).",
  GOVERNMENT_MANAGED_FUND: "Budget of government-managed funds; often empty (政府性基金预算财政拨款收入支出表).",
  STATE_CAPITAL: "State capital operations budget; often empty (国有资本经营预算财政拨款支出表).",
  THREE_PUBLIC: "Travel abroad, vehicles and reception (“三公”经费支出表).",
});

/** Side of a line. */
export enum BudgetSide {
  INCOME = "INCOME",
  EXPENDITURE = "EXPENDITURE",
}

describeEnum(BudgetSide, "BudgetSide", "Side of a line (收支方向).", {
  INCOME: "Income (收入).",
  EXPENDITURE: "Expenditure (支出).",
});
