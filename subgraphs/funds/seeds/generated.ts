/** Generated allotments whose money is conserved to the fen: divided, received, assigned, paid, returned, taken back, carried over. */
import { addDays, divideRoundHalfUp, type Fen } from "../../../platform/domain/index.js";
import { workdayAfter, workdayFrom } from "../../demonstration-days.js";
import { FundLevel } from "../budget-allotment/budget-allotment.enums.js";
import { AllotmentState } from "../budget-allotment/budget-allotment.machine.js";
import { FundProjectState } from "../fund-project/fund-project.machine.js";
import { FundProjectCategory } from "../fund-project/fund-project.enums.js";
import { totalOf, linesOf, type Batches, type DraftBatch } from "./batches.js";
import type { SeedRecipient } from "./books.js";
import { BY_FACTORS, BY_NEED, BY_PROJECT, allotmentOf, throughProvince, type Ledgers } from "./fixed.js";
import { POLICIES, type SeedPolicy } from "./policies.js";
import type { SeedAllocation, SeedDecision } from "./rows.js";
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

/** What generation draws from. */
interface Draw extends Ledgers {
  readonly batches: Batches;
  readonly number: (from: number, to: number) => number;
  /** A village that has not had the policy in the period; undefined where all have. */
  readonly nextVillage: (county: string, policyCode: string, period: string) => string | undefined;
  /** Money carried over, by county and policy. */
  readonly carried: Map<string, Fen>;
  /** The next document number of a series, such as 吉财农指〔2026〕45号. */
  readonly documentNo: (series: string) => string;
}

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

interface CountyPlan {
  readonly division: string;
  readonly amount: Fen;
  /** What bodies get of it. */
  readonly portions: readonly Fen[];
  /** What households get of it. */
  readonly batches: readonly Omit<DraftBatch, "publicityFrom">[];
}

/** What the transfers of an allotment have in common. */
interface Issue {
  readonly policyCode: string;
  readonly fundName: string;
  readonly sourceLevel: FundLevel;
  readonly functionCode: string;
  readonly year: number;
  readonly amount: Fen;
  readonly decision: SeedDecision;
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
  const prefecture = issueTo(draw, issue, workdayFrom(addDays(from, Math.floor((days * index) / total))));
  for (const [place, plan] of counties.entries()) {
    const { division, amount } = plan;
    const sentOn = workdayAfter(prefecture.receivedOn, 8 + place);
    const receivedOn = workdayAfter(sentOn, draw.number(1, 5));
    const separate = place === 0 && index % 4 === 1 && draw.books.allotments.length < total;
    const county = separate
      ? draw.books.decompose(
          prefecture.allocation,
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
      : draw.books.passDown(prefecture.allocation, division, amount, { sentOn, receivedOn }, issue.decision);
    if (policy.receivers) spendOnBodies(draw, issue, county, { plan, receivedOn });
    else spendOnHouseholds(draw, county, plan, receivedOn);
    if (year === 2025) closeYear(draw, policyCode, prefecture.allocation, county);
  }
};

/** The prefecture's part: money of the centre goes through the province, the province's own comes from there. */
const issueTo = (
  draw: Draw,
  { policyCode, year, decision, ...terms }: Issue,
  issuedOn: string,
): { readonly allocation: SeedAllocation; readonly receivedOn: string } => {
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
  return central
    ? { allocation: throughProvince(draw, allotment, decision), receivedOn: workdayAfter(issuedOn, 8) }
    : { allocation: draw.books.issue(allotment, decision), receivedOn: workdayAfter(issuedOn, 2) };
};

const RURAL_INFRASTRUCTURE = "2130504";

/** Name of a fund in a year: the five years of transition ended with 2025, and with them the name of the fund that they were for. */
const nameIn = (year: number, policyCode: string, name: string): string =>
  policyCode === "FP-XC" ? (year < 2026 ? "衔接推进乡村振兴补助资金" : "常态化帮扶资金") : name;

/** Two to six counties; the money follows from what households are due, or bodies there. */
const planCounties = (draw: Draw, policy: SeedPolicy, policyCode: string, year: number): CountyPlan[] => {
  const { receivers } = policy;
  const open = COUNTIES.filter(
    (county) =>
      receivers === undefined || policyCode === "FP-XC" || draw.sources.tradersOf(county, receivers.trades).length > 0,
  );
  const count = Math.min(draw.number(2, 6), open.length);
  const start = draw.number(0, COUNTIES.length - 1);
  return Array.from({ length: count }, (_, place) => {
    const division = open[(start + place) % open.length]!;
    if (receivers) {
      const [from, to] = receivers.each;
      const portions = Array.from(
        { length: draw.number(1, 4) },
        () => BigInt(draw.number(from / 100, to / 100)) * 10_000n,
      );
      return { division, portions, amount: withReserve(portions.reduce((sum, part) => sum + part, 0n)), batches: [] };
    }
    const batches = Array.from({ length: 3 }, (_, step) => planBatch(draw, policyCode, division, year, step)).filter(
      (batch) => batch !== undefined,
    );
    const lines = batches.reduce((sum, batch) => sum + totalOf(linesOf(batch)), 0n);
    return { division, portions: [], batches, amount: withReserve(lines) };
  });
};

/** A tenth more than is planned, in whole 万元. */
const withReserve = (planned: Fen): Fen => roundUpToWan((planned * 110n) / 100n + 1n);

const PERIODS: Readonly<Record<string, (year: number, draw: Draw, step: number) => string>> = {
  按年: (year) => String(year),
  按学期: (year, _draw, step) => `${year}-${step % 2 === 0 ? "春" : "秋"}`,
  按月: (year, draw) => `${year}-${String(draw.number(1, 6)).padStart(2, "0")}`,
};

const planBatch = (
  draw: Draw,
  policyCode: string,
  division: string,
  year: number,
  step: number,
): CountyPlan["batches"][number] | undefined => {
  const policy = POLICIES[policyCode]!;
  const period = (PERIODS[policy.payCycle] ?? PERIODS["按年"]!)(year, draw, step);
  const village = draw.nextVillage(division, policyCode, period);
  if (village === undefined) return undefined;
  const standard = policy.standard[draw.number(0, policy.standard.length - 1)]!;
  const first = draw.number(0, 9);
  return {
    ...{ policyCode, village, period },
    agency: draw.sources.payerOf(division, policyCode),
    recipients: draw.sources.householdsOf(village, draw.number(7, 18)),
    rate: {
      unit: standard.unit,
      standard: standard.amount!,
      quantity: (place) =>
        policyCode === "FP-GD"
          ? `${2 + ((first + place * 5) % 23)}.${(first * 11 + place * 37) % 1000}`
          : String(1 + (place % 3)),
    },
    objections: draw.number(0, 12) === 0 ? 1 : 0,
  };
};

const spendOnHouseholds = (draw: Draw, county: SeedAllocation, plan: CountyPlan, receivedOn: string): void => {
  for (const [month, batch] of plan.batches.entries()) {
    const publicityFrom = workdayFrom(addDays(receivedOn, 3 + 12 * month));
    const paid = draw.batches.payOut(draw.books, county, { ...batch, publicityFrom });
    if (draw.number(0, 24) > 0) continue;
    const returnedOn = workdayFrom(addDays(publicityFrom, 30));
    draw.batches.returnLine(draw.books, county, paid, 0, { returnedOn, repaidOn: workdayAfter(returnedOn, 5) });
  }
};

/** Projects under the assistance fund, bodies of the county under the others; one payment in twenty comes back from the bank and is made again. */
const spendOnBodies = (
  draw: Draw,
  { policyCode, functionCode, year }: Issue,
  county: SeedAllocation,
  { plan, receivedOn }: { readonly plan: CountyPlan; readonly receivedOn: string },
): void => {
  const assignedOn = workdayFrom(addDays(receivedOn, draw.number(15, 25)));
  const bodies = draw.sources.tradersOf(county.division, POLICIES[policyCode]!.receivers!.trades);
  for (const portion of plan.portions) {
    // A year that is closed is paid; of one that runs subsidies are, and projects as far as they are built.
    const percent = policyCode === "FP-XC" && year === 2026 ? draw.number(30, 90) : 100;
    const recipient =
      policyCode === "FP-XC"
        ? addProject(draw, county.division, { portion, assignedOn, year, percent, functionCode })
        : bodyOf(bodies[draw.number(0, bodies.length - 1)]!);
    const assigned = draw.books.assign(county, recipient, portion, assignedOn, BY_PROJECT);
    const paid = share(portion, percent);
    const paidOn = workdayFrom(addDays(assignedOn, draw.number(10, 30)));
    const paymentNo = draw.books.pay(assigned, paid, paidOn);
    if (draw.number(0, 19) > 0) continue;
    draw.books.returnPayment(assigned, paymentNo, paid, workdayAfter(paidOn, 2));
    draw.books.pay(assigned, paid, workdayAfter(paidOn, 6));
  }
};

const bodyOf = ({ id, divisionCode }: { readonly id: string; readonly divisionCode: string }): SeedRecipient => ({
  id,
  division: divisionCode,
});

const addProject = (
  draw: Draw,
  division: string,
  terms: {
    readonly portion: Fen;
    readonly assignedOn: string;
    readonly year: number;
    readonly percent: number;
    readonly functionCode: string;
  },
): SeedRecipient => {
  const { portion, assignedOn, year, percent } = terms;
  const number = draw.projects.projects.length + 1;
  const projectCode = `XM-${division}-${year}-${String(number).padStart(3, "0")}`;
  const villages = villagesOf(division);
  const village = villages[draw.number(0, villages.length - 1)]!;
  const households = draw.number(15, 400);
  const contractorId = draw.sources.builders[draw.number(0, draw.sources.builders.length - 1)]!.id;
  const infrastructure = terms.functionCode === RURAL_INFRASTRUCTURE;
  const works = infrastructure ? INFRASTRUCTURE : INDUSTRY;
  const work = works[number % works.length]!;
  draw.projects.add({
    ...{ projectCode, village, contractorId, policyCode: "FP-XC", assigned: portion, assignedOn },
    division: village.slice(0, 9),
    name: `${work}项目（演示${number}）`,
    category: infrastructure ? FundProjectCategory.INFRASTRUCTURE : FundProjectCategory.INDUSTRY,
    content: `建设${work}一处及配套设施`,
    periodFrom: addDays(assignedOn, 7),
    ownerId: draw.sources.payerOf(division, "FP-XC").id,
    contract: portion,
    // Paid by progress: a part in advance at the beginning, a part kept back to the end.
    ...(year === 2025
      ? { progress: 100, state: number % 2 === 0 ? FundProjectState.EVALUATED : FundProjectState.ARCHIVED }
      : { progress: Math.min(95, percent + draw.number(-15, 10)), state: FundProjectState.STARTED }),
    beneficiaries: [households, households * 3, Math.floor(households / 4)],
  });
  return { projectCode, division, payeeId: contractorId };
};

const INDUSTRY = ["黄牛养殖小区", "木耳菌包厂", "人参初加工车间", "民宿改造", "冷链仓储", "苹果梨储藏窖"];
const INFRASTRUCTURE = ["村组道路硬化", "水渠衬砌", "农村供水管网改造"];

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

const share = (amount: Fen, percent: number): Fen => {
  const part = (amount * BigInt(percent)) / 100n;
  return part > 0n ? part : 1n;
};

const roundUpToWan = (amount: Fen): Fen => divideRoundHalfUp(amount + 499_999n, 1_000_000n) * 1_000_000n;
