/** Cells of the nine tables that must be equal (部门决算公开: 表内、表间勾稽关系), and those that are not. Pure; amounts in fen. */
import { yuanFromFen, type Fen } from "../../../platform/domain/index.js";
import { BudgetSide } from "../budget-disclosure/budget-disclosure.enums.js";

/** A line of a table, as far as sums need it. */
export interface SummedLine {
  readonly tableNo: number;
  readonly side: BudgetSide;
  readonly code?: string | undefined;
  readonly name: string;
  readonly heading?: string | undefined;
  readonly amount: Fen;
}

interface Cell {
  readonly label: string;
  readonly amount: Fen;
}

type Which = (line: SummedLine) => boolean;

const { INCOME, EXPENDITURE } = BudgetSide;

const sum = (lines: readonly SummedLine[]): Fen => lines.reduce((total, { amount }) => total + amount, 0n);

const TOTAL = /[合总小]计$/;
const isTotal: Which = ({ name, heading }) => TOTAL.test(name) || TOTAL.test(heading ?? "");
const isCarried: Which = ({ name }) => /结转|结余/.test(name);
const isPartOf = (line: SummedLine, { side, heading, code }: SummedLine): boolean =>
  line.side === side && line.heading === heading && line.code !== code && code!.startsWith(line.code!);

/** Parts that are told beside their whole: whatever is among it (其中), and what vehicles cost to buy and to run beside both together. */
const isPartByName = ({ name }: SummedLine, lines: readonly SummedLine[]): boolean =>
  /^\s*其中/.test(name) ||
  (/^公务用车(购置|运行维护|运行)费$/.test(name) && lines.some((other) => /^公务用车购置及运行/.test(other.name)));

/** Lines that no other line of the table divides further: class, group and item of a code stand beside one another. */
const undivided = (lines: readonly SummedLine[]): SummedLine[] =>
  lines.filter(
    (line) =>
      !isTotal(line) &&
      !isPartByName(line, lines) &&
      (line.code === undefined || !lines.some((other) => other.code !== undefined && isPartOf(line, other))),
  );

/** Cells that must be equal, pair by pair. */
const pairs = (lines: readonly SummedLine[]): [Cell, Cell][] => {
  const table = (no: number): readonly SummedLine[] => lines.filter(({ tableNo }) => tableNo === no);
  const named = (no: number, name: string): Cell => ({
    label: `表${no} ${name}`,
    amount: sum(table(no).filter((line) => line.name === name)),
  });
  const items = (no: number, label: string, which: Which = () => true): Cell => ({
    label: `表${no} ${label}`,
    amount: sum(undivided(table(no)).filter(which)),
  });
  const plus = (...cells: readonly Cell[]): Cell => ({
    label: cells.map(({ label }) => label).join("＋"),
    amount: cells.reduce((total, { amount }) => total + amount, 0n),
  });
  const sides = (no: number): [Cell, Cell][] =>
    ([INCOME, EXPENDITURE] as const).map((side) => {
      const word = side === INCOME ? "收入" : "支出";
      const carried = items(no, "结转和结余", (line) => line.side === side && isCarried(line));
      return [plus(named(no, `本年${word}合计`), carried), named(no, `${word}总计`)];
    });
  const sources = (no: number): [Cell, Cell] => [
    items(no, "各项收入", (line) => line.side === INCOME && !isCarried(line)),
    named(no, "本年收入合计"),
  ];
  const isSpent: Which = ({ side }) => side === EXPENDITURE;
  return [
    [named(1, "收入总计"), named(1, "支出总计")],
    ...sides(1),
    sources(1),
    [named(1, "本年收入合计"), items(2, "各项收入")],
    [named(1, "本年支出合计"), items(3, "各项支出")],
    [named(4, "收入总计"), named(4, "支出总计")],
    ...sides(4),
    sources(4),
    [
      named(4, "本年支出合计"),
      plus(items(5, "各项支出"), items(7, "各项支出", isSpent), items(8, "各项支出", isSpent)),
    ],
    [items(5, "基本支出", ({ heading }) => heading === "基本支出"), items(6, "各项支出")],
    [named(9, "合计"), items(9, "各项支出")],
  ];
};

const told = ({ label, amount }: Cell): string => `${label} ${yuanFromFen(amount)}`;

/** The cells that should be equal and are not, each pair with its amounts in yuan, in the order of the tables; the first cell alone where all is nothing. */
export const disagreements = (lines: readonly SummedLine[]): string[] => {
  const all = pairs(lines);
  const [[income]] = all as [[Cell, Cell], ...[Cell, Cell][]];
  if (income.amount <= 0n) return [told(income)];
  return all.filter(([one, other]) => one.amount !== other.amount).map((cells) => cells.map(told).join(" ≠ "));
};
