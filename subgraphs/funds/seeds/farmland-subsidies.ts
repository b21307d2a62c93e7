/** Farmland subsidies of the demonstration: last year's with a returned line, what was carried over, and this year's roster. */
import { workdayAfter, workdayFrom } from "../../demonstration-days.js";
import { FundLevel } from "../budget-allotment/budget-allotment.enums.js";
import { AllotmentState } from "../budget-allotment/budget-allotment.machine.js";
import type { DraftBatch } from "./batches.js";
import { BY_NEED, allotmentOf, throughProvince, wan, type Ledgers } from "./fixed-terms.js";
import type { SeedAllocation } from "./rows.js";
import { type SubsidyLedgers, citizen, YILAN_VILLAGE, POSTED } from "./subsidy-terms.js";

const CHUNYANG_VILLAGE = "222424105201";

/** 3.75 亩, 5.5 亩, 7.25 亩 …: amounts that need rounding. */
const FARMLAND_RATE: DraftBatch["rate"] = {
  unit: "亩",
  standard: 9_050n,
  quantity: (place) => `${3 + (place % 17)}.${["75", "5", "25", "333"][place % 4]}`,
};

/** Last year's roster with a line sent back and paid again, what was left carried over, and this year's roster posted now. */
export const farmland = (ledgers: SubsidyLedgers): void => {
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
      carriedFrom: before.yanji.allotmentNo,
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
