/** Cells of the nine tables that must be equal: drawn tables agree, whatever line is changed by a fen is noticed, and both cells are named. */
import "reflect-metadata";
import fc from "fast-check";
import { BudgetSide } from "../../../subgraphs/funds/budget-disclosure/budget-disclosure.enums.js";
import { disagreements, type SummedLine } from "../../../subgraphs/funds/budget-publishing/agreements.js";
import { tables, type Figures } from "../../../subgraphs/funds/seeds/budget-tables.js";

const amount = fc.bigInt({ min: 0n, max: 10_000_000_000n });

const figures: fc.Arbitrary<Figures> = fc.record({
  running: fc.constant("2010301"),
  wages: fc.bigInt({ min: 1n, max: 10_000_000_000n }),
  ...{ goods: amount, pensions: amount, health: amount, housing: amount, project: amount },
  ...{ governmentManagedFund: amount, other: amount, carriedIn: amount, carriedOut: amount },
});

const linesOf = (drawn: Figures): SummedLine[] =>
  tables(drawn, 2025).map(({ table, ...line }) => ({ ...line, tableNo: table }));

const FIGURES: Figures = {
  running: "2010301",
  ...{ wages: 100_000n, goods: 40_000n, pensions: 16_000n, health: 7_000n, housing: 12_000n },
  ...{ project: 30_000n, governmentManagedFund: 9_000n, other: 1_000n, carriedIn: 500n, carriedOut: 300n },
};

/** The tables with a line changed by a fen: that of the table whose name, and heading where it is given, are these. */
const changed = (tableNo: number, name: string): SummedLine[] => {
  const lines = linesOf(FIGURES);
  const place = lines.findIndex((line) => line.tableNo === tableNo && line.name === name);
  if (place < 0) throw new Error(`Table ${tableNo} has no ${name}.`);
  return lines.map((line, index) => (index === place ? { ...line, amount: line.amount + 1n } : line));
};

it("agree as they are drawn, and whatever line is changed by a fen is noticed", () => {
  fc.assert(
    fc.property(figures, fc.nat(), (drawn, place) => {
      const lines = linesOf(drawn);
      expect(disagreements(lines)).toEqual([]);
      const wrong = lines.map((line, index) =>
        index === place % lines.length ? { ...line, amount: line.amount + 1n } : line,
      );
      expect(disagreements(wrong).length).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});

it.each([
  [
    1,
    "支出总计",
    ["表1 收入总计 2153.00 ≠ 表1 支出总计 2153.01", "表1 本年支出合计＋表1 结转和结余 2153.00 ≠ 表1 支出总计 2153.01"],
  ],
  [2, "其他收入", ["表1 本年收入合计 2148.00 ≠ 表2 各项收入 2148.01"]],
  [3, "行政运行", ["表1 本年支出合计 2150.00 ≠ 表3 各项支出 2150.01"]],
  [6, "工资福利支出", ["表5 基本支出 1750.00 ≠ 表6 各项支出 1750.01"]],
  [9, "公务接待费", ["表9 合计 50.00 ≠ 表9 各项支出 50.01"]],
])("a fen more in table %i, %s: both cells are named", (tableNo, name, expected) => {
  expect(disagreements(changed(tableNo, name))).toEqual(expected);
});

it("counts a class and its items once, and what is told of a total or of a part not at all", () => {
  const divided = linesOf(FIGURES).flatMap((line): SummedLine[] =>
    line.tableNo === 3 && line.code === "2010301"
      ? [
          { ...line, code: "201", name: "一般公共服务支出" },
          { ...line, code: "20103", name: "政府办公厅（室）及相关机构事务" },
          line,
          { ...line, code: undefined, name: "其中：差旅费", amount: 7n },
          { ...line, code: undefined, name: "合计" },
        ]
      : line.name.startsWith("公务用车")
        ? [line, { ...line, name: "公务用车购置费", amount: 0n }, { ...line, name: "公务用车运行维护费" }]
        : [line],
  );
  expect(disagreements(divided)).toEqual([]);
});

it("are refused where there is nothing in them, or nothing but totals", () => {
  expect(disagreements([])).toEqual(["表1 收入总计 0.00"]);
  const total = { tableNo: 1, amount: 100n };
  expect(
    disagreements([
      { ...total, side: BudgetSide.INCOME, name: "收入总计" },
      { ...total, side: BudgetSide.EXPENDITURE, name: "支出总计" },
    ]),
  ).toEqual([
    "表1 本年收入合计＋表1 结转和结余 0.00 ≠ 表1 收入总计 1.00",
    "表1 本年支出合计＋表1 结转和结余 0.00 ≠ 表1 支出总计 1.00",
  ]);
});
