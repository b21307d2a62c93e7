/** Cases that are the same at every scale: the golden allotment (docs/reference/rules.md#the-golden-allotment), a draft, money on its way, a deliberate mismatch. */
import { FundLevel } from "../budget-allotment/budget-allotment.enums.js";
import type { SeedAllocation } from "./rows.js";
import { type Ledgers, allotmentOf, wan, BY_FACTORS, BY_PROJECT, throughProvince, BY_NEED } from "./fixed-terms.js";
import { golden } from "./fixed-golden.js";

const VILLAGE = { id: "CN-USCC-N2990101MF900001X8", division: "222424105" };

/** Allocations of the fixed cases that households are paid out of. */
export interface HouseholdMoney {
  /** Subsistence allowance in 222401. */
  readonly subsistence: SeedAllocation;
  /** Living aid of pupils in 222426. */
  readonly educationAid: SeedAllocation;
}

/** Writes the fixed cases. */
export const writeFixedCases = (ledgers: Ledgers): HouseholdMoney => {
  golden(ledgers);
  villageFund(ledgers);
  return { subsistence: onItsWay(ledgers), educationAid: mismatch(ledgers) };
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
