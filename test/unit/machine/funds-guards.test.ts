/** Truth tables of the guards of allotments, projects and subsidy lines: both sides of each day and number, with rule and what may be done instead. */
import "reflect-metadata";
import { ALLOTMENT } from "../../../subgraphs/funds/budget-allotment/budget-allotment.machine.js";
import { BUDGET_PUBLISHING } from "../../../subgraphs/funds/budget-publishing/budget-publishing.machine.js";
import { FUND_PROJECT } from "../../../subgraphs/funds/fund-project/fund-project.machine.js";
import { PAYMENT_ORDER } from "../../../subgraphs/funds/payment-order/payment-order.machine.js";
import { ROSTER_OBJECTION } from "../../../subgraphs/funds/subsidy-handling/roster-objection.machine.js";
import { SUBSIDY } from "../../../subgraphs/funds/subsidy/subsidy.machine.js";
import { notNow, refused, truthTable } from "../../support/truth-table.js";

const NOTICES = "关于完善扶贫资金项目公告公示制度的指导意见（国开办发〔2018〕11号，演示用值）";
const ONE_CARD = "关于进一步加强惠民惠农财政补贴资金“一卡通”管理的指导意见（财办〔2020〕37号，演示用值）";

/** Nothing is there that a later state needs. */
const nothing = {
  ...{ reviewed: false, moneyAssigned: false, publicityDays: 0, publicityOver: false, accepted: false },
  ...{ publicNoticeGiven: false, performanceEvaluated: false, fileComplete: false, isParty: false },
  ...{ selfEvaluated: true, evaluationPending: false },
};

truthTable(FUND_PROJECT, nothing, [
  ["APPROVE", "IN_LIBRARY", "OFFICER", { reviewed: true, moneyAssigned: true }, "APPROVED"],
  ["APPROVE", "IN_LIBRARY", "PUBLISHER", { reviewed: true, moneyAssigned: true }, refused("ACTOR", NOTICES)],
  ["APPROVE", "IN_LIBRARY", "OFFICER", { moneyAssigned: true }, refused("REVIEW_NEEDED", NOTICES)],
  ["APPROVE", "IN_LIBRARY", "OFFICER", { reviewed: true }, refused("MONEY_NEEDED", NOTICES)],
  // Nobody judges their own work: the supervisor does.
  [
    ...(["APPROVE", "IN_LIBRARY", "OFFICER"] as const),
    { reviewed: true, moneyAssigned: true, isParty: true },
    refused("OWN_CAUSE", NOTICES),
  ],
  ["APPROVE", "IN_LIBRARY", "SUPERVISOR", { reviewed: true, moneyAssigned: true }, "APPROVED"],
  ["ACCEPT", "STARTED", "OFFICER", { accepted: true, isParty: true }, refused("OWN_CAUSE", NOTICES)],
  ["ACCEPT", "STARTED", "SUPERVISOR", { accepted: true }, "ACCEPTED"],
  [
    ...(["EVALUATE", "PUBLIC_NOTICE_GIVEN", "OFFICER"] as const),
    { performanceEvaluated: true, isParty: true },
    refused("OWN_CAUSE", NOTICES),
  ],
  ["EVALUATE", "PUBLIC_NOTICE_GIVEN", "SUPERVISOR", { performanceEvaluated: true }, "EVALUATED"],
  ["OPEN_PUBLICITY", "APPROVED", "PUBLISHER", { publicityDays: 10 }, "IN_PUBLICITY"],
  ["OPEN_PUBLICITY", "APPROVED", "PUBLISHER", { publicityDays: 9 }, refused("PUBLICITY_TOO_SHORT", NOTICES)],
  ["OPEN_PUBLICITY", "APPROVED", "OFFICER", { publicityDays: 10 }, refused("ACTOR", NOTICES)],
  ["START", "IN_PUBLICITY", "OFFICER", { publicityOver: true, contractNo: "HT-2026-1" }, "STARTED"],
  ["START", "IN_PUBLICITY", "OFFICER", { contractNo: "HT-2026-1" }, refused("PUBLICITY_RUNS", NOTICES)],
  ["START", "IN_PUBLICITY", "OFFICER", { publicityOver: true }, refused("CONTRACT_NEEDED", NOTICES)],
  ["START", "IN_PUBLICITY", "OFFICER", { publicityOver: true, contractNo: "" }, refused("CONTRACT_NEEDED", NOTICES)],
  ["START", "APPROVED", "OFFICER", { contractNo: "HT-2026-1" }, notNow()],
  ["ACCEPT", "STARTED", "OFFICER", { accepted: true }, "ACCEPTED"],
  ["ACCEPT", "STARTED", "OFFICER", {}, refused("ACCEPTANCE_NEEDED", NOTICES)],
  ["GIVE_PUBLIC_NOTICE", "ACCEPTED", "PUBLISHER", { publicNoticeGiven: true }, "PUBLIC_NOTICE_GIVEN"],
  ["GIVE_PUBLIC_NOTICE", "ACCEPTED", "PUBLISHER", {}, refused("PUBLIC_NOTICE_NEEDED", NOTICES)],
  ["EVALUATE", "PUBLIC_NOTICE_GIVEN", "OFFICER", { performanceEvaluated: true }, "EVALUATED"],
  ["EVALUATE", "PUBLIC_NOTICE_GIVEN", "OFFICER", {}, refused("EVALUATION_NEEDED", NOTICES)],
  [
    ...(["EVALUATE", "PUBLIC_NOTICE_GIVEN", "OFFICER"] as const),
    { performanceEvaluated: true, selfEvaluated: false },
    refused("SELF_EVALUATION_NEEDED", NOTICES, "SELF_EVALUATE"),
  ],
  [
    ...(["SELF_EVALUATE", "PUBLIC_NOTICE_GIVEN", "OFFICER"] as const),
    { performanceEvaluated: true, selfEvaluated: false },
    "PUBLIC_NOTICE_GIVEN",
  ],
  [
    ...(["SELF_EVALUATE", "PUBLIC_NOTICE_GIVEN", "OFFICER"] as const),
    { selfEvaluated: false },
    refused("EVALUATION_NEEDED", NOTICES),
  ],
  [
    ...(["SELF_EVALUATE", "PUBLIC_NOTICE_GIVEN", "OFFICER"] as const),
    { performanceEvaluated: true },
    refused("SELF_EVALUATED_BEFORE", NOTICES, "EVALUATE"),
  ],
  ["PUBLISH_EVALUATION", "EVALUATED", "PUBLISHER", { evaluationPending: true }, "EVALUATED"],
  ["PUBLISH_EVALUATION", "EVALUATED", "PUBLISHER", {}, refused("NOTHING_TO_PUBLISH", NOTICES)],
  ["ARCHIVE", "EVALUATED", "OFFICER", { fileComplete: true }, "ARCHIVED"],
  ["ARCHIVE", "EVALUATED", "OFFICER", {}, refused("FILE_INCOMPLETE", NOTICES)],
  ["ARCHIVE", "PUBLIC_NOTICE_GIVEN", "OFFICER", { fileComplete: true, performanceEvaluated: true }, notNow("EVALUATE")],
]);

const lastDay = { today: "2026-05-10" };
const objections = { objectionsOpen: true };

truthTable(SUBSIDY, { today: "2026-05-11", publicityTo: "2026-05-10", objectionsOpen: false }, [
  ["POST", "PREPARED", "PUBLISHER", {}, "VILLAGE_PUBLICITY"],
  ["POST", "PREPARED", "OFFICER", {}, refused("ACTOR", ONE_CARD)],
  // Posted to the end of its last day.
  ["CLOSE_PUBLICITY", "VILLAGE_PUBLICITY", "TIME", {}, "TOWN_REVIEW"],
  ["CLOSE_PUBLICITY", "VILLAGE_PUBLICITY", "TIME", lastDay, refused("PUBLICITY_RUNS", ONE_CARD)],
  ["CLOSE_PUBLICITY", "VILLAGE_PUBLICITY", "PUBLISHER", {}, refused("ACTOR", ONE_CARD)],
  ["REVIEW", "TOWN_REVIEW", "OFFICER", {}, "COUNTY_REVIEW"],
  ["REVIEW", "TOWN_REVIEW", "OFFICER", objections, refused("OBJECTIONS_OPEN", ONE_CARD)],
  ["PAY", "COUNTY_REVIEW", "OFFICER", {}, "PAID"],
  ["PAY", "COUNTY_REVIEW", "OFFICER", lastDay, refused("PUBLICITY_RUNS", ONE_CARD)],
  ["PAY", "TOWN_REVIEW", "OFFICER", {}, notNow("REVIEW")],
  ["RETURN", "PAID", "PAYER", {}, "RETURNED"],
  ["RETURN", "PAID", "OFFICER", {}, "RETURNED"],
  ["RETURN", "PAID", "PUBLISHER", {}, refused("ACTOR", ONE_CARD)],
  ["REPAY", "RETURNED", "OFFICER", {}, "REPAID"],
  ["RETURN", "REPAID", "PAYER", {}, "RETURNED"],
  ["REPAY", "PAID", "OFFICER", {}, notNow("RETURN")],
]);

const ISSUE = "预算法 第五十二条";

const EXECUTION = "预算法 第五十七条";
const ADDITION = "预算法 第七十一条（条款未经原文核实）";
const CARRYING = "预算法 第四十二条（条款未经原文核实）";
const CLOSING = "预算法 第七十四条";
const unsaid = { reasons: " " };
const dayBefore = { today: "2026-12-30" };
const oneFen = { held: 1n };

truthTable(ALLOTMENT, { today: "2026-12-31", fiscalYear: 2026, carriedIn: false, held: 0n, reasons: "结余" }, [
  ["ISSUE", "DRAFT", "OFFICER", {}, "ISSUED"],
  ["ISSUE", "DRAFT", "OFFICER", { fiscalYear: 2025 }, "ISSUED"],
  ["ISSUE", "DRAFT", "OFFICER", { fiscalYear: 2024 }, refused("YEAR_OVER", ISSUE)],
  ["ISSUE", "DRAFT", "SUPERVISOR", {}, refused("ACTOR", ISSUE)],
  ["RECEIVE", "ISSUED", "OFFICER", {}, "RECEIVED"],
  ["RECEIVE", "DRAFT", "OFFICER", {}, notNow("ISSUE")],
  ["RECLAIM", "ISSUED", "OFFICER", {}, notNow("RECEIVE")],
  ["DIVIDE", "RECEIVED", "OFFICER", {}, "DECOMPOSED"],
  ["DIVIDE", "DECOMPOSED", "OFFICER", {}, "DECOMPOSED"],
  ["DIVIDE", "IN_EXECUTION", "OFFICER", {}, "IN_EXECUTION"],
  ["DIVIDE", "CLOSED", "OFFICER", {}, notNow("REOPEN")],
  ["EXECUTE", "ISSUED", "OFFICER", {}, notNow("RECEIVE")],
  ["EXECUTE", "CLOSED", "OFFICER", {}, notNow("REOPEN")],
  ...(["RECEIVED", "DECOMPOSED", "IN_EXECUTION"] as const).flatMap(
    (state) =>
      [
        ["EXECUTE", state, "OFFICER", {}, "IN_EXECUTION"],
        ["RECLAIM", state, "OFFICER", {}, state],
        [
          "RECLAIM",
          state,
          "OFFICER",
          unsaid,
          refused("REASONS_NEEDED", EXECUTION, ...["DIVIDE", "EXECUTE", "CARRY_OVER", "CLOSE"]),
        ],
        ["RECALL", state, "OFFICER", {}, state],
        [
          "RECALL",
          state,
          "OFFICER",
          unsaid,
          refused("REASONS_NEEDED", EXECUTION, ...["DIVIDE", "EXECUTE", "CARRY_OVER", "CLOSE"]),
        ],
        ["ADJUST", state, "OFFICER", {}, state],
        [
          "ADJUST",
          state,
          "OFFICER",
          unsaid,
          refused("REASONS_NEEDED", ADDITION, ...["DIVIDE", "EXECUTE", "CARRY_OVER", "CLOSE"]),
        ],
        // On the last day of the year, and not on the day before it.
        ["CARRY_OVER", state, "OFFICER", {}, state],
        [
          "CARRY_OVER",
          state,
          "OFFICER",
          dayBefore,
          refused("YEAR_RUNS", CARRYING, ...["DIVIDE", "EXECUTE", "RECALL", "RECLAIM", "ADJUST", "CLOSE"]),
        ],
        [
          "CARRY_OVER",
          state,
          "OFFICER",
          { carriedIn: true },
          refused("CARRIED_BEFORE", CARRYING, ...["DIVIDE", "EXECUTE", "RECALL", "RECLAIM", "ADJUST", "CLOSE"]),
        ],
        ["CLOSE", state, "OFFICER", {}, "CLOSED"],
        [
          "CLOSE",
          state,
          "OFFICER",
          oneFen,
          refused("BALANCE_LEFT", CLOSING, ...["DIVIDE", "EXECUTE", "RECALL", "RECLAIM", "ADJUST", "CARRY_OVER"]),
        ],
      ] as const,
  ),
  ["CLOSE", "CLOSED", "OFFICER", {}, notNow("REOPEN")],
  ["REOPEN", "CLOSED", "OFFICER", {}, "IN_EXECUTION"],
  ["REOPEN", "CLOSED", "OFFICER", unsaid, refused("REASONS_NEEDED", EXECUTION)],
  ["REOPEN", "CLOSED", "PAYER", {}, refused("ACTOR", EXECUTION)],
]);

const own = { ownRequest: true };

truthTable(PAYMENT_ORDER, { ownRequest: false, reasons: "账户已销户" }, [
  ["APPROVE", "REQUESTED", "OFFICER", {}, "PAID"],
  ["APPROVE", "REQUESTED", "OFFICER", own, refused("OWN_REQUEST", EXECUTION, "REFUSE", "WITHDRAW")],
  ["APPROVE", "REQUESTED", "PAYER", {}, refused("ACTOR", EXECUTION)],
  ["REFUSE", "REQUESTED", "OFFICER", {}, "REFUSED"],
  ["REFUSE", "REQUESTED", "OFFICER", unsaid, refused("REASONS_NEEDED", EXECUTION, "APPROVE", "WITHDRAW")],
  ["WITHDRAW", "REQUESTED", "OFFICER", {}, "WITHDRAWN"],
  ["WITHDRAW", "PAID", "OFFICER", {}, notNow()],
  ["RETURN", "PAID", "PAYER", {}, "RETURNED"],
  ["RETURN", "PAID", "PAYER", unsaid, refused("REASONS_NEEDED", EXECUTION)],
  ["RETURN", "PAID", "OFFICER", {}, refused("ACTOR", EXECUTION)],
  ["RETURN", "REQUESTED", "PAYER", {}, notNow()],
]);

truthTable(ROSTER_OBJECTION, { reasons: "面积与确权登记不符" }, [
  ["UPHOLD", "FILED", "OFFICER", {}, "UPHELD"],
  ["UPHOLD", "FILED", "SUBJECT", {}, refused("ACTOR", ONE_CARD)],
  ["UPHOLD", "FILED", "OFFICER", unsaid, refused("REASONS_NEEDED", ONE_CARD)],
  ["UPHOLD", "REJECTED", "OFFICER", {}, notNow()],
  ["REJECT", "FILED", "OFFICER", {}, "REJECTED"],
  ["REJECT", "FILED", "OFFICER", unsaid, refused("REASONS_NEEDED", ONE_CARD)],
]);

const BUDGET_LAW = "预算法 第十四条第二款";

const cells = ["表1 收入总计 1.00 ≠ 表1 支出总计 0.99"];

truthTable(BUDGET_PUBLISHING, { disagreements: [], paragraphs: 1 }, [
  ["PUBLISH", "REPLIED", "PUBLISHER", {}, "PUBLISHED"],
  ["PUBLISH", "REPLIED", "OFFICER", {}, refused("ACTOR", BUDGET_LAW)],
  [
    "PUBLISH",
    "REPLIED",
    "PUBLISHER",
    { disagreements: cells },
    { ...refused("TABLES_DISAGREE", BUDGET_LAW), missing: cells },
  ],
  ["PUBLISH", "REPLIED", "PUBLISHER", { paragraphs: 0 }, refused("NARRATIVE_NEEDED", BUDGET_LAW)],
  ["PUBLISH", "PUBLISHED", "PUBLISHER", {}, notNow()],
]);
