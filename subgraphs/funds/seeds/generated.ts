/** Generated allotments whose money is conserved to the fen: divided, received, assigned, paid, returned, taken back, carried over. */
import { addDays, divideRoundHalfUp, type Fen } from "../../../platform/domain/index.js";
import type { DemonstrationOrganization } from "../../demonstration.js";
import { FundLevel } from "../budget-allotment/budget-allotment.enums.js";
import { AllotmentState } from "../budget-allotment/budget-allotment.machine.js";
import { FundProjectState } from "../fund-project/fund-project.machine.js";
import { FundProjectCategory } from "../fund-project/fund-project.enums.js";
import { totalOf, linesOf, type Batches, type DraftBatch } from "./batches.js";
import { BY_FACTORS, BY_NEED, BY_PROJECT, allotmentOf, wan, type Ledgers } from "./fixed.js";
import { POLICIES, type SeedPolicy } from "./policies.js";
import type { SeedAllocation } from "./rows.js";
import { COUNTIES, villagesOf } from "./villages.js";

const RECIPIENTS: ReadonlySet<DemonstrationOrganization["role"]> = new Set([
  "institution",
  "enterprise",
  "cooperative",
]);
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
}

/** Adds allotments until the books hold `total`, then brings what was carried over into the next year. */
export const writeGeneratedAllotments = (ledgers: Ledgers & { readonly batches: Batches }, total: number): void => {
  const { world } = ledgers.sources;
  const random = world.random("funds");
  const used = new Map<string, number>();
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
  readonly batches: readonly Omit<DraftBatch, "publicityFrom">[];
}

const writeAllotment = (draw: Draw, { policyCode, name, index, total }: AllotmentPlan): void => {
  const policy = POLICIES[policyCode]!;
  const year = index % 5 < 2 ? 2025 : 2026;
  const central = policy.sourceShares.some(({ level }) => level === FundLevel.CENTRAL) && index % 3 !== 2;
  const issuedOn = addDays(`${year}-01-10`, draw.number(0, policy.toOrganizations ? 150 : 100));
  const sourceLevel = central ? FundLevel.CENTRAL : FundLevel.PROVINCE;
  const fundName = `${year}年${central ? "中央" : "省级"}财政${name}`;
  const counties = planCounties(draw, policy, policyCode, year);
  const passed = counties.reduce((sum, { amount }) => sum + amount, 0n);
  const decision = policy.toOrganizations ? BY_FACTORS : BY_NEED;
  const prefecture = draw.books.issue(
    allotmentOf(policyCode, {
      ...{ fundName, sourceLevel, issuedOn },
      allotmentNo: `吉${policy.series}指〔${year}〕${100 + index}号`,
      amount: roundUpToWan((passed * 104n) / 100n),
      receivedOn: addDays(issuedOn, draw.number(1, 6)),
      ...(central ? {} : { from: "220000" }),
      to: "222400",
      agencyUscc: draw.sources.financeOf("220000"),
      agencyDivision: "220000",
      state: year === 2025 ? AllotmentState.CLOSED : AllotmentState.IN_EXECUTION,
    }),
    decision,
  );
  for (const [place, plan] of counties.entries()) {
    const { division, amount } = plan;
    const sentOn = addDays(issuedOn, draw.number(10, 25));
    const receivedOn = addDays(sentOn, draw.number(1, 8));
    const separate = place === 0 && index % 4 === 1 && draw.books.allotments.length < total;
    const county = separate
      ? draw.books.decompose(
          prefecture,
          allotmentOf(policyCode, {
            ...{ sourceLevel, amount, receivedOn },
            allotmentNo: `延州${policy.series}指〔${year}〕${100 + index}号`,
            fundName: `${fundName}（分解下达）`,
            issuedOn: sentOn,
            from: "222400",
            to: division,
            agencyUscc: draw.sources.financeOf("222400"),
            agencyDivision: "222400",
          }),
          decision,
        )
      : draw.books.passDown(prefecture, division, amount, { sentOn, receivedOn }, decision);
    if (policy.toOrganizations) spendOnBodies(draw, policyCode, county, receivedOn, year);
    else spendOnHouseholds(draw, county, plan, receivedOn);
    if (year === 2025) closeYear(draw, policyCode, prefecture, county);
  }
};

/** Two to six counties; where households are paid, the money follows from their lines. */
const planCounties = (draw: Draw, policy: SeedPolicy, policyCode: string, year: number): CountyPlan[] => {
  const count = draw.number(2, 6);
  const start = draw.number(0, COUNTIES.length - 1);
  return Array.from({ length: count }, (_, place) => {
    const division = COUNTIES[(start + place) % COUNTIES.length]!;
    if (policy.toOrganizations) return { division, amount: wan(draw.number(40, 900)), batches: [] };
    const batches = Array.from({ length: 3 }, (_, step) => planBatch(draw, policyCode, division, year, step)).filter(
      (batch) => batch !== undefined,
    );
    const lines = batches.reduce((sum, batch) => sum + totalOf(linesOf(batch)), 0n);
    return { division, amount: roundUpToWan((lines * 110n) / 100n + 1n), batches };
  });
};

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
    const publicityFrom = addDays(receivedOn, 3 + 12 * month);
    const paid = draw.batches.payOut(draw.books, county, { ...batch, publicityFrom });
    if (draw.number(0, 14) > 0) continue;
    const returnedOn = addDays(publicityFrom, 35);
    draw.batches.returnLine(draw.books, county, paid, 0, { returnedOn, repaidOn: addDays(returnedOn, 12) });
  }
};

/** Projects under the revitalisation fund, bodies under the others. */
const spendOnBodies = (
  draw: Draw,
  policyCode: string,
  county: SeedAllocation,
  receivedOn: string,
  year: number,
): void => {
  const bodies = draw.sources.organizationsOf(county.division, RECIPIENTS);
  if (bodies.length === 0) return;
  const assignedOn = addDays(receivedOn, draw.number(15, 25));
  for (const portion of portions(draw, county.amount, draw.number(1, 4))) {
    const { id, divisionCode } = bodies[draw.number(0, bodies.length - 1)]!;
    const recipient =
      policyCode === "FP-XC"
        ? addProject(draw, county.division, id, { portion, assignedOn, year })
        : { id, division: divisionCode };
    const assigned = draw.books.assign(county, recipient, portion, assignedOn, BY_PROJECT);
    const paid = year === 2025 ? portion : share(portion, draw.number(30, 100));
    const paymentNo = draw.books.pay(assigned, paid, addDays(assignedOn, draw.number(10, 30)));
    if (draw.number(0, 9) > 0) continue;
    const back = share(paid, 5);
    draw.books.returnPayment(assigned, paymentNo, back, addDays(assignedOn, 33));
    if (year === 2025) draw.books.pay(assigned, back, addDays(assignedOn, 40));
  }
};

const NAMES = [
  "黄牛养殖小区",
  "木耳菌包厂",
  "人参初加工车间",
  "村组道路硬化",
  "民宿改造",
  "水渠衬砌",
  "冷链仓储",
  "苹果梨园",
];

const addProject = (
  draw: Draw,
  division: string,
  contractorId: string,
  { portion, assignedOn, year }: { readonly portion: Fen; readonly assignedOn: string; readonly year: number },
): { readonly projectCode: string; readonly division: string; readonly payeeId: string } => {
  const number = draw.projects.projects.length + 1;
  const projectCode = `XM-${division}-${year}-${String(number).padStart(3, "0")}`;
  const villages = villagesOf(division);
  const village = villages[draw.number(0, villages.length - 1)]!;
  const households = draw.number(15, 400);
  draw.projects.add({
    ...{ projectCode, village, contractorId, policyCode: "FP-XC", assigned: portion, assignedOn },
    division: village.slice(0, 9),
    name: `${NAMES[number % NAMES.length]}项目（演示${number}）`,
    category: number % 3 === 0 ? FundProjectCategory.INFRASTRUCTURE : FundProjectCategory.INDUSTRY,
    content: `建设${NAMES[number % NAMES.length]}一处及配套设施`,
    periodFrom: addDays(assignedOn, 7),
    ownerId: draw.sources.payerOf(division, "FP-XC").id,
    contract: portion,
    ...(year === 2025
      ? { progress: 100, state: number % 2 === 0 ? FundProjectState.EVALUATED : FundProjectState.ARCHIVED }
      : { progress: draw.number(20, 95), state: FundProjectState.STARTED }),
    beneficiaries: [households, households * 3, Math.floor(households / 4)],
  });
  return { projectCode, division, payeeId: contractorId };
};

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
  for (const [index, [key, amount]] of [...draw.carried].entries()) {
    const [division, policyCode] = key.split(" ") as [string, string];
    const { name } = draw.sources.world.fundPolicies.find((entry) => entry.policyCode === policyCode)!;
    draw.books.issue(
      allotmentOf(policyCode, {
        allotmentNo: `${ABBREVIATIONS[division]}${POLICIES[policyCode]!.series}指〔2026〕${300 + index}号`,
        fundName: `2025年${name}（上年结转）`,
        sourceLevel: FundLevel.COUNTY,
        ...{ amount, carriedIn: true, from: division, to: division, agencyDivision: division },
        ...{ issuedOn: "2026-01-15", receivedOn: "2026-01-15", agencyUscc: draw.sources.financeOf(division) },
      }),
      BY_NEED,
    );
  }
};

const share = (amount: Fen, percent: number): Fen => {
  const part = (amount * BigInt(percent)) / 100n;
  return part > 0n ? part : 1n;
};

const roundUpToWan = (amount: Fen): Fen => divideRoundHalfUp(amount + 499_999n, 1_000_000n) * 1_000_000n;

/** `count` parts of an amount; at most 95 per cent of it, the rest stays where it is. */
const portions = (draw: Draw, amount: Fen, count: number): Fen[] => {
  const each = Math.floor(95 / count);
  return Array.from({ length: count }, () => share(amount, draw.number(Math.ceil(each / 2), each)));
};
