/** Truth tables of the guards of publicity, repair and objections: both sides of each day, with article and what may be done instead. */
import "reflect-metadata";
import { basisOfLimit, basisOfProcedure } from "../../../platform/domain/index.js";
import { COMMITMENT } from "../../../subgraphs/credit/commitment/commitment.machine.js";
import {
  LIST_ENTRY,
  type ListEntryEvent,
  type ListEntryGuardFacts,
  type ListEntryState,
} from "../../../subgraphs/credit/list-entry/list-entry.machine.js";
import {
  LISTING as LISTING_CASE,
  type ListingEvent,
  type ListingGuardFacts,
  type ListingState,
} from "../../../subgraphs/credit/listing-case/listing-case.machine.js";
import { LICENCE_PUBLICITY } from "../../../subgraphs/credit/licence/licence.machine.js";
import { OBJECTION } from "../../../subgraphs/credit/objection/objection.machine.js";
import { PUBLICITY } from "../../../subgraphs/credit/penalty/penalty.machine.js";
import type {
  PublicityEvent,
  PublicityGuardFacts,
  PublicityState,
} from "../../../subgraphs/credit/penalty/publicity.state.js";
import { EvidenceKind } from "../../../subgraphs/credit/repair-case/repair-case.enums.js";
import { REPAIR } from "../../../subgraphs/credit/repair-case/repair-case.machine.js";
import { notNow, refused, tooEarly, truthTable, type Line } from "../../support/truth-table.js";

const DOUBLE_PUBLICITY = "关于进一步完善行政许可和行政处罚等信用信息公示工作的指导意见（发改办财金〔2018〕424号）";
const PENALTIES_48 = "行政处罚法 第四十八条、第八十五条";
const REPAIRS = "信用修复管理办法（国家发展和改革委员会令第36号，条款未经原文核实）";
const OBJECTIONS = "信用信息异议处理规定（各地不同）（演示用值）";

const SERVED = basisOfLimit("L14-SERVED")();
const reasons = { reasons: "义务未履行" };
type PublicityLine = Line<PublicityState, PublicityEvent, PublicityGuardFacts>;

const revoked = { decisionRevoked: true };
const plan = { planCarriedOut: true };
const decided = { repairDecided: true };
/** Published, neither over nor to be repaired before the sixteenth of June. */
const published = {
  ...{ today: "2026-06-15", publicityUntil: "2026-06-15", repairEligibleOn: "2026-06-16" },
  ...{ sealed: false, rulePublishes: true, repairDecided: false, repairFoundFalse: false, repairRuns: false },
  ...{ noticeServed: false, decisionDate: "2026-03-15" },
  ...{ planCarriedOut: false, decisionRevoked: false },
};
const dayAfter = { today: "2026-06-16" };

truthTable(PUBLICITY, published, [
  ["PUBLISH", "NOT_PUBLISHED", "PUBLISHER", {}, "PUBLISHED"],
  ["PUBLISH", "NOT_PUBLISHED", "OFFICER", {}, refused("ACTOR", DOUBLE_PUBLICITY)],
  ["PUBLISH", "NOT_PUBLISHED", "PUBLISHER", { sealed: true }, refused("SEALED_RECORD", DOUBLE_PUBLICITY)],
  ["PUBLISH", "NOT_PUBLISHED", "PUBLISHER", { rulePublishes: false }, refused("NOT_TO_BE_PUBLISHED", DOUBLE_PUBLICITY)],
  // Revoked before it was published: it never is.
  ["PUBLISH", "NOT_PUBLISHED", "PUBLISHER", revoked, refused("DECISION_REVOKED", DOUBLE_PUBLICITY, "WITHDRAW")],
  ["PUBLISH", "PUBLISHED", "PUBLISHER", {}, notNow()],

  // Decision and notice are served together, once, between the day of the decision and today.
  ...(["NOT_PUBLISHED", "PUBLISHED"] as const).flatMap((state): PublicityLine[] => [
    ["SERVE", state, "OFFICER", { servedOn: "2026-03-15" }, state],
    ["SERVE", state, "OFFICER", { servedOn: "2026-06-15" }, state],
    ["SERVE", state, "OFFICER", { servedOn: "2026-03-14" }, refused("SERVED_DAY", SERVED)],
    ["SERVE", state, "OFFICER", { servedOn: "2026-06-16" }, refused("SERVED_DAY", SERVED)],
    ["SERVE", state, "OFFICER", { servedOn: "2026-03-15", noticeServed: true }, refused("NOTICE_SERVED", SERVED)],
  ]),
  // A revocation is on record by its document and reasons, whatever the state.
  ...(["NOT_PUBLISHED", "PUBLISHED", "SHIELDED", "REPAIRED", "EXPIRED"] as const).flatMap((state): PublicityLine[] => [
    ["REVOKE_DECISION", state, "OFFICER", { ...reasons, revocationNo: "演撤〔2026〕1号" }, state],
    [
      "REVOKE_DECISION",
      state,
      "OFFICER",
      { ...plan, revocationNo: "演撤〔2026〕1号" },
      refused("REASONS_NEEDED", PENALTIES_48, ...(state === "PUBLISHED" ? ["SHIELD"] : [])),
    ],
    [
      "REVOKE_DECISION",
      state,
      "OFFICER",
      { ...plan, ...reasons, revocationNo: " " },
      refused("DOCUMENT_NEEDED", PENALTIES_48, ...(state === "PUBLISHED" ? ["SHIELD"] : [])),
    ],
  ]),

  // An application asks the same rule as the repair, and leaves the penalty as it is.
  ["APPLY_FOR_REPAIR", "PUBLISHED", "SUBJECT", dayAfter, "PUBLISHED"],
  ["APPLY_FOR_REPAIR", "PUBLISHED", "SUBJECT", {}, tooEarly("2026-06-16", "LEAST_PUBLICITY_RUNS", REPAIRS)],
  ["APPLY_FOR_REPAIR", "PUBLISHED", "SUBJECT", { ...dayAfter, repairRuns: true }, refused("REPAIR_RUNS", REPAIRS)],
  ["APPLY_FOR_REPAIR", "PUBLISHED", "PUBLISHER", dayAfter, refused("ACTOR", REPAIRS)],
  ["APPLY_FOR_REPAIR", "SHIELDED", "SUBJECT", { ...dayAfter, ...plan }, "SHIELDED"],
  ["APPLY_FOR_REPAIR", "SHIELDED", "SUBJECT", plan, tooEarly("2026-06-16", "LEAST_PUBLICITY_RUNS", REPAIRS)],
  [
    "APPLY_FOR_REPAIR",
    "SHIELDED",
    "SUBJECT",
    { ...dayAfter, ...plan, repairRuns: true },
    refused("REPAIR_RUNS", REPAIRS),
  ],
  ["APPLY_FOR_REPAIR", "REPAIRED", "SUBJECT", dayAfter, notNow()],
  ["APPLY_FOR_REPAIR", "EXPIRED", "SUBJECT", dayAfter, notNow()],

  // From the first day after the least publicity on, and never where a false repair bars another.
  ["REPAIR", "PUBLISHED", "OFFICER", { ...decided, ...dayAfter }, "REPAIRED"],
  ["REPAIR", "PUBLISHED", "OFFICER", decided, tooEarly("2026-06-16", "LEAST_PUBLICITY_RUNS", REPAIRS)],
  [
    "REPAIR",
    "PUBLISHED",
    "OFFICER",
    { ...decided, ...dayAfter, repairEligibleOn: undefined },
    refused("LEAST_PUBLICITY_RUNS", REPAIRS),
  ],
  ["REPAIR", "PUBLISHED", "OFFICER", dayAfter, refused("REPAIR_DECISION_NEEDED", REPAIRS)],
  ["REPAIR", "PUBLISHED", "TIME", { ...decided, ...dayAfter }, refused("ACTOR", REPAIRS, "EXPIRE")],
  ["REPAIR", "SHIELDED", "OFFICER", { ...decided, ...dayAfter, ...plan }, "REPAIRED"],
  ["REPAIR", "SHIELDED", "OFFICER", { ...decided, ...plan }, tooEarly("2026-06-16", "LEAST_PUBLICITY_RUNS", REPAIRS)],
  ["REPAIR", "SHIELDED", "OFFICER", { ...dayAfter, ...plan }, refused("REPAIR_DECISION_NEEDED", REPAIRS)],
  ["SHIELD", "PUBLISHED", "OFFICER", plan, "SHIELDED"],
  ["SHIELD", "PUBLISHED", "OFFICER", {}, refused("PLAN_NEEDED", REPAIRS)],
  ["UNSHIELD", "SHIELDED", "OFFICER", {}, "PUBLISHED"],
  ["UNSHIELD", "SHIELDED", "TIME", {}, "PUBLISHED"],
  ["UNSHIELD", "SHIELDED", "TIME", plan, refused("PLAN_CARRIED_OUT", REPAIRS)],
  ["UNSHIELD", "SHIELDED", "PUBLISHER", {}, refused("ACTOR", REPAIRS)],

  // Public to the end of the last day; without a last day time alone ends nothing.
  ["EXPIRE", "PUBLISHED", "TIME", dayAfter, "EXPIRED"],
  ["EXPIRE", "PUBLISHED", "TIME", {}, refused("PUBLICITY_RUNS", REPAIRS)],
  ["EXPIRE", "PUBLISHED", "TIME", { ...dayAfter, publicityUntil: undefined }, refused("PUBLICITY_RUNS", REPAIRS)],
  ["EXPIRE", "PUBLISHED", "OFFICER", dayAfter, refused("ACTOR", REPAIRS)],
  ["EXPIRE", "SHIELDED", "TIME", { ...dayAfter, ...plan }, "EXPIRED"],
  ["EXPIRE", "SHIELDED", "TIME", {}, refused("PUBLICITY_RUNS", REPAIRS, "UNSHIELD")],
  ["REPUBLISH", "REPAIRED", "OFFICER", { repairFoundFalse: true }, "PUBLISHED"],
  ["REPUBLISH", "REPAIRED", "OFFICER", {}, refused("REPAIR_NOT_FALSE", REPAIRS)],
  ["REPUBLISH", "EXPIRED", "OFFICER", { repairFoundFalse: true }, notNow()],

  ["WITHDRAW", "NOT_PUBLISHED", "PUBLISHER", revoked, "WITHDRAWN"],
  ["WITHDRAW", "NOT_PUBLISHED", "PUBLISHER", {}, refused("DECISION_NOT_REVOKED", PENALTIES_48, "PUBLISH")],
  ["WITHDRAW", "PUBLISHED", "PUBLISHER", revoked, "WITHDRAWN"],
  ["WITHDRAW", "PUBLISHED", "PUBLISHER", {}, refused("DECISION_NOT_REVOKED", PENALTIES_48)],
  ["WITHDRAW", "PUBLISHED", "OFFICER", { ...revoked, ...plan }, refused("ACTOR", PENALTIES_48, "SHIELD")],
  ["WITHDRAW", "SHIELDED", "PUBLISHER", revoked, "WITHDRAWN"],
  ["WITHDRAW", "SHIELDED", "PUBLISHER", {}, refused("DECISION_NOT_REVOKED", PENALTIES_48)],
  ["WITHDRAW", "REPAIRED", "PUBLISHER", revoked, "WITHDRAWN"],
  ["WITHDRAW", "REPAIRED", "PUBLISHER", {}, refused("DECISION_NOT_REVOKED", PENALTIES_48)],
  ["WITHDRAW", "EXPIRED", "PUBLISHER", revoked, "WITHDRAWN"],
  ["WITHDRAW", "EXPIRED", "PUBLISHER", {}, refused("DECISION_NOT_REVOKED", PENALTIES_48)],
]);

const LICENSING_69 = "行政许可法 第六十九条（条款未经原文核实）";
const document = { ...reasons, revocationNo: "演撤〔2026〕1号" };

truthTable(LICENCE_PUBLICITY, { sealed: false, decisionRevoked: false }, [
  ["PUBLISH", "NOT_PUBLISHED", "PUBLISHER", {}, "PUBLISHED"],
  ["PUBLISH", "NOT_PUBLISHED", "OFFICER", document, refused("ACTOR", DOUBLE_PUBLICITY, "REVOKE_DECISION")],
  ["PUBLISH", "NOT_PUBLISHED", "PUBLISHER", { sealed: true }, refused("SEALED_RECORD", DOUBLE_PUBLICITY)],
  ["PUBLISH", "NOT_PUBLISHED", "PUBLISHER", revoked, refused("DECISION_REVOKED", DOUBLE_PUBLICITY, "WITHDRAW")],
  ["PUBLISH", "PUBLISHED", "PUBLISHER", {}, notNow()],
  ["REVOKE_DECISION", "NOT_PUBLISHED", "OFFICER", document, "NOT_PUBLISHED"],
  ["REVOKE_DECISION", "NOT_PUBLISHED", "OFFICER", { revocationNo: "1" }, refused("REASONS_NEEDED", LICENSING_69)],
  ["REVOKE_DECISION", "NOT_PUBLISHED", "OFFICER", reasons, refused("DOCUMENT_NEEDED", LICENSING_69)],
  ["REVOKE_DECISION", "NOT_PUBLISHED", "OFFICER", { ...document, ...revoked }, refused("REVOKED_BEFORE", LICENSING_69)],
  ["REVOKE_DECISION", "PUBLISHED", "OFFICER", document, "PUBLISHED"],
  ["REVOKE_DECISION", "PUBLISHED", "OFFICER", { revocationNo: "1" }, refused("REASONS_NEEDED", LICENSING_69)],
  ["REVOKE_DECISION", "PUBLISHED", "OFFICER", reasons, refused("DOCUMENT_NEEDED", LICENSING_69)],
  ["REVOKE_DECISION", "PUBLISHED", "OFFICER", { ...document, ...revoked }, refused("REVOKED_BEFORE", LICENSING_69)],
  ["WITHDRAW", "NOT_PUBLISHED", "PUBLISHER", revoked, "WITHDRAWN"],
  ["WITHDRAW", "PUBLISHED", "PUBLISHER", revoked, "WITHDRAWN"],
  ["WITHDRAW", "NOT_PUBLISHED", "PUBLISHER", {}, refused("DECISION_NOT_REVOKED", DOUBLE_PUBLICITY, "PUBLISH")],
  ["WITHDRAW", "PUBLISHED", "PUBLISHER", {}, refused("DECISION_NOT_REVOKED", DOUBLE_PUBLICITY)],
  ["WITHDRAW", "WITHDRAWN", "PUBLISHER", revoked, notNow()],
]);

const LISTING = basisOfProcedure("CREDIT-LISTING")();
/** On a list since a year, less a day, until the same day. */
const listed = {
  ...{ today: "2026-06-15", expiresOn: "2026-06-15", repairEligibleOn: "2026-06-16", dishonest: true },
  ...{ repairRuns: false, repairDecided: false, repairFoundFalse: false },
};

truthTable(LIST_ENTRY, listed, [
  ["APPLY_FOR_REPAIR", "LISTED", "SUBJECT", dayAfter, "LISTED"],
  ["APPLY_FOR_REPAIR", "LISTED", "SUBJECT", {}, tooEarly("2026-06-16", "LEAST_PUBLICITY_RUNS", REPAIRS)],
  ["APPLY_FOR_REPAIR", "LISTED", "SUBJECT", { ...dayAfter, repairRuns: true }, refused("REPAIR_RUNS", REPAIRS)],
  ["APPLY_FOR_REPAIR", "LISTED", "SUBJECT", { ...dayAfter, dishonest: false }, refused("NOTHING_TO_REPAIR", REPAIRS)],
  ["APPLY_FOR_REPAIR", "LISTED", "OFFICER", { ...dayAfter, ...reasons }, refused("ACTOR", REPAIRS)],
  ["APPLY_FOR_REPAIR", "REMOVED", "SUBJECT", dayAfter, notNow()],
  ["REPAIR", "LISTED", "OFFICER", { ...decided, ...dayAfter }, "REMOVED"],
  ["REPAIR", "LISTED", "OFFICER", decided, tooEarly("2026-06-16", "LEAST_PUBLICITY_RUNS", REPAIRS)],
  ["REPAIR", "LISTED", "OFFICER", dayAfter, refused("REPAIR_DECISION_NEEDED", REPAIRS)],
  ["RELIST", "REMOVED", "OFFICER", { repairFoundFalse: true }, "LISTED"],
  ["RELIST", "REMOVED", "OFFICER", {}, refused("REPAIR_NOT_FALSE", REPAIRS)],
  ["EXPIRE", "LISTED", "TIME", dayAfter, "EXPIRED"],
  ["EXPIRE", "LISTED", "TIME", {}, refused("PUBLICITY_RUNS", LISTING)],
  ["EXPIRE", "LISTED", "TIME", { ...dayAfter, expiresOn: undefined }, refused("PUBLICITY_RUNS", LISTING)],
  ...(["LISTED", "REMOVED", "EXPIRED"] as const).flatMap(
    (state): Line<ListEntryState, ListEntryEvent, ListEntryGuardFacts>[] => [
      ["REVOKE", state, "OFFICER", document, "REVOKED"],
      ["REVOKE", state, "OFFICER", { revocationNo: "1" }, refused("REASONS_NEEDED", LISTING)],
      ["REVOKE", state, "OFFICER", { ...reasons, revocationNo: " " }, refused("DOCUMENT_NEEDED", LISTING)],
    ],
  ),
  ["REVOKE", "REVOKED", "OFFICER", document, notNow()],
]);

/** Heard or waited for until the fifteenth of June. */
const noticed = { today: "2026-06-15", heardUntil: "2026-06-15", onList: false };
const toList = { ...reasons, remedy: "可申请行政复议", decisionDocNo: "演列〔2026〕1号" };

truthTable(LISTING_CASE, noticed, [
  ["DEFEND", "NOTICE_GIVEN", "SUBJECT", {}, "DEFENDED"],
  ["DEFEND", "NOTICE_GIVEN", "OFFICER", reasons, refused("ACTOR", LISTING, "DROP")],
  ["DEFEND", "DEFENDED", "SUBJECT", {}, notNow()],
  ...(["NOTICE_GIVEN", "DEFENDED"] as const).flatMap((state): Line<ListingState, ListingEvent, ListingGuardFacts>[] => [
    ["LIST", state, "OFFICER", { ...dayAfter, ...toList }, "LISTED"],
    ["LIST", state, "OFFICER", toList, tooEarly("2026-06-16", "DEFENCE_NEEDED", LISTING, "DROP")],
    ["LIST", state, "OFFICER", { ...dayAfter, ...toList, reasons: " " }, refused("REASONS_NEEDED", LISTING)],
    ["LIST", state, "OFFICER", { ...dayAfter, ...toList, remedy: " " }, refused("REMEDY_NEEDED", LISTING, "DROP")],
    [
      "LIST",
      state,
      "OFFICER",
      { ...dayAfter, ...toList, decisionDocNo: " " },
      refused("DOCUMENT_NEEDED", LISTING, "DROP"),
    ],
    ["LIST", state, "OFFICER", { ...dayAfter, ...toList, onList: true }, refused("LISTED_BEFORE", LISTING, "DROP")],
    ["DROP", state, "OFFICER", reasons, "NOT_LISTED"],
    ["DROP", state, "OFFICER", {}, refused("REASONS_NEEDED", LISTING)],
  ]),
  ["DROP", "LISTED", "OFFICER", reasons, notNow()],
]);

const PROMISES = basisOfProcedure("COMMITMENT")();

truthTable(COMMITMENT, { today: "2026-06-15", doableUntil: "2026-06-15" }, [
  ["KEEP", "PENDING", "OFFICER", {}, "FULFILLED"],
  ["KEEP", "BROKEN", "OFFICER", {}, notNow()],
  ["BREAK", "PENDING", "OFFICER", { ...reasons, ...dayAfter }, "BROKEN"],
  ["BREAK", "PENDING", "OFFICER", { ...reasons, doableUntil: undefined }, "BROKEN"],
  ["BREAK", "PENDING", "OFFICER", reasons, tooEarly("2026-06-16", "PROMISE_RUNS", PROMISES, "KEEP")],
  ["BREAK", "PENDING", "OFFICER", dayAfter, refused("REASONS_NEEDED", PROMISES, "KEEP")],
  ["BREAK", "PENDING", "SUBJECT", { ...reasons, ...dayAfter }, refused("ACTOR", PROMISES)],
  ["REOPEN", "BROKEN", "OFFICER", reasons, "PENDING"],
  ["REOPEN", "FULFILLED", "OFFICER", reasons, "PENDING"],
  ["REOPEN", "BROKEN", "OFFICER", {}, refused("REASONS_NEEDED", PROMISES)],
  ["REOPEN", "FULFILLED", "OFFICER", {}, refused("REASONS_NEEDED", PROMISES)],
  ["REOPEN", "PENDING", "OFFICER", { ...reasons, ...dayAfter }, notNow("KEEP", "BREAK")],
]);

const { PERFORMANCE_PROOF, COMMITMENT_LETTER } = EvidenceKind;
const refusal = { ...reasons, remedy: "可申请行政复议" };
const found = { findingNo: "演信核〔2026〕1号" };
const [finding, another] = ["11990101MA0000001A", "11990101MA0000002A"];
/** Applied for with all evidence on the first day on which it may be. */
const applied = {
  ...{ today: "2026-06-16", repairEligibleOn: "2026-06-16", evidence: [PERFORMANCE_PROOF, COMMITMENT_LETTER] },
  ...{ findingAuthority: finding, decidingAuthority: finding, extended: false, told: false },
};

truthTable(REPAIR, applied, [
  ["ACCEPT", "APPLIED", "OFFICER", {}, "ACCEPTED"],
  ["ACCEPT", "APPLIED", "SUBJECT", {}, refused("ACTOR", REPAIRS, "WITHDRAW")],
  ["ACCEPT", "APPLIED", "OFFICER", { today: "2026-06-15" }, tooEarly("2026-06-16", "LEAST_PUBLICITY_RUNS", REPAIRS)],
  ["ACCEPT", "APPLIED", "OFFICER", { repairEligibleOn: undefined }, refused("LEAST_PUBLICITY_RUNS", REPAIRS)],
  [
    "ACCEPT",
    "APPLIED",
    "OFFICER",
    { evidence: [COMMITMENT_LETTER], ...refusal },
    refused("PERFORMANCE_PROOF_NEEDED", REPAIRS, "REJECT"),
  ],
  ["ACCEPT", "APPLIED", "OFFICER", { evidence: [PERFORMANCE_PROOF] }, refused("COMMITMENT_NEEDED", REPAIRS)],
  ["REJECT", "APPLIED", "OFFICER", refusal, "REJECTED"],
  ["REJECT", "APPLIED", "OFFICER", {}, refused("REASONS_NEEDED", REPAIRS, "ACCEPT")],
  ["REJECT", "APPLIED", "OFFICER", reasons, refused("REMEDY_NEEDED", REPAIRS, "ACCEPT")],
  [
    "REJECT",
    "APPLIED",
    "OFFICER",
    { ...refusal, decidingAuthority: another },
    refused("FINDING_AUTHORITY_DECIDES", REPAIRS, "ACCEPT"),
  ],
  ["WITHDRAW", "APPLIED", "SUBJECT", {}, "WITHDRAWN"],
  ["WITHDRAW", "ACCEPTED", "SUBJECT", {}, "WITHDRAWN"],
  ["WITHDRAW", "APPLIED", "OFFICER", {}, refused("ACTOR", REPAIRS, "ACCEPT")],
  ["WITHDRAW", "DONE", "SUBJECT", {}, notNow()],
  ["REPAIR", "ACCEPTED", "OFFICER", {}, "DONE"],
  [
    "REPAIR",
    "ACCEPTED",
    "OFFICER",
    { decidingAuthority: another, ...refusal },
    refused("FINDING_AUTHORITY_DECIDES", REPAIRS),
  ],
  ["REPAIR", "APPLIED", "OFFICER", {}, notNow("ACCEPT")],
  ["REJECT", "ACCEPTED", "OFFICER", refusal, "REJECTED"],
  ["REJECT", "ACCEPTED", "OFFICER", { ...refusal, reasons: "  " }, refused("REASONS_NEEDED", REPAIRS, "REPAIR")],
  ["REJECT", "ACCEPTED", "OFFICER", reasons, refused("REMEDY_NEEDED", REPAIRS, "REPAIR", "EXTEND")],
  [
    "REJECT",
    "ACCEPTED",
    "OFFICER",
    { ...refusal, decidingAuthority: another },
    refused("FINDING_AUTHORITY_DECIDES", REPAIRS),
  ],
  ["EXTEND", "ACCEPTED", "OFFICER", reasons, "ACCEPTED"],
  ["EXTEND", "ACCEPTED", "OFFICER", {}, refused("REASONS_NEEDED", REPAIRS, "REPAIR")],
  ["EXTEND", "ACCEPTED", "OFFICER", { ...reasons, extended: true }, refused("EXTENDED_BEFORE", REPAIRS, "REPAIR")],
  [
    "EXTEND",
    "ACCEPTED",
    "OFFICER",
    { ...reasons, decidingAuthority: another },
    refused("FINDING_AUTHORITY_DECIDES", REPAIRS),
  ],
  ["TELL", "REJECTED", "OFFICER", {}, "REJECTED"],
  ["TELL", "REJECTED", "OFFICER", { told: true }, refused("TOLD_BEFORE", REPAIRS)],
  ["TELL", "DONE", "OFFICER", {}, "DONE"],
  ["TELL", "DONE", "OFFICER", { told: true }, refused("TOLD_BEFORE", REPAIRS)],
  ["TELL", "DONE", "TIME", {}, refused("ACTOR", REPAIRS)],
  ["FIND_FALSE", "DONE", "OFFICER", { ...reasons, ...found }, "DONE"],
  ["FIND_FALSE", "DONE", "OFFICER", found, refused("REASONS_NEEDED", REPAIRS, "TELL", "REVOKE")],
  ["FIND_FALSE", "DONE", "OFFICER", { ...reasons, findingNo: " " }, refused("DOCUMENT_NEEDED", REPAIRS, "TELL")],
  [
    "FIND_FALSE",
    "DONE",
    "OFFICER",
    { ...reasons, ...found, decidingAuthority: another },
    refused("FINDING_AUTHORITY_DECIDES", REPAIRS, "TELL"),
  ],
  ["REVOKE", "DONE", "OFFICER", found, "REVOKED"],
  ["REVOKE", "DONE", "OFFICER", {}, refused("REPAIR_NOT_FALSE", REPAIRS, "TELL")],
  [
    "REVOKE",
    "DONE",
    "OFFICER",
    { ...found, decidingAuthority: another },
    refused("FINDING_AUTHORITY_DECIDES", REPAIRS, "TELL"),
  ],
  ["REVOKE", "REVOKED", "OFFICER", found, notNow()],
]);

truthTable(OBJECTION, { recordChanged: false }, [
  ["ACCEPT", "FILED", "OFFICER", {}, "ACCEPTED"],
  ["ACCEPT", "FILED", "SUBJECT", {}, refused("ACTOR", OBJECTIONS, "WITHDRAW")],
  ["INVESTIGATE", "ACCEPTED", "OFFICER", {}, "INVESTIGATING"],
  ["INVESTIGATE", "FILED", "OFFICER", {}, notNow("ACCEPT")],
  ["CORRECT", "INVESTIGATING", "OFFICER", { recordChanged: true }, "CORRECTED"],
  ["CORRECT", "INVESTIGATING", "OFFICER", {}, refused("RECORD_NOT_CHANGED", OBJECTIONS)],
  ["CORRECT", "INVESTIGATING", "OFFICER", reasons, refused("RECORD_NOT_CHANGED", OBJECTIONS, "UPHOLD")],
  ["UPHOLD", "INVESTIGATING", "OFFICER", reasons, "UPHELD"],
  ["UPHOLD", "INVESTIGATING", "OFFICER", { recordChanged: true }, refused("REASONS_NEEDED", OBJECTIONS, "CORRECT")],
  ["WITHDRAW", "FILED", "SUBJECT", {}, "WITHDRAWN"],
  ["WITHDRAW", "ACCEPTED", "SUBJECT", {}, "WITHDRAWN"],
  ["WITHDRAW", "INVESTIGATING", "SUBJECT", {}, "WITHDRAWN"],
  ["WITHDRAW", "CORRECTED", "SUBJECT", {}, notNow()],
  ["NOTIFY", "CORRECTED", "OFFICER", {}, "NOTIFIED"],
  ["NOTIFY", "UPHELD", "OFFICER", {}, "NOTIFIED"],
  ["NOTIFY", "UPHELD", "PUBLISHER", {}, refused("ACTOR", OBJECTIONS)],
  ["NOTIFY", "INVESTIGATING", "OFFICER", {}, notNow()],
]);
