/** Generated indicators whose money is conserved to the fen: divided, received, assigned, paid, returned, taken back, carried over. */
import { addDays, type Fen } from "../../../platform/domain/index.js";
import type { DemonstrationOrganization, DemonstrationWorld } from "../../../platform/subgraph/index.js";
import { FundLevel, IndicatorState } from "../budget-indicator/budget-indicator.type.js";
import type { Books, SeedAllocation } from "./books.js";
import { BY_FACTORS, BY_NEED, BY_PROJECT, indicatorOf, wan } from "./fixed.js";
import { POLICIES, type SeedPolicy } from "./policies.js";

const COUNTIES = ["222401", "222402", "222403", "222404", "222405", "222406", "222424", "222426"] as const;
const RECIPIENTS: ReadonlySet<DemonstrationOrganization["role"]> = new Set([
  "institution",
  "enterprise",
  "cooperative",
]);

/** What generation draws from. */
interface Draw {
  readonly world: DemonstrationWorld;
  readonly number: (from: number, to: number) => number;
  readonly financeOf: (division: string) => string | undefined;
  readonly organizationsOf: (division: string) => readonly DemonstrationOrganization[];
}

/** Adds indicators until the books hold `total`. */
export const writeGeneratedIndicators = (
  books: Books,
  world: DemonstrationWorld,
  financeOf: (division: string) => string | undefined,
  total: number,
): void => {
  const random = world.random("funds");
  const byDivision = new Map<string, DemonstrationOrganization[]>();
  for (const organization of world.organizations) {
    if (!RECIPIENTS.has(organization.role)) continue;
    byDivision.set(organization.divisionCode, [...(byDivision.get(organization.divisionCode) ?? []), organization]);
  }
  const draw: Draw = {
    world,
    number: (from, to) => from + Math.floor(random() * (to - from + 1)),
    financeOf,
    organizationsOf: (division) => byDivision.get(division) ?? [],
  };
  const policies = world.fundPolicies.filter(({ policyCode }) => policyCode in POLICIES);
  for (let index = 0; books.indicators.length < total; index++) {
    const { policyCode, name } = policies[index % policies.length]!;
    writeIndicator(books, draw, policyCode, name, index, total);
  }
};

const writeIndicator = (
  books: Books,
  draw: Draw,
  policyCode: string,
  name: string,
  index: number,
  total: number,
): void => {
  const policy = POLICIES[policyCode]!;
  const year = index % 5 < 2 ? 2025 : 2026;
  const central = policy.sourceShares.some(({ level }) => level === FundLevel.CENTRAL) && index % 3 !== 2;
  const issuedOn = addDays(`${year}-01-10`, draw.number(0, 150));
  const amount = wan(draw.number(300, 6_000));
  const prefecture = books.issue(
    indicatorOf(policyCode, {
      indicatorNo: `吉${policy.series}指〔${year}〕${100 + index}号`,
      fundName: `${year}年${central ? "中央" : "省级"}财政${name}`,
      sourceLevel: central ? FundLevel.CENTRAL : FundLevel.PROVINCE,
      amount,
      issuedOn,
      receivedOn: addDays(issuedOn, draw.number(1, 6)),
      ...(central ? {} : { from: "220000" }),
      to: "222400",
      agencyUscc: draw.financeOf("220000"),
      agencyDivision: "220000",
      state: year === 2025 ? IndicatorState.CLOSED : IndicatorState.IN_EXECUTION,
    }),
    policy.toOrganizations ? BY_FACTORS : BY_NEED,
  );
  const count = draw.number(2, 6);
  const start = draw.number(0, COUNTIES.length - 1);
  for (const [place, portion] of portions(draw, amount, count).entries()) {
    const division = COUNTIES[(start + place) % COUNTIES.length]!;
    const sentOn = addDays(issuedOn, draw.number(10, 25));
    const receivedOn = addDays(sentOn, draw.number(1, 8));
    const separate = place === 0 && index % 4 === 1 && books.indicators.length < total;
    const decision = policy.toOrganizations ? BY_FACTORS : BY_NEED;
    const county = separate
      ? books.decompose(
          prefecture,
          indicatorOf(policyCode, {
            indicatorNo: `延州${policy.series}指〔${year}〕${100 + index}号`,
            fundName: `${year}年${central ? "中央" : "省级"}财政${name}（分解下达）`,
            sourceLevel: central ? FundLevel.CENTRAL : FundLevel.PROVINCE,
            amount: portion,
            issuedOn: sentOn,
            receivedOn,
            from: "222400",
            to: division,
            agencyUscc: draw.financeOf("222400"),
            agencyDivision: "222400",
          }),
          decision,
        )
      : books.passDown(prefecture, division, portion, { sentOn, receivedOn }, decision);
    spend(books, draw, policy, prefecture, county, receivedOn, year === 2025);
  }
};

/** The county pays households, or assigns to organisations that are paid; a closed year ends with nothing left at the county. */
const spend = (
  books: Books,
  draw: Draw,
  policy: SeedPolicy,
  giver: SeedAllocation,
  county: SeedAllocation,
  receivedOn: string,
  closed: boolean,
): void => {
  let left = county.amount;
  const organizations = draw.organizationsOf(county.division);
  if (policy.toOrganizations && organizations.length > 0) {
    const assignedOn = addDays(receivedOn, draw.number(5, 20));
    for (const portion of portions(draw, county.amount, draw.number(1, 4))) {
      const { id, divisionCode } = organizations[draw.number(0, organizations.length - 1)]!;
      const project = books.assign(county, { id, division: divisionCode }, portion, assignedOn, BY_PROJECT);
      left -= portion;
      const paid = closed ? portion : share(portion, draw.number(30, 100));
      books.pay(project, paid, addDays(assignedOn, draw.number(10, 30)));
      if (draw.number(0, 9) === 0) {
        const back = share(paid, 5);
        books.returnPayment(project, back, addDays(assignedOn, 33));
        if (closed) books.pay(project, back, addDays(assignedOn, 40));
      }
    }
  } else {
    for (const [month, portion] of portions(draw, county.amount, 3).entries()) {
      books.pay(county, portion, addDays(receivedOn, 10 + 15 * month));
      left -= portion;
    }
  }
  if (!closed || left <= 0n) return;
  const half = share(left, 50);
  books.reclaim(county, giver, half, "2025-12-10");
  if (left > half) books.carryOver(county, left - half, "2025-12-31");
};

const share = (amount: Fen, percent: number): Fen => {
  const part = (amount * BigInt(percent)) / 100n;
  return part > 0n ? part : 1n;
};

/** `count` parts of an amount; at most 95 per cent of it, the rest stays where it is. */
const portions = (draw: Draw, amount: Fen, count: number): Fen[] => {
  const each = Math.floor(95 / count);
  return Array.from({ length: count }, () => share(amount, draw.number(Math.ceil(each / 2), each)));
};
