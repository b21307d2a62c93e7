/** Subsidies that are the same at every scale: rosters posted today and long ago, a returned line, few recipients, and the demonstration users' own. */
import { workdayAfter, workdayFrom } from "../../demonstration-days.js";
import { FundLevel } from "../budget-allotment/budget-allotment.enums.js";
import { AllotmentState } from "../budget-allotment/budget-allotment.machine.js";
import { FundProjectState } from "../fund-project/fund-project.machine.js";
import { FundProjectCategory } from "../fund-project/fund-project.enums.js";
import { PayeeKind } from "../payment/payment.enums.js";
import type { Batches, DraftBatch } from "./batches.js";
import { BY_NEED, BY_PROJECT, allotmentOf, throughProvince, wan, type HouseholdMoney, type Ledgers } from "./fixed.js";
import type { SeedAllocation } from "./rows.js";
import { OFFICERS_AGENCY, OFFICERS_CENTRE } from "./sources.js";
import type { Recipient } from "./villages.js";

const RESTAURANT = { id: "CN-USCC-91990101MA9000011P", division: "222401" };
const YILAN_VILLAGE = "222401101201";
const CHUNYANG_VILLAGE = "222424105201";
const HENAN_COMMUNITY = "222401005001";
/** Posted on the day of the demonstration: seven working days across the National Day holiday. */
const POSTED = { publicityFrom: "2026-09-21", publicityTo: "2026-10-08" };

/** Fixed cases with batches. */
interface SubsidyLedgers extends Ledgers {
  readonly batches: Batches;
}

/** Writes them. */
export const writeFixedSubsidies = (ledgers: SubsidyLedgers, money: HouseholdMoney): void => {
  farmland(ledgers);
  minimumLiving(ledgers, money.minimumLiving);
  educationAid(ledgers, money.educationAid);
  startUps(ledgers);
  socialInsurance(ledgers);
};

const citizen = ({ sources }: Ledgers, index: number): Recipient => {
  const { name, hash } = sources.person(index);
  return { name, hash };
};

/** 3.75 亩, 5.5 亩, 7.25 亩 …: amounts that need rounding. */
const FARMLAND_RATE: DraftBatch["rate"] = {
  unit: "亩",
  standard: 9_050n,
  quantity: (place) => `${3 + (place % 17)}.${["75", "5", "25", "333"][place % 4]}`,
};

/** Last year's roster with a line sent back and paid again, what was left carried over, and this year's roster posted now. */
const farmland = (ledgers: SubsidyLedgers): void => {
  const { books, batches, sources } = ledgers;
  const agency = sources.payerOf("222401", "FP-GD");
  const villagers = [citizen(ledgers, 0), citizen(ledgers, 1), ...sources.householdsOf(YILAN_VILLAGE, 14)];
  const draft = { policyCode: "FP-GD", village: YILAN_VILLAGE, agency, recipients: villagers, rate: FARMLAND_RATE };
  const before = farmlandMoney(ledgers, 2025);
  const paid = batches.payOut(books, before.yanji, { ...draft, period: "2025", publicityFrom: "2025-05-12" });
  batches.returnLine(books, before.yanji, paid, 1, { returnedOn: "2025-06-05", repaidOn: "2025-06-20" });
  books.reclaim(before.wangqing, before.prefecture, before.wangqing.amount, "2025-12-10");
  const left = before.yanji.amount - books.paidOutOf(before.yanji);
  books.carryOver(before.yanji, left, "2025-12-31");
  books.issue(
    allotmentOf("FP-GD", {
      allotmentNo: "延市财农指〔2026〕3号",
      fundName: "2025年中央财政耕地地力保护补贴资金（上年结转）",
      sourceLevel: FundLevel.CENTRAL,
      amount: left,
      issuedOn: "2026-01-15",
      receivedOn: "2026-01-15",
      carriedIn: true,
      from: "222401",
      to: "222401",
      agencyUscc: sources.financeOf("222401"),
      agencyDivision: "222401",
    }),
    BY_NEED,
  );
  const now = farmlandMoney(ledgers, 2026);
  batches.post(now.yanji, { ...draft, ...POSTED, period: "2026", objections: 1 });
  const chunyang = batches.payOut(books, now.wangqing, {
    ...{ ...draft, agency: sources.payerOf("222424", "FP-GD"), village: CHUNYANG_VILLAGE, period: "2026" },
    recipients: sources.householdsOf(CHUNYANG_VILLAGE, 12),
    publicityFrom: "2026-05-06",
  });
  batches.returnLine(books, now.wangqing, chunyang, 3, { returnedOn: "2026-06-01" });
};

const farmlandMoney = (ledgers: Ledgers, year: number): Record<"prefecture" | "yanji" | "wangqing", SeedAllocation> => {
  const { books, sources } = ledgers;
  const issuedOn = workdayFrom(`${year}-03-02`);
  const prefecture = throughProvince(
    ledgers,
    allotmentOf("FP-GD", {
      allotmentNo: `吉财农指〔${year}〕44号`,
      fundName: `${year}年中央财政耕地地力保护补贴资金`,
      sourceLevel: FundLevel.CENTRAL,
      amount: wan(12),
      issuedOn,
      receivedOn: workdayAfter(issuedOn, 1),
      to: "220000",
      agencyUscc: sources.financeOf("220000"),
      agencyDivision: "220000",
      state: year === 2025 ? AllotmentState.CLOSED : AllotmentState.IN_EXECUTION,
    }),
    BY_NEED,
  );
  const days = { sentOn: `${year}-03-20`, receivedOn: `${year}-03-25` };
  return {
    prefecture,
    yanji: books.passDown(prefecture, "222401", wan(7), days, BY_NEED),
    wangqing: books.passDown(prefecture, "222424", wan(5), days, BY_NEED),
  };
};

/** A sensitive scheme: paid monthly, and this month's roster posted now. */
const minimumLiving = (ledgers: SubsidyLedgers, allocation: SeedAllocation): void => {
  const { books, batches, sources } = ledgers;
  const draft = {
    policyCode: "FP-DB",
    village: YILAN_VILLAGE,
    agency: sources.payerOf("222401", "FP-DB"),
    recipients: [citizen(ledgers, 1), citizen(ledgers, 2), ...sources.householdsOf(YILAN_VILLAGE, 7)],
    rate: { unit: "人/月", standard: 56_000n, quantity: (place: number) => String(1 + (place % 3)) },
  };
  for (const month of ["04", "05", "06", "07", "08"])
    batches.payOut(books, allocation, { ...draft, period: `2026-${month}`, publicityFrom: `2026-${month}-08` });
  batches.post(allocation, { ...draft, ...POSTED, period: "2026-09" });
};

/** Recipients are minors: even the posted notice names them by surname alone. */
const educationAid = ({ books, batches, sources }: SubsidyLedgers, allocation: SeedAllocation): void => {
  const village = "222426100201";
  const draft = {
    policyCode: "FP-YW",
    village,
    agency: sources.payerOf("222426", "FP-YW"),
    recipients: sources.householdsOf(village, 16),
    rate: { unit: "人/学期", standard: 62_500n, quantity: (place: number) => (place % 6 === 5 ? "2" : "1") },
  };
  batches.payOut(books, allocation, { ...draft, period: "2026-春", publicityFrom: "2026-04-08" });
  batches.post(allocation, { ...draft, ...POSTED, period: "2026-秋" });
};

/** The scheme of officer-1's agency: an enterprise, a citizen and a batch are paid; a project; and a draft. */
const startUps = (ledgers: SubsidyLedgers): void => {
  const { books, batches, projects, sources } = ledgers;
  const terms = { sourceLevel: FundLevel.COUNTY, from: "222401", to: "222401", agencyDivision: "222401" };
  const county = books.issue(
    allotmentOf("FP-CY", {
      ...{ ...terms, agencyUscc: OFFICERS_AGENCY.uscc },
      allotmentNo: "延市财企指〔2026〕7号",
      fundName: "2026年餐饮业小微主体创业扶持补贴资金",
      amount: wan(60),
      issuedOn: "2026-04-13",
      receivedOn: "2026-04-13",
    }),
    BY_NEED,
  );
  books.adjust(county, wan(10), "2026-06-30");
  const caseOf = (hash: string): string | undefined =>
    sources.world.cases.find(({ person, granted }) => person?.hash === hash && granted === true)?.caseNo;
  const own = sources.grantedTo(RESTAURANT.id)[0]?.caseNo;
  books.pay(books.assign(county, RESTAURANT, 500_000n, "2026-06-03", BY_NEED), 500_000n, "2026-06-10", {
    ...{ payer: OFFICERS_AGENCY, purpose: "首次创业补贴", caseNo: own },
  });
  const first = citizen(ledgers, 0);
  books.pay(county, 500_000n, "2026-05-22", {
    ...{ payee: { kind: PayeeKind.PERSON, hash: first.hash }, payer: OFFICERS_AGENCY },
    ...{ purpose: "首次创业补贴", caseNo: caseOf(first.hash) },
  });
  batches.payOut(books, county, {
    ...{ policyCode: "FP-CY", village: HENAN_COMMUNITY, period: "2026-上半年", agency: OFFICERS_AGENCY },
    publicityFrom: "2026-06-15",
    recipients: [citizen(ledgers, 0), citizen(ledgers, 1), ...sources.householdsOf(HENAN_COMMUNITY, 5)],
    rate: { unit: "户", standard: 200_000n, quantity: () => "1" },
  });
  const street = { projectCode: "XM-222401-2026-001", division: "222401", payeeId: RESTAURANT.id };
  projects.add({
    ...{ ...street, contractorId: sources.builders[0]!.id, ownerId: RESTAURANT.id, policyCode: "FP-CY" },
    name: "延吉市餐饮老店明厨亮灶改造项目",
    category: FundProjectCategory.EMPLOYMENT,
    content: "改造明厨亮灶示范店12家",
    periodFrom: "2026-07-06",
    contract: wan(20),
    assigned: wan(20),
    assignedOn: "2026-07-01",
    progress: 60,
    state: FundProjectState.STARTED,
    beneficiaries: [12, 85, 0],
  });
  const renewal = books.assign(county, street, wan(20), "2026-07-01", BY_PROJECT);
  books.pay(renewal, wan(12), "2026-08-20", { payer: OFFICERS_AGENCY });
  books.issue(
    allotmentOf("FP-CY", {
      ...{ ...terms, agencyUscc: OFFICERS_AGENCY.uscc, state: AllotmentState.DRAFT },
      allotmentNo: "延市财企指〔2026〕19号",
      fundName: "2026年餐饮业小微主体创业扶持补贴资金（第二批，草案）",
      amount: wan(40),
      issuedOn: "2026-09-24",
    }),
    BY_NEED,
  );
};

/** Officer-2's institution employs people who find no work otherwise, and is paid their social insurance: three recipients, too few for any figure. */
const socialInsurance = (ledgers: SubsidyLedgers): void => {
  const { books, batches, sources } = ledgers;
  const county = books.issue(
    allotmentOf("FP-JY", {
      allotmentNo: "珲财社指〔2026〕9号",
      fundName: "2026年公益性岗位就业困难人员社会保险补贴资金",
      sourceLevel: FundLevel.COUNTY,
      amount: wan(5),
      issuedOn: "2026-02-09",
      receivedOn: "2026-02-09",
      from: "222404",
      to: "222404",
      agencyUscc: OFFICERS_CENTRE.uscc,
      agencyDivision: "222404",
    }),
    BY_NEED,
  );
  batches.payOut(books, county, {
    ...{ policyCode: "FP-JY", village: "222404100201", period: "2026-1季度", agency: OFFICERS_CENTRE },
    publicityFrom: "2026-04-13",
    recipients: [citizen(ledgers, 1), ...sources.householdsOf("222404100201", 2)],
    rate: { unit: "人/月", standard: 42_310n, quantity: (place) => String(1 + (place % 3)) },
  });
};
