/** Budgets and final accounts of the demonstration's agencies: nine tables each that agree with one another, some published late, some not yet. */
import { addDays, type Fen } from "../../../platform/domain/index.js";
import { workdayFrom } from "../../demonstration-days.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../demonstration.js";
import { BudgetDisclosureKind } from "../budget-disclosure/budget-disclosure.enums.js";
import type { BudgetNarrative } from "../budget-disclosure/budget-disclosure.js";
import { narrative, type SeedTableLine, tables, type Figures } from "./budget-tables.js";

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

/** Bureaus that spend what land is sold for. */
const SPENDS_LAND_REVENUE = /住房|自然资源|财政/;

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
    governmentManagedFund: SPENDS_LAND_REVENUE.test(unit.name) && number(0, 1) === 0 ? fen(10_000, 90_000) : 0n,
    other: number(0, 3) === 0 ? fen(1_000, 20_000) : 0n,
    carriedIn: number(0, 2) === 0 ? fen(1_000, 30_000) : 0n,
    carriedOut: number(0, 2) === 0 ? fen(1_000, 20_000) : 0n,
  };
};
