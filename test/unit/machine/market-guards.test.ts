/** Truth table of the guards of an intermediary procurement: both sides of each day, number and price, with rule and what may be done instead. */
import "reflect-metadata";
import { Selection } from "../../../subgraphs/intermediary/intermediary-procurement/intermediary-procurement.enums.js";
import { INTERMEDIARY_PROCUREMENT } from "../../../subgraphs/intermediary/intermediary-procurement/intermediary-procurement.machine.js";
import { MarketState } from "../../../subgraphs/intermediary/intermediary-procurement/intermediary-procurement.state.js";
import { notNow, refused, truthTable } from "../../support/truth-table.js";

const RULES = "中介服务超市地方管理规定（各地不同）（演示用值）";

const lottery = { selection: Selection.LOTTERY };
const direct = { selection: Selection.DIRECT };
const lastDay = { today: "2026-03-09" };
const opened = { openedAt: "2026-03-10" };
const reasons = { reasons: "预算调整" };
const open = { objectionOpen: true };
const signed = { contractNo: "HT-1" };
const bidder = { ...reasons, tookPart: true };
const needsReasons = (...allowed: readonly string[]): ReturnType<typeof refused> =>
  refused("REASONS_NEEDED", RULES, ...allowed);

const settled = ["SETTLE_AS_CONTRACTED", "SETTLE_AS_IN_SERVICE", "SETTLE_AS_DELIVERED", "SETTLE_AS_ACCEPTED"] as const;
const selected = { selectedId: "CN-USCC-1" };

/** Three bids came in by the ninth of March; it is the tenth. */
const closed = {
  ...{ today: "2026-03-10", closesAt: "2026-03-09", bids: 3, selection: Selection.BID_PRICE, listed: true },
  ...{ sourceNamed: false, drawn: false, suspended: false, objectionOpen: false },
};

truthTable(INTERMEDIARY_PROCUREMENT, closed, [
  ["GIVE_PUBLIC_NOTICE", "DRAFT", "OWNER", {}, "UNDER_PUBLIC_NOTICE"],
  ["GIVE_PUBLIC_NOTICE", "DRAFT", "OFFICER", {}, refused("ACTOR", RULES)],
  ["GIVE_PUBLIC_NOTICE", "DRAFT", "OWNER", { listed: false }, refused("SERVICE_NOT_LISTED", RULES, "EDIT")],
  ["GIVE_PUBLIC_NOTICE", "DRAFT", "OWNER", { closesAt: undefined }, refused("CLOSING_DAY_NEEDED", RULES, "EDIT")],
  ["GIVE_PUBLIC_NOTICE", "DRAFT", "OWNER", lottery, refused("RANDOM_SOURCE_NEEDED", RULES, "EDIT")],
  ["GIVE_PUBLIC_NOTICE", "DRAFT", "OWNER", { ...lottery, sourceNamed: true }, "UNDER_PUBLIC_NOTICE"],
  ["GIVE_PUBLIC_NOTICE", "DRAFT", "OWNER", { payerMismatch: true }, refused("PAYER_MISMATCH", RULES, "EDIT")],
  ["GIVE_PUBLIC_NOTICE", "DRAFT", "OWNER", { aboveThreshold: true }, refused("PUBLIC_TENDER_NEEDED", RULES, "EDIT")],
  ["GIVE_PUBLIC_NOTICE", "DRAFT", "OWNER", { noticeTooShort: true }, refused("NOTICE_TOO_SHORT", RULES, "EDIT")],
  [
    "GIVE_PUBLIC_NOTICE",
    "DRAFT",
    "OWNER",
    { ...lottery, sourceNamed: true, sourceTooEarly: true },
    refused("RANDOM_VALUE_TOO_EARLY", RULES, "EDIT"),
  ],
  ["BID", "UNDER_PUBLIC_NOTICE", "FIRM", lastDay, "UNDER_PUBLIC_NOTICE"],
  // Resumed after its opening with a later last day, a project took bids from firms that had read the others'.
  ["BID", "UNDER_PUBLIC_NOTICE", "FIRM", { ...lastDay, ...opened }, refused("BIDS_OPENED", RULES)],
  ["BID", "UNDER_PUBLIC_NOTICE", "FIRM", { ...lastDay, stranger: true }, refused("SERVICE_NOT_PROVIDED", RULES)],
  ["BID", "UNDER_PUBLIC_NOTICE", "FIRM", { ...lastDay, avoided: true }, refused("BIDDER_AVOIDED", RULES)],
  ["BID", "UNDER_PUBLIC_NOTICE", "FIRM", { ...lastDay, barred: true }, refused("BIDDER_BARRED", RULES)],
  ["BID", "UNDER_PUBLIC_NOTICE", "FIRM", {}, refused("BIDDING_CLOSED", RULES)],
  ["BID", "UNDER_PUBLIC_NOTICE", "FIRM", { closesAt: undefined }, refused("CLOSING_DAY_NEEDED", RULES)],
  ["BID", "UNDER_PUBLIC_NOTICE", "OWNER", lastDay, refused("ACTOR", RULES)],
  ["BID", "SUSPENDED", "FIRM", lastDay, notNow()],
  ["SUSPEND", "UNDER_PUBLIC_NOTICE", "OWNER", reasons, "SUSPENDED"],
  ["SUSPEND", "UNDER_PUBLIC_NOTICE", "OFFICER", reasons, "SUSPENDED"],
  ["SUSPEND", "UNDER_PUBLIC_NOTICE", "OFFICER", {}, needsReasons()],
  ["SUSPEND", "UNDER_PUBLIC_NOTICE", "OWNER", { ...lastDay, reasons: "" }, needsReasons()],
  ["RESUME", "SUSPENDED", "OWNER", {}, "UNDER_PUBLIC_NOTICE"],
  ["RESUME", "SUSPENDED", "OFFICER", {}, "UNDER_PUBLIC_NOTICE"],
  ["RESUME", "SUSPENDED", "OWNER", { suspended: true, ...reasons }, refused("SUSPENSION_LEFT", RULES, "CANCEL")],
  ["RESUME", "SUSPENDED", "OWNER", { noticeTooShort: true }, refused("NOTICE_TOO_SHORT", RULES)],

  ["OPEN_BIDS", "UNDER_PUBLIC_NOTICE", "OWNER", {}, "UNDER_PUBLIC_NOTICE"],
  ["OPEN_BIDS", "UNDER_PUBLIC_NOTICE", "OWNER", lastDay, refused("BIDDING_RUNS", RULES)],
  ["OPEN_BIDS", "UNDER_PUBLIC_NOTICE", "OWNER", { closesAt: undefined }, refused("BIDDING_RUNS", RULES)],
  ["OPEN_BIDS", "UNDER_PUBLIC_NOTICE", "OWNER", { bids: 2 }, refused("TOO_FEW_BIDS", RULES, "FAIL")],
  ["OPEN_BIDS", "UNDER_PUBLIC_NOTICE", "OWNER", { bids: 1, ...direct }, "UNDER_PUBLIC_NOTICE"],
  ["OPEN_BIDS", "UNDER_PUBLIC_NOTICE", "FIRM", {}, refused("ACTOR", RULES)],
  ["OPEN_BIDS", "UNDER_PUBLIC_NOTICE", "OWNER", opened, refused("BIDS_OPENED", RULES)],
  ["OPEN_BIDS", "UNDER_PUBLIC_NOTICE", "OWNER", { revealsUntil: "2026-03-09" }, "UNDER_PUBLIC_NOTICE"],
  ["OPEN_BIDS", "UNDER_PUBLIC_NOTICE", "OWNER", { revealsUntil: "2026-03-10" }, refused("REVEALS_RUN", RULES)],
  ["SELECT", "UNDER_PUBLIC_NOTICE", "OWNER", { ...opened, ...selected }, "SELECTED"],
  ["SELECT", "UNDER_PUBLIC_NOTICE", "OWNER", opened, refused("COUNTED_BID_NEEDED", RULES)],
  [
    "SELECT",
    "UNDER_PUBLIC_NOTICE",
    "OWNER",
    { ...opened, ...selected, ...lottery, sourceToCome: true },
    refused("RANDOM_VALUE_NOT_KNOWN", RULES),
  ],
  ["SELECT", "UNDER_PUBLIC_NOTICE", "OWNER", {}, refused("BIDS_SEALED", RULES, "OPEN_BIDS")],
  ["SELECT", "UNDER_PUBLIC_NOTICE", "OWNER", { ...opened, bids: 2 }, refused("TOO_FEW_BIDS", RULES)],
  ["SELECT", "UNDER_PUBLIC_NOTICE", "OWNER", { ...opened, ...selected, bids: 1, ...direct }, "SELECTED"],
  ["FAIL", "UNDER_PUBLIC_NOTICE", "OWNER", { bids: 2 }, "FAILED"],
  ["FAIL", "UNDER_PUBLIC_NOTICE", "OWNER", { bids: 2, ...opened }, refused("BIDS_OPENED", RULES)],
  ["FAIL", "UNDER_PUBLIC_NOTICE", "TIME", { bids: 2 }, "FAILED"],
  ["FAIL", "UNDER_PUBLIC_NOTICE", "TIME", { bids: 2, ...lastDay }, refused("BIDDING_RUNS", RULES)],
  ["FAIL", "UNDER_PUBLIC_NOTICE", "TIME", { bids: 2, revealsUntil: "2026-03-10" }, refused("REVEALS_RUN", RULES)],
  ["FAIL", "UNDER_PUBLIC_NOTICE", "TIME", {}, refused("ENOUGH_BIDS", RULES)],
  ["FAIL", "UNDER_PUBLIC_NOTICE", "OWNER", { bids: 1, ...direct }, refused("ENOUGH_BIDS", RULES, "OPEN_BIDS")],

  ["OPEN_PUBLICITY", "SELECTED", "OWNER", {}, "IN_PUBLICITY"],
  ["OPEN_PUBLICITY", "SELECTED", "OWNER", lottery, refused("DRAW_PROOF_NEEDED", RULES)],
  ["OPEN_PUBLICITY", "SELECTED", "OWNER", { ...lottery, drawn: true }, "IN_PUBLICITY"],
  ["SIGN", "IN_PUBLICITY", "OWNER", signed, "CONTRACTED"],
  ["SIGN", "IN_PUBLICITY", "OWNER", {}, refused("CONTRACT_NEEDED", RULES)],
  ["SIGN", "IN_PUBLICITY", "OWNER", { contractNo: " " }, refused("CONTRACT_NEEDED", RULES)],
  ["SIGN", "IN_PUBLICITY", "OWNER", { ...signed, contractFen: 500_00n, ceilingFen: 500_00n }, "CONTRACTED"],
  [
    "SIGN",
    "IN_PUBLICITY",
    "OWNER",
    { ...signed, contractFen: 500_01n, ceilingFen: 500_00n },
    refused("ABOVE_CEILING", RULES),
  ],
  ["SIGN", "IN_PUBLICITY", "OWNER", { ...signed, contractFen: 500_01n }, "CONTRACTED"],
  // A price that nobody said is not known to be below the ceiling.
  ["SIGN", "IN_PUBLICITY", "OWNER", { ...signed, ceilingFen: 500_00n }, refused("ABOVE_CEILING", RULES)],
  ["SIGN", "IN_PUBLICITY", "OWNER", { ...signed, contractFen: 499_99n, bidFen: 499_99n }, "CONTRACTED"],
  [
    "SIGN",
    "IN_PUBLICITY",
    "OWNER",
    { ...signed, contractFen: 500_00n, bidFen: 499_99n },
    refused("PRICE_NOT_AS_BID", RULES),
  ],
  ["SIGN", "IN_PUBLICITY", "OWNER", { ...signed, contractLate: true }, refused("CONTRACT_LATE", RULES)],
  ["SIGN", "IN_PUBLICITY", "OWNER", { ...signed, ...open }, refused("OBJECTION_LEFT", RULES)],
  ["SIGN", "IN_PUBLICITY", "OWNER", { ...signed, winnerBarred: true }, refused("BIDDER_BARRED", RULES)],
  ...(["SELECTED", "IN_PUBLICITY"] as const).flatMap(
    (state) =>
      [
        ["LAPSE", state, "TIME", { contractLate: true }, "CANCELLED"],
        ["LAPSE", state, "TIME", {}, refused("CONTRACT_LIMIT_RUNS", RULES)],
        ["LAPSE", state, "TIME", { contractLate: true, ...open }, refused("OBJECTION_LEFT", RULES)],
      ] as const,
  ),
  ["LAPSE", "IN_PUBLICITY", "OWNER", { contractLate: true }, refused("ACTOR", RULES)],
  ["LAPSE", "CONTRACTED", "TIME", { contractLate: true }, notNow()],
  ["BEGIN", "CONTRACTED", "FIRM", {}, "IN_SERVICE"],
  ["BEGIN", "CONTRACTED", "OWNER", {}, refused("ACTOR", RULES)],
  ["DELIVER", "IN_SERVICE", "FIRM", { deliverableHash: "9f86d081884c7d65" }, "DELIVERED"],
  ["DELIVER", "IN_SERVICE", "FIRM", {}, refused("DELIVERABLE_NEEDED", RULES)],
  ["DELIVER", "IN_SERVICE", "FIRM", { deliverableHash: "" }, refused("DELIVERABLE_NEEDED", RULES)],
  ["ACCEPT", "DELIVERED", "OWNER", {}, "ACCEPTED"],
  ["ACCEPT", "DELIVERED", "FIRM", {}, refused("ACTOR", RULES)],
  ["EVALUATE", "ACCEPTED", "OWNER", { stars: [5, 4, 5, 3, 5] }, "EVALUATED"],
  ["EVALUATE", "ACCEPTED", "OWNER", { stars: [5, 4, 5, 3] }, refused("STARS_NEEDED", RULES)],
  ["EVALUATE", "ACCEPTED", "OWNER", { stars: [5, 4, 5, 3, 5, 1] }, refused("STARS_NEEDED", RULES)],
  ["EVALUATE", "ACCEPTED", "OWNER", {}, refused("STARS_NEEDED", RULES)],
  ["EDIT", "DRAFT", "OWNER", {}, "DRAFT"],
  ["EDIT", "DRAFT", "OFFICER", {}, refused("ACTOR", RULES)],
  ["EDIT", "UNDER_PUBLIC_NOTICE", "OWNER", { ...lastDay }, notNow()],
  ["REPLY", "EVALUATED", "FIRM", { reply: "已改进" }, "EVALUATED"],
  ["REPLY", "EVALUATED", "FIRM", { reply: " " }, refused("STATEMENT_NEEDED", RULES)],
  ["REPLY", "EVALUATED", "FIRM", { reply: "-", repliedBefore: true }, refused("REPLIED_BEFORE", RULES)],
  ["REPLY", "EVALUATED", "OWNER", { reply: "-" }, refused("ACTOR", RULES, "ARCHIVE")],
  ["ARCHIVE", "EVALUATED", "OWNER", {}, "ARCHIVED"],
  ["ARCHIVE", "EVALUATED", "OWNER", open, refused("OBJECTION_LEFT", RULES)],

  ["OBJECT", "IN_PUBLICITY", "FIRM", bidder, "DISPUTED"],
  ["OBJECT", "IN_PUBLICITY", "FIRM", { ...bidder, tookPart: false }, refused("TOOK_NO_PART", RULES)],
  ["OBJECT", "IN_PUBLICITY", "FIRM", reasons, refused("TOOK_NO_PART", RULES)],
  ["OBJECT", "IN_PUBLICITY", "FIRM", { ...bidder, objectedBefore: true }, refused("OBJECTED_BEFORE", RULES)],
  ["OBJECT", "IN_PUBLICITY", "FIRM", { tookPart: true, reasons: " " }, needsReasons()],
  ["OBJECT", "IN_PUBLICITY", "OWNER", bidder, refused("ACTOR", RULES, "CANCEL")],
  ["OBJECT", "SELECTED", "FIRM", bidder, notNow()],
  ["OBJECT", "CONTRACTED", "FIRM", bidder, notNow("BEGIN", "DISPUTE")],
  ...(["CONTRACTED", "IN_SERVICE", "DELIVERED", "ACCEPTED"] as const).flatMap(
    (state) =>
      [
        ["DISPUTE", state, "OWNER", reasons, "DISPUTED"],
        ["DISPUTE", state, "FIRM", reasons, "DISPUTED"],
        ["DISPUTE", state, "OFFICER", reasons, refused("ACTOR", RULES)],
        ["DISPUTE", state, "OWNER", { reasons: " " }, needsReasons(...(state === "DELIVERED" ? ["ACCEPT"] : []))],
      ] as const,
  ),
  ["DISPUTE", "CONTRACTED", "FIRM", {}, needsReasons("BEGIN")],
  ["DISPUTE", "EVALUATED", "OWNER", reasons, notNow("ARCHIVE")],
  // Publicity begins once more, with the proof of the draw: a dispute led around it.
  ...(["OFFICER", "SUPERVISOR"] as const).flatMap(
    (who) =>
      [
        ["REJECT_OBJECTION", "DISPUTED", who, reasons, "SELECTED"],
        ["UPHOLD_OBJECTION", "DISPUTED", who, reasons, "CANCELLED"],
        ["REJECT_OBJECTION", "DISPUTED", who, { ...reasons, isParty: true }, refused("OWN_CAUSE", RULES)],
        ["UPHOLD_OBJECTION", "DISPUTED", who, { ...reasons, isParty: true }, refused("OWN_CAUSE", RULES)],
      ] as const,
  ),
  ...(["REJECT_OBJECTION", "UPHOLD_OBJECTION"] as const).flatMap(
    (event) =>
      [
        [event, "DISPUTED", "OFFICER", {}, needsReasons()],
        [event, "DISPUTED", "OWNER", reasons, refused("ACTOR", RULES, "CANCEL")],
        [event, "DISPUTED", "OFFICER", { ...signed, ...reasons }, refused("CONTRACT_SIGNED", RULES, ...settled)],
      ] as const,
  ),
  // What was delivered or accepted before the dispute is so after it.
  ...(["CONTRACTED", "IN_SERVICE", "DELIVERED", "ACCEPTED"] as const).flatMap((state, index) => {
    const event = settled[index]!;
    const elsewhere = state === "DELIVERED" ? MarketState.ACCEPTED : MarketState.DELIVERED;
    const disputed = { ...reasons, disputedFrom: MarketState[state] };
    const answers = ["REJECT_OBJECTION", "UPHOLD_OBJECTION"];
    return [
      [event, "DISPUTED", "OFFICER", { ...signed, ...disputed }, state],
      [event, "DISPUTED", "SUPERVISOR", { ...signed, ...disputed }, state],
      [event, "DISPUTED", "OFFICER", disputed, refused("CONTRACT_NEEDED", RULES, ...answers)],
      [event, "DISPUTED", "OFFICER", { ...signed, ...disputed, isParty: true }, refused("OWN_CAUSE", RULES)],
      [event, "DISPUTED", "OFFICER", { ...signed, ...disputed, reasons: "" }, needsReasons()],
      [
        event,
        "DISPUTED",
        "OFFICER",
        { ...signed, ...reasons, disputedFrom: elsewhere },
        refused("DISPUTED_ELSEWHERE", RULES, `SETTLE_AS_${elsewhere}`),
      ],
    ] as const;
  }),
  ["CANCEL", "DRAFT", "OWNER", reasons, "CANCELLED"],
  ["CANCEL", "DRAFT", "OWNER", {}, needsReasons("EDIT", "GIVE_PUBLIC_NOTICE")],
  ["CANCEL", "UNDER_PUBLIC_NOTICE", "OWNER", reasons, "CANCELLED"],
  ["CANCEL", "UNDER_PUBLIC_NOTICE", "OWNER", {}, needsReasons("OPEN_BIDS")],
  ["CANCEL", "SUSPENDED", "OWNER", reasons, "CANCELLED"],
  ["CANCEL", "SUSPENDED", "OWNER", {}, needsReasons("RESUME")],
  ["CANCEL", "IN_PUBLICITY", "OWNER", reasons, "CANCELLED"],
  ["CANCEL", "IN_PUBLICITY", "OWNER", {}, needsReasons()],
  ["CANCEL", "DISPUTED", "OWNER", reasons, "CANCELLED"],
  ["CANCEL", "DISPUTED", "OWNER", {}, needsReasons()],
  ["CANCEL", "CONTRACTED", "OWNER", reasons, notNow("DISPUTE")],
]);
