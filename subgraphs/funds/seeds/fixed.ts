/** Cases that are the same at every scale: the golden allotment (docs/reference/rules.md#the-golden-allotment), a draft, money on its way, a deliberate mismatch. */
import type { Fen } from "../../../platform/domain/index.js";
import { workdayAfter } from "../../demonstration-days.js";
import { BudgetCategory, DirectFlag, FundLevel } from "../budget-allotment/budget-allotment.enums.js";
import { AllotmentState } from "../budget-allotment/budget-allotment.machine.js";
import { AllocationMethod } from "../fund-allocation/fund-allocation.enums.js";
import { FundProjectState } from "../fund-project/fund-project.machine.js";
import type { Books } from "./books.js";
import { POLICIES } from "./policies.js";
import type { Projects } from "./projects.js";
import type { SeedAllocation, SeedDecision, SeedAllotment } from "./rows.js";
import type { Sources } from "./sources.js";

/** 万元 in fen. */
export const wan = (amount: number): Fen => BigInt(amount) * 1_000_000n;

/** Decision by factors, as published. */
export const BY_FACTORS: SeedDecision = {
  method: AllocationMethod.FACTORS,
  factors: [
    { name: "防止返贫致贫对象规模", weight: 40 },
    { name: "农村居民人均可支配收入", weight: 30 },
    { name: "上年绩效评价结果", weight: 30 },
  ],
};

/** Decision by project. */
export const BY_PROJECT: SeedDecision = { method: AllocationMethod.PROJECTS };

/** Decision by actual need. */
export const BY_NEED: SeedDecision = { method: AllocationMethod.ACTUAL };

/** An allotment of a policy: classification from the policy, the rest as given. */
export const allotmentOf = (
  policyCode: string,
  terms: Pick<
    SeedAllotment,
    "allotmentNo" | "fundName" | "sourceLevel" | "amount" | "issuedOn" | "to" | "agencyDivision"
  > &
    Partial<SeedAllotment>,
): SeedAllotment => {
  const policy = POLICIES[policyCode]!;
  return {
    fiscalYear: Number(terms.issuedOn.slice(0, 4)),
    policyCode,
    budgetCategory: BudgetCategory.GENERAL,
    direct: policy.direct,
    functionCode: policy.functionCode,
    govEconCode: policy.govEconCode,
    deptEconCode: policy.deptEconCode,
    state: AllotmentState.IN_EXECUTION,
    ...(terms.from === terms.to ? {} : { transferType: policy.transferType }),
    ...terms,
  };
};

const COOPERATIVE = "CN-USCC-93990101NA9000019M";
const LABORATORY = "CN-USCC-91990101MA9000046A";
const SERVICE_CENTRE = { id: "CN-USCC-12990101MB90000236", division: "222404" };
const VILLAGE = { id: "CN-USCC-N2990101MF900001X8", division: "222424105" };

/** What the fixed cases are written into. */
export interface Ledgers {
  readonly books: Books;
  readonly projects: Projects;
  readonly sources: Sources;
}

/** Money of the centre goes to the province, and from there whole to the prefecture, within thirty days of its arrival; gives the prefecture's part. */
export const throughProvince = (
  { books }: Pick<Ledgers, "books">,
  allotment: SeedAllotment,
  decision: SeedDecision,
): SeedAllocation => {
  const province = books.issue(allotment, decision);
  const sentOn = workdayAfter(allotment.receivedOn ?? allotment.issuedOn, 4);
  return books.passDown(
    province,
    "222400",
    allotment.amount,
    { sentOn, receivedOn: workdayAfter(sentOn, 2) },
    decision,
  );
};

/** Allocations of the fixed cases that households are paid out of. */
export interface HouseholdMoney {
  /** Subsistence allowance in 222401. */
  readonly minimumLiving: SeedAllocation;
  /** Living aid of pupils in 222426. */
  readonly educationAid: SeedAllocation;
}

/** Writes the fixed cases. */
export const writeFixedCases = (ledgers: Ledgers): HouseholdMoney => {
  golden(ledgers);
  villageFund(ledgers);
  return { minimumLiving: onItsWay(ledgers), educationAid: mismatch(ledgers) };
};

/** 8000 = 3000 + (2500 + 1600 + 400) + 500, with 200 of county money beside it as a lineage of its own (万元). */
const golden = (ledgers: Ledgers): void => {
  const { books, sources } = ledgers;
  const province = books.issue(
    allotmentOf("FP-XC", {
      allotmentNo: "吉财农指〔2026〕35号",
      fundName: "2026年中央财政常态化帮扶资金",
      sourceLevel: FundLevel.CENTRAL,
      amount: wan(8_000),
      issuedOn: "2026-01-20",
      receivedOn: "2026-01-22",
      to: "220000",
      agencyUscc: sources.financeOf("220000"),
      agencyDivision: "220000",
    }),
    BY_FACTORS,
  );
  books.passDown(province, "220100", wan(3_000), { sentOn: "2026-02-05", receivedOn: "2026-02-09" }, BY_FACTORS);
  const yanbian = books.passDown(
    province,
    "222400",
    wan(4_500),
    { sentOn: "2026-02-05", receivedOn: "2026-02-09" },
    BY_FACTORS,
  );
  const days = { sentOn: "2026-02-26", receivedOn: "2026-03-02" };
  const dunhua = books.passDown(yanbian, "222403", wan(2_500), days, BY_FACTORS);
  const hunchun = books.passDown(yanbian, "222404", wan(1_600), days, BY_FACTORS);
  goldenProjects(ledgers, dunhua);
  const hall = books.assign(hunchun, SERVICE_CENTRE, wan(600), "2026-04-01", BY_PROJECT);
  books.pay(hall, wan(450), "2026-07-06", { purpose: "村级便民服务站建设" });
  secondBatch(ledgers, yanbian);
};

/** Two projects of 222403; the first has central money and the county's own. */
const goldenProjects = ({ books, projects, sources }: Ledgers, dunhua: SeedAllocation): void => {
  const division = "222403";
  const [builder] = sources.builders;
  const greenhouses = { projectCode: "XM-222403-2026-001", division, payeeId: builder!.id };
  const survey = { projectCode: "XM-222403-2026-002", division, payeeId: LABORATORY };
  projects.add({
    ...{ ...greenhouses, contractorId: builder!.id, ownerId: COOPERATIVE, policyCode: "FP-XC" },
    name: "敦化市水稻育秧大棚建设项目",
    content: "新建育秧大棚120栋及配套设施",
    periodFrom: "2026-04-01",
    contract: wan(1_700),
    assigned: wan(1_700),
    assignedOn: "2026-03-25",
    progress: 100,
    state: FundProjectState.ANNOUNCED,
    beneficiaries: [420, 1_130, 96],
  });
  projects.add({
    ...{ ...survey, contractorId: LABORATORY, policyCode: "FP-XC" },
    ownerId: sources.payerOf(division, "FP-XC").id,
    name: "敦化市高标准农田土壤检测项目",
    content: "耕地质量检测与土壤改良方案",
    periodFrom: "2026-04-10",
    contract: wan(1_000),
    assigned: wan(1_000),
    assignedOn: "2026-03-20",
    progress: 80,
    state: FundProjectState.STARTED,
    beneficiaries: [260, 700, 41],
  });
  const rice = books.assign(dunhua, greenhouses, wan(1_500), "2026-03-20", BY_PROJECT);
  const soil = books.assign(dunhua, survey, wan(1_000), "2026-03-20", BY_PROJECT);
  books.pay(rice, wan(900), "2026-05-11");
  books.pay(rice, wan(600), "2026-08-03");
  books.pay(soil, wan(1_000), "2026-06-15");
  const match = books.issue(
    allotmentOf("FP-XC", {
      allotmentNo: "敦财农指〔2026〕18号",
      fundName: "2026年县级财政常态化帮扶资金",
      sourceLevel: FundLevel.COUNTY,
      direct: DirectFlag.NOT_DIRECT,
      amount: wan(200),
      issuedOn: "2026-03-10",
      receivedOn: "2026-03-10",
      from: division,
      to: division,
      agencyUscc: sources.financeOf(division),
      agencyDivision: division,
    }),
    BY_PROJECT,
  );
  books.pay(books.assign(match, greenhouses, wan(200), "2026-03-25", BY_PROJECT), wan(200), "2026-05-11");
};

/** A draft of the prefecture: it moves nothing, and few know of it. */
const secondBatch = ({ books, sources }: Ledgers, yanbian: SeedAllocation): void => {
  books.decompose(
    yanbian,
    allotmentOf("FP-XC", {
      allotmentNo: "延州财农指〔2026〕61号",
      fundName: "2026年常态化帮扶资金（第二批，草案）",
      sourceLevel: FundLevel.CENTRAL,
      amount: wan(200),
      issuedOn: "2026-09-21",
      from: "222400",
      to: "222401",
      agencyUscc: sources.financeOf("222400"),
      agencyDivision: "222400",
      state: AllotmentState.DRAFT,
    }),
    BY_FACTORS,
  );
};

/** Provincial money down to a village's cooperative. */
const villageFund = ({ books, sources }: Ledgers): void => {
  const prefecture = books.issue(
    allotmentOf("FP-XC", {
      allotmentNo: "吉财农指〔2026〕36号",
      fundName: "2026年省级财政常态化帮扶资金",
      sourceLevel: FundLevel.PROVINCE,
      amount: wan(600),
      issuedOn: "2026-02-10",
      receivedOn: "2026-02-13",
      from: "220000",
      to: "222400",
      agencyUscc: sources.financeOf("220000"),
      agencyDivision: "220000",
    }),
    BY_FACTORS,
  );
  const county = books.decompose(
    prefecture,
    allotmentOf("FP-XC", {
      allotmentNo: "延州财农指〔2026〕12号",
      fundName: "2026年省级财政常态化帮扶资金（汪清县）",
      sourceLevel: FundLevel.PROVINCE,
      amount: wan(400),
      issuedOn: "2026-03-05",
      receivedOn: "2026-03-09",
      from: "222400",
      to: "222424",
      agencyUscc: sources.financeOf("222400"),
      agencyDivision: "222400",
    }),
    BY_FACTORS,
  );
  const days = { sentOn: "2026-03-23", receivedOn: "2026-03-25" };
  const township = books.passDown(county, "222424105", wan(180), days, BY_PROJECT);
  const village = books.assign(township, VILLAGE, wan(150), "2026-04-10", BY_PROJECT);
  books.pay(village, wan(100), "2026-06-22");
  books.returnPayment(village, books.pay(village, wan(20), "2026-07-20"), wan(20), "2026-07-24");
  books.reclaim(township, county, wan(10), "2026-08-31");
};

/** Faulty on purpose: sent on 31 July and not yet received, an alert (over 30 days); a second one is recent. */
const onItsWay = (ledgers: Ledgers): SeedAllocation => {
  const { books, sources } = ledgers;
  const prefecture = throughProvince(
    ledgers,
    allotmentOf("FP-DB", {
      allotmentNo: "吉财社指〔2026〕52号",
      fundName: "2026年中央财政困难群众救助补助资金（演示差错：在途超期）",
      sourceLevel: FundLevel.CENTRAL,
      amount: wan(540),
      issuedOn: "2026-03-16",
      receivedOn: "2026-03-17",
      to: "220000",
      agencyUscc: sources.financeOf("220000"),
      agencyDivision: "220000",
    }),
    BY_NEED,
  );
  const received = { sentOn: "2026-04-02", receivedOn: "2026-04-07" };
  const yanji = books.passDown(prefecture, "222401", wan(60), received, BY_NEED);
  books.passDown(prefecture, "222402", wan(320), { sentOn: "2026-07-31" }, BY_NEED);
  books.passDown(prefecture, "222405", wan(150), { sentOn: "2026-09-15" }, BY_NEED);
  return yanji;
};

/** Faulty on purpose: 120 were sent, 118 arrived, which is what rule B2 is for. */
const mismatch = (ledgers: Ledgers): SeedAllocation => {
  const { books, sources } = ledgers;
  const prefecture = throughProvince(
    ledgers,
    allotmentOf("FP-YW", {
      allotmentNo: "吉财教指〔2026〕41号",
      fundName: "2026年义务教育家庭经济困难学生生活补助资金（演示差错：收支不符）",
      sourceLevel: FundLevel.CENTRAL,
      amount: wan(130),
      issuedOn: "2026-03-02",
      receivedOn: "2026-03-03",
      to: "220000",
      agencyUscc: sources.financeOf("220000"),
      agencyDivision: "220000",
    }),
    BY_NEED,
  );
  const days = { sentOn: "2026-03-20", receivedOn: "2026-03-24" };
  books.passDown(prefecture, "222406", wan(120), { ...days, arriving: wan(118) }, BY_NEED);
  return books.passDown(prefecture, "222426", wan(6), days, BY_NEED);
};
