/** Subsidies that are the same at every scale: rosters posted today and long ago, a returned line, few recipients, and the demonstration users' own. */
import { FundLevel } from "../budget-allotment/budget-allotment.enums.js";
import { AllotmentState } from "../budget-allotment/budget-allotment.machine.js";
import { FundProjectState } from "../fund-project/fund-project.machine.js";
import { FundProjectCategory } from "../fund-project/fund-project.enums.js";
import { PayeeKind } from "../payment/payment.enums.js";
import { type HouseholdMoney } from "./fixed.js";
import { BY_NEED, BY_PROJECT, allotmentOf, wan } from "./fixed-terms.js";
import type { SeedAllocation } from "./rows.js";
import { OFFICERS_AGENCY, OFFICERS_CENTRE } from "./sources.js";
import { type SubsidyLedgers, citizen, YILAN_VILLAGE, POSTED } from "./subsidy-terms.js";
import { farmland } from "./farmland-subsidies.js";

const RESTAURANT = { id: "CN-USCC-91990101MA9000011P", division: "222401" };
const HENAN_COMMUNITY = "222401005001";

/** Writes them. */
export const writeFixedSubsidies = (ledgers: SubsidyLedgers, money: HouseholdMoney): void => {
  farmland(ledgers);
  subsistence(ledgers, money.subsistence);
  educationAid(ledgers, money.educationAid);
  startUps(ledgers);
  socialInsurance(ledgers);
};

/** A sensitive scheme: paid monthly, and this month's roster posted now. */
const subsistence = (ledgers: SubsidyLedgers, allocation: SeedAllocation): void => {
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

/** Recipients are minors: even publicity names them by surname alone. */
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
