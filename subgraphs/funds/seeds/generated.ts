/** Generated allotments whose money is conserved to the fen: divided, received, assigned, paid, returned, taken back, carried over. */
import { addDays } from "../../../platform/domain/index.js";
import { workdayAfter, workdayFrom } from "../../demonstration-days.js";
import { FundLevel } from "../budget-allotment/budget-allotment.enums.js";
import { AllotmentState } from "../budget-allotment/budget-allotment.machine.js";
import type { Batches } from "./batches.js";
import { BY_FACTORS, BY_NEED, allotmentOf, throughProvince, type Ledgers } from "./fixed-terms.js";
import { planCounties } from "./generated-counties.js";
import { RURAL_INFRASTRUCTURE, roundUpToWan, share, type Draw, type Issue } from "./generated-draw.js";
import { spendOnBodies, spendOnHouseholds } from "./generated-spending.js";
import { POLICIES } from "./policies.js";
import type { SeedAllocation } from "./rows.js";
import { COUNTIES, villagesOf } from "./villages.js";

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  "222401": "延市",
  "222402": "图市",
  "222403": "敦",
  "222404": "珲",
  "222405": "龙",
  "222406": "和",
  "222424": "汪",
  "222426": "安",
};

/** Numbers that the fixed cases end with: what is generated is issued after them. */
const LAST_FIXED: Readonly<Record<string, number>> = {
  "吉财农指〔2025〕": 44,
  "吉财农指〔2026〕": 44,
  "吉财社指〔2026〕": 52,
  "吉财教指〔2026〕": 41,
  "延州财农指〔2026〕": 12,
};

/** Days between which the generated money of a year is issued, in the order of its numbers; all of it arrives before the day of the data. */
const ISSUED: Readonly<Record<number, readonly [from: string, days: number]>> = {
  2025: ["2025-03-10", 110],
  2026: ["2026-03-17", 60],
};

/** Adds allotments until the books hold `total`, then brings what was carried over into the next year. */
export const writeGeneratedAllotments = (ledgers: Ledgers & { readonly batches: Batches }, total: number): void => {
  const { world } = ledgers.sources;
  const random = world.random("funds");
  const used = new Map<string, number>();
  const numbers = new Map<string, number>();
  // The first village of each township stands in fixed cases.
  const villages = new Map(
    COUNTIES.map((county) => [county as string, villagesOf(county).filter((village) => !village.endsWith("201"))]),
  );
  const draw: Draw = {
    ...ledgers,
    number: (from, to) => from + Math.floor(random() * (to - from + 1)),
    nextVillage(county, policyCode, period) {
      const key = `${county} ${policyCode} ${period}`;
      const place = used.get(key) ?? 0;
      used.set(key, place + 1);
      return villages.get(county)?.[place];
    },
    carried: new Map(),
    documentNo(series) {
      const last = (numbers.get(series) ?? LAST_FIXED[series] ?? 0) + 1;
      numbers.set(series, last);
      return `${series}${last}号`;
    },
  };
  const policies = world.fundPolicies.filter(({ policyCode }) => policyCode in POLICIES);
  for (let index = 0; ledgers.books.allotments.length < total; index++) {
    const { policyCode, name } = policies[index % policies.length]!;
    writeAllotment(draw, { policyCode, name, index, total });
  }
  bringIn(draw);
};

interface AllotmentPlan {
  readonly policyCode: string;
  readonly name: string;
  readonly index: number;
  readonly total: number;
}

const writeAllotment = (draw: Draw, { policyCode, name, index, total }: AllotmentPlan): void => {
  const policy = POLICIES[policyCode]!;
  const year = index % 5 < 2 ? 2025 : 2026;
  const central = policy.sourceShares.some(({ level }) => level === FundLevel.CENTRAL) && index % 3 !== 2;
  const counties = planCounties(draw, policy, policyCode, year);
  const passed = counties.reduce((sum, { amount }) => sum + amount, 0n);
  const [from, days] = ISSUED[year]!;
  const issue: Issue = {
    ...{ policyCode, year, amount: roundUpToWan((passed * 104n) / 100n) },
    fundName: `${year}年${central ? "中央" : "省级"}财政${nameIn(year, policyCode, name)}`,
    sourceLevel: central ? FundLevel.CENTRAL : FundLevel.PROVINCE,
    functionCode: policyCode === "FP-XC" && index % 16 > 7 ? RURAL_INFRASTRUCTURE : policy.functionCode,
    decision: policy.receivers ? BY_FACTORS : BY_NEED,
  };
  const issuedOn = workdayFrom(addDays(from, Math.floor((days * index) / total)));
  const prefecture = issueTo(draw, issue, issuedOn);
  for (const [place, plan] of counties.entries()) {
    const { division, amount } = plan;
    // Counted from the issue, so that the prefecture's numbers follow those of the province.
    const sentOn = workdayAfter(issuedOn, 14 + place);
    const receivedOn = workdayAfter(sentOn, draw.number(1, 5));
    const separate = place === 0 && index % 4 === 1 && draw.books.allotments.length < total;
    const county = separate
      ? draw.books.decompose(
          prefecture,
          allotmentOf(policyCode, {
            ...{ sourceLevel: issue.sourceLevel, functionCode: issue.functionCode, amount, receivedOn },
            allotmentNo: draw.documentNo(`延州${policy.series}指〔${year}〕`),
            fundName: `${issue.fundName}（分解下达）`,
            issuedOn: sentOn,
            from: "222400",
            to: division,
            agencyUscc: draw.sources.financeOf("222400"),
            agencyDivision: "222400",
          }),
          issue.decision,
        )
      : draw.books.passDown(prefecture, division, amount, { sentOn, receivedOn }, issue.decision);
    if (policy.receivers) spendOnBodies(draw, issue, county, { plan, receivedOn });
    else spendOnHouseholds(draw, county, plan, receivedOn);
    if (year === 2025) closeYear(draw, policyCode, prefecture, county);
  }
};

/** The prefecture's part: money of the centre goes through the province, the province's own comes from there. */
const issueTo = (draw: Draw, { policyCode, year, decision, ...terms }: Issue, issuedOn: string): SeedAllocation => {
  const central = terms.sourceLevel === FundLevel.CENTRAL;
  const allotment = allotmentOf(policyCode, {
    ...terms,
    allotmentNo: draw.documentNo(`吉${POLICIES[policyCode]!.series}指〔${year}〕`),
    issuedOn,
    receivedOn: workdayAfter(issuedOn, 2),
    ...(central ? { to: "220000" } : { from: "220000", to: "222400" }),
    agencyUscc: draw.sources.financeOf("220000"),
    agencyDivision: "220000",
    state: year === 2025 ? AllotmentState.CLOSED : AllotmentState.IN_EXECUTION,
  });
  return central ? throughProvince(draw, allotment, decision) : draw.books.issue(allotment, decision);
};

/** Name of a fund in a year: the five years of transition ended with 2025, and with them the name of the fund that they were for. */
const nameIn = (year: number, policyCode: string, name: string): string =>
  policyCode === "FP-XC" ? (year < 2026 ? "衔接推进乡村振兴补助资金" : "常态化帮扶资金") : name;

/** A closed year ends with nothing left at the county: half goes back, half into the next year. */
const closeYear = (draw: Draw, policyCode: string, giver: SeedAllocation, county: SeedAllocation): void => {
  const left = draw.books.heldBy(county);
  if (left <= 0n) return;
  const half = share(left, 50);
  draw.books.reclaim(county, giver, half, "2025-12-10");
  if (left === half) return;
  draw.books.carryOver(county, left - half, "2025-12-31");
  const key = `${county.division} ${policyCode}`;
  draw.carried.set(key, (draw.carried.get(key) ?? 0n) + left - half);
};

/** What was carried over is an allotment of the next year: the account between the years ends at zero. */
const bringIn = (draw: Draw): void => {
  for (const [key, amount] of draw.carried) {
    const [division, policyCode] = key.split(" ") as [string, string];
    const { name } = draw.sources.world.fundPolicies.find((entry) => entry.policyCode === policyCode)!;
    draw.books.issue(
      allotmentOf(policyCode, {
        allotmentNo: freeNumber(draw, `${ABBREVIATIONS[division]}${POLICIES[policyCode]!.series}指〔2026〕`),
        fundName: `2025年${nameIn(2025, policyCode, name)}（上年结转）`,
        sourceLevel: FundLevel.COUNTY,
        ...{ amount, carriedIn: true, from: division, to: division, agencyDivision: division },
        ...{ issuedOn: "2026-01-15", receivedOn: "2026-01-15", agencyUscc: draw.sources.financeOf(division) },
      }),
      BY_NEED,
    );
  }
};

/** The next number that no fixed case has. */
const freeNumber = (draw: Draw, series: string): string => {
  for (;;) {
    const number = draw.documentNo(series);
    if (!draw.books.allotments.some(({ allotmentNo }) => allotmentNo === number)) return number;
  }
};
