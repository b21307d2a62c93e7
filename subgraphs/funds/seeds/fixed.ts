/** Cases that are the same at every scale: the golden example of domain.md §5.3, drafts, money on its way, a deliberate mismatch. */
import type { Fen } from "../../../platform/domain/index.js";
import { BudgetBook, DirectFlag, FundLevel, IndicatorState } from "../budget-indicator/budget-indicator.type.js";
import { AllocationMethod } from "../fund-allocation/fund-allocation.type.js";
import type { Books, SeedDecision, SeedIndicator } from "./books.js";
import { POLICIES } from "./policies.js";

/** 万元 in fen. */
export const wan = (amount: number): Fen => BigInt(amount) * 1_000_000n;

/** Decision by factors, as published. */
export const BY_FACTORS: SeedDecision = {
  method: AllocationMethod.FACTORS,
  factors: [
    { name: "脱贫人口及监测对象规模", weight: 40 },
    { name: "农村居民人均可支配收入", weight: 30 },
    { name: "上年绩效评价结果", weight: 30 },
  ],
};

/** Decision by project. */
export const BY_PROJECT: SeedDecision = { method: AllocationMethod.PROJECTS };

/** Decision by actual need. */
export const BY_NEED: SeedDecision = { method: AllocationMethod.ACTUAL };

/** An indicator of a policy: classification from the policy, the rest as given. */
export const indicatorOf = (
  policyCode: string,
  terms: Pick<
    SeedIndicator,
    "indicatorNo" | "fundName" | "sourceLevel" | "amount" | "issuedOn" | "to" | "agencyDivision"
  > &
    Partial<SeedIndicator>,
): SeedIndicator => {
  const policy = POLICIES[policyCode]!;
  return {
    fiscalYear: Number(terms.issuedOn.slice(0, 4)),
    policyCode,
    book: BudgetBook.GENERAL,
    direct: policy.direct,
    functionCode: policy.functionCode,
    govEconCode: policy.govEconCode,
    deptEconCode: policy.deptEconCode,
    state: IndicatorState.IN_EXECUTION,
    ...(terms.from === terms.to ? {} : { transferType: policy.transferType }),
    ...terms,
  };
};

const COOPERATIVE = { id: "CN-USCC-93990101NA9000019M", division: "222403" };
const LABORATORY = { id: "CN-USCC-91990101MA9000046A", division: "222403" };
const SERVICE_CENTRE = { id: "CN-USCC-12990101MB90000236", division: "222404" };
const VILLAGE = { id: "CN-USCC-N2990101MF900001X8", division: "222424105" };
const RESTAURANT = { id: "CN-USCC-91990101MA9000011P", division: "222401" };

/** Writes the fixed cases. `financeOf` gives the credit code of a division's finance bureau. */
export const writeFixedCases = (books: Books, financeOf: (division: string) => string | undefined): void => {
  golden(books, financeOf);
  villageFund(books, financeOf);
  onItsWay(books, financeOf);
  mismatch(books, financeOf);
  ownDraft(books);
};

/** 8000 = 3000 + (2500 + 1600 + 400) + 500, with 200 of county money beside it as a lineage of its own (万元). */
const golden = (books: Books, financeOf: (division: string) => string | undefined): void => {
  const province = books.issue(
    indicatorOf("FP-XC", {
      indicatorNo: "吉财农指〔2026〕35号",
      fundName: "2026年中央财政衔接推进乡村振兴补助资金",
      sourceLevel: FundLevel.CENTRAL,
      amount: wan(8_000),
      issuedOn: "2026-01-20",
      receivedOn: "2026-01-22",
      to: "220000",
      agencyUscc: financeOf("220000"),
      agencyDivision: "220000",
    }),
    BY_FACTORS,
  );
  books.passDown(province, "220100", wan(3_000), { sentOn: "2026-02-05", receivedOn: "2026-02-09" }, BY_FACTORS);
  const yanbian = books.passDown(
    province,
    "222400",
    wan(4_500),
    { sentOn: "2026-02-05", receivedOn: "2026-02-08" },
    BY_FACTORS,
  );
  const days = { sentOn: "2026-02-26", receivedOn: "2026-03-02" };
  const dunhua = books.passDown(yanbian, "222403", wan(2_500), days, BY_FACTORS);
  const hunchun = books.passDown(yanbian, "222404", wan(1_600), days, BY_FACTORS);
  const rice = books.assign(dunhua, COOPERATIVE, wan(1_500), "2026-03-20", BY_PROJECT);
  const survey = books.assign(dunhua, LABORATORY, wan(1_000), "2026-03-20", BY_PROJECT);
  books.pay(rice, wan(900), "2026-05-11");
  books.pay(rice, wan(600), "2026-08-03");
  books.pay(survey, wan(1_000), "2026-06-15");
  const hall = books.assign(hunchun, SERVICE_CENTRE, wan(600), "2026-04-01", BY_PROJECT);
  books.pay(hall, wan(450), "2026-07-06");

  const match = books.issue(
    indicatorOf("FP-XC", {
      indicatorNo: "敦财农指〔2026〕18号",
      fundName: "2026年县级财政衔接推进乡村振兴配套资金",
      sourceLevel: FundLevel.COUNTY,
      direct: DirectFlag.NOT_DIRECT,
      amount: wan(200),
      issuedOn: "2026-03-10",
      receivedOn: "2026-03-10",
      from: "222403",
      to: "222403",
      agencyUscc: financeOf("222403"),
      agencyDivision: "222403",
    }),
    BY_PROJECT,
  );
  books.pay(books.assign(match, COOPERATIVE, wan(200), "2026-03-25", BY_PROJECT), wan(200), "2026-05-11");

  books.decompose(
    yanbian,
    indicatorOf("FP-XC", {
      indicatorNo: "延州财农指〔2026〕61号",
      fundName: "2026年衔接推进乡村振兴补助资金（第二批，草案）",
      sourceLevel: FundLevel.CENTRAL,
      amount: wan(200),
      issuedOn: "2026-09-21",
      from: "222400",
      to: "222401",
      agencyUscc: financeOf("222400"),
      agencyDivision: "222400",
      state: IndicatorState.DRAFT,
    }),
    BY_FACTORS,
  );
};

/** Provincial money down to a village's cooperative. */
const villageFund = (books: Books, financeOf: (division: string) => string | undefined): void => {
  const prefecture = books.issue(
    indicatorOf("FP-XC", {
      indicatorNo: "吉财农指〔2026〕36号",
      fundName: "2026年省级财政衔接推进乡村振兴补助资金",
      sourceLevel: FundLevel.PROVINCE,
      amount: wan(600),
      issuedOn: "2026-02-10",
      receivedOn: "2026-02-13",
      from: "220000",
      to: "222400",
      agencyUscc: financeOf("220000"),
      agencyDivision: "220000",
    }),
    BY_FACTORS,
  );
  const county = books.decompose(
    prefecture,
    indicatorOf("FP-XC", {
      indicatorNo: "延州财农指〔2026〕12号",
      fundName: "2026年省级财政衔接推进乡村振兴补助资金（汪清县）",
      sourceLevel: FundLevel.PROVINCE,
      amount: wan(400),
      issuedOn: "2026-03-05",
      receivedOn: "2026-03-09",
      from: "222400",
      to: "222424",
      agencyUscc: financeOf("222400"),
      agencyDivision: "222400",
    }),
    BY_FACTORS,
  );
  const days = { sentOn: "2026-03-23", receivedOn: "2026-03-25" };
  const township = books.passDown(county, "222424105", wan(180), days, BY_PROJECT);
  const village = books.assign(township, VILLAGE, wan(150), "2026-04-10", BY_PROJECT);
  books.pay(village, wan(100), "2026-06-22");
  books.pay(village, wan(20), "2026-07-20");
  books.returnPayment(village, wan(20), "2026-07-24");
  books.reclaim(township, county, wan(10), "2026-08-31");
};

/** Sent on 1 August and not yet received: an alert (over 30 days). A second one is recent. */
const onItsWay = (books: Books, financeOf: (division: string) => string | undefined): void => {
  const prefecture = books.issue(
    indicatorOf("FP-DB", {
      indicatorNo: "吉财社指〔2026〕52号",
      fundName: "2026年中央财政困难群众救助补助资金",
      sourceLevel: FundLevel.CENTRAL,
      amount: wan(2_400),
      issuedOn: "2026-03-16",
      receivedOn: "2026-03-19",
      to: "222400",
      agencyUscc: financeOf("220000"),
      agencyDivision: "220000",
    }),
    BY_NEED,
  );
  const received = { sentOn: "2026-04-02", receivedOn: "2026-04-07" };
  const yanji = books.passDown(prefecture, "222401", wan(1_100), received, BY_NEED);
  for (const [month, amount] of [
    ["04", 180],
    ["05", 180],
    ["06", 182],
    ["07", 182],
    ["08", 183],
  ] as const) {
    books.pay(yanji, wan(amount), `2026-${month}-20`);
  }
  books.passDown(prefecture, "222402", wan(320), { sentOn: "2026-08-01" }, BY_NEED);
  books.passDown(prefecture, "222405", wan(150), { sentOn: "2026-09-15" }, BY_NEED);
};

/** 120 were sent, 118 arrived: what rule B2 is for. */
const mismatch = (books: Books, financeOf: (division: string) => string | undefined): void => {
  const prefecture = books.issue(
    indicatorOf("FP-YW", {
      indicatorNo: "吉财教指〔2026〕41号",
      fundName: "2026年义务教育家庭经济困难学生生活补助资金",
      sourceLevel: FundLevel.CENTRAL,
      amount: wan(500),
      issuedOn: "2026-03-02",
      receivedOn: "2026-03-05",
      to: "222400",
      agencyUscc: financeOf("220000"),
      agencyDivision: "220000",
    }),
    BY_NEED,
  );
  const days = { sentOn: "2026-03-20", receivedOn: "2026-03-24" };
  books.passDown(prefecture, "222406", wan(120), { ...days, arriving: wan(118) }, BY_NEED);
  books.pay(books.passDown(prefecture, "222426", wan(90), days, BY_NEED), wan(45), "2026-06-01");
};

/** Money that an enterprise of the demonstration received, and a draft of the agency whose officers sign in to it. */
const ownDraft = (books: Books): void => {
  const terms = { sourceLevel: FundLevel.COUNTY, from: "222401", to: "222401", agencyDivision: "222401" };
  const agencyUscc = "11990101MB9000015E";
  const county = books.issue(
    indicatorOf("FP-CY", {
      ...terms,
      agencyUscc,
      indicatorNo: "延市财企指〔2026〕7号",
      fundName: "2026年餐饮业小微主体创业扶持补贴资金",
      amount: wan(60),
      issuedOn: "2026-04-13",
      receivedOn: "2026-04-13",
    }),
    BY_NEED,
  );
  books.pay(books.assign(county, RESTAURANT, 500_000n, "2026-05-08", BY_NEED), 500_000n, "2026-05-20");
  books.issue(
    indicatorOf("FP-CY", {
      ...terms,
      agencyUscc,
      indicatorNo: "延市财企指〔2026〕19号",
      fundName: "2026年餐饮业小微主体创业扶持补贴资金（第二批，草案）",
      amount: wan(40),
      issuedOn: "2026-09-24",
      state: IndicatorState.DRAFT,
    }),
    BY_NEED,
  );
};
