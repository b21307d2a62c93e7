/** Truth tables of the guards of the openness service's machines. */
import "reflect-metadata";
import { basisOfLimit, basisOfProcedure } from "../../../platform/domain/index.js";
import type { ReasonName } from "../../../platform/errors/index.js";
import { StatutoryStep } from "../../../subgraphs/openness/decision/decision.enums.js";
import { DECISION, type DecisionGuardFacts } from "../../../subgraphs/openness/decision/decision.machine.js";
import { DisclosureOutcome } from "../../../subgraphs/openness/disclosure-request/disclosure-outcome.js";
import {
  DISCLOSURE,
  type DisclosureEvent,
  type DisclosureGuardFacts,
  type DisclosureState,
} from "../../../subgraphs/openness/disclosure-request/disclosure-request.machine.js";
import { INQUIRY, type InquiryGuardFacts } from "../../../subgraphs/openness/inquiry/inquiry.machine.js";
import { OPINION } from "../../../subgraphs/openness/opinion/opinion.machine.js";
import { notNow, refused, truthTable } from "../../support/truth-table.js";

const PUBLICATION = basisOfProcedure("DECISION-PUBLICATION")();
const OPINIONS = basisOfProcedure("DECISION-OPINIONS")();
const IN_ORDER: DecisionGuardFacts = { missing: [], document: "11990101MB9000015E/2025-00001" };
const missing = [StatutoryStep.RISK_ASSESSMENT];

truthTable(DECISION, IN_ORDER, [
  ["DRAFT", "PROPOSED", "OFFICER", {}, "DRAFTED"],
  ["CONSULT", "DRAFTED", "OFFICER", {}, "CONSULTING"],
  ["SUMMARISE", "CONSULTING", "OFFICER", {}, "SUMMARISED"],
  ["REVIEW", "SUMMARISED", "OFFICER", {}, "REVIEWED"],
  ["DECIDE", "REVIEWED", "OFFICER", {}, "DECIDED"],
  ["DECIDE", "CONSULTING", "OFFICER", {}, notNow("SUMMARISE")],
  ["PUBLISH", "DECIDED", "OFFICER", {}, "PUBLISHED"],
  ["PUBLISH", "DECIDED", "OFFICER", { missing }, { ...refused("STEPS_MISSING", PUBLICATION), missing }],
  ["PUBLISH", "DECIDED", "OFFICER", { document: "" }, refused("DOCUMENT_NEEDED", PUBLICATION)],
  ["PUBLISH", "DECIDED", "SUBJECT", {}, refused("ACTOR", PUBLICATION)],
  ["PUBLISH", "REVIEWED", "OFFICER", {}, notNow("DECIDE")],
  ["EVALUATE", "PUBLISHED", "OFFICER", {}, "EVALUATED"],
]);

truthTable(OPINION, { reasons: "与上位法不一致。" }, [
  ["ADOPT", "PENDING", "OFFICER", {}, "ADOPTED"],
  ["ADOPT", "PENDING", "OFFICER", { reasons: "" }, "ADOPTED"],
  ["ADOPT_PARTLY", "PENDING", "OFFICER", {}, "PARTLY_ADOPTED"],
  ["ADOPT_PARTLY", "PENDING", "OFFICER", { reasons: "" }, refused("REASONS_NEEDED", OPINIONS, "ADOPT")],
  ["REJECT", "PENDING", "OFFICER", {}, "NOT_ADOPTED"],
  ["REJECT", "PENDING", "OFFICER", { reasons: " " }, refused("REASONS_NEEDED", OPINIONS, "ADOPT")],
  ["REJECT", "PENDING", "SUBJECT", {}, refused("ACTOR", OPINIONS)],
  ["ADOPT", "NOT_ADOPTED", "OFFICER", {}, notNow()],
]);

const [L09, L10, L11] = [basisOfLimit("L09")(), basisOfLimit("L10")(), basisOfLimit("L11")()];
const ANSWER = basisOfProcedure("DISCLOSURE-ANSWER")();
const IN_TIME: DisclosureGuardFacts = {
  ...{ noticeInTime: true, correctionOver: false, answerInTime: true, approvedByHead: true, opinionDue: true },
  ...{
    outcome: DisclosureOutcome.DISCLOSED,
    hasInformation: true,
    reasons: "属于内部事务信息。",
    remedy: "可以申请行政复议。",
  },
};
/** Refusals under one law, with what may be done instead. */
const refusedBeside =
  (basis: string, ...allowed: readonly string[]) =>
  (reason: ReasonName) =>
    refused(reason, basis, ...allowed);
const withheld = { outcome: DisclosureOutcome.INTERNAL_AFFAIRS };
const unclear = { outcome: DisclosureOutcome.STILL_UNCLEAR };

/** What an officer does in either state of a request in hand; `first` is what may be done before all else. */
const inHand = (
  state: "RECEIVED" | "REGISTERED",
  ...first: readonly string[]
): Parameters<typeof truthTable<DisclosureState, DisclosureEvent, DisclosureGuardFacts>>[2] => {
  const asked = [...first, "CONSULT"];
  const longer = refusedBeside(L09, ...asked, "ANSWER");
  const answered = refusedBeside(ANSWER, ...asked, "EXTEND");
  return [
    ["CONSULT", state, "OFFICER", {}, "CONSULTING"],
    ["EXTEND", state, "OFFICER", {}, state],
    ["EXTEND", state, "OFFICER", { approvedByHead: false }, longer("HEAD_APPROVAL_NEEDED")],
    ["EXTEND", state, "OFFICER", { extended: true }, longer("EXTENDED_BEFORE")],
    ["EXTEND", state, "OFFICER", { answerInTime: false }, longer("LIMIT_OVER")],
    ["EXTEND", state, "OFFICER", { reasons: " " }, longer("REASONS_NEEDED")],
    ["ANSWER", state, "OFFICER", {}, "ANSWERED"],
    ["ANSWER", state, "OFFICER", withheld, "ANSWERED"],
    ["ANSWER", state, "OFFICER", { hasInformation: false }, answered("INFORMATION_NEEDED")],
    [
      ...(["ANSWER", state, "OFFICER", { ...withheld, reasons: "" }] as const),
      refused("REFUSAL_NEEDS_REASONS", ANSWER, ...asked),
    ],
    ["ANSWER", state, "OFFICER", { ...withheld, remedy: "" }, answered("REFUSAL_NEEDS_REMEDY")],
    ["ANSWER", state, "OFFICER", unclear, answered("CORRECTION_FIRST")],
    ["ANSWER", state, "OFFICER", { ...unclear, corrected: true }, "ANSWERED"],
    ["ANSWER", state, "SUBJECT", {}, refused("ACTOR", ANSWER, "WITHDRAW")],
    ["WITHDRAW", state, "SUBJECT", {}, "WITHDRAWN"],
  ];
};

truthTable(DISCLOSURE, IN_TIME, [
  ...inHand("RECEIVED", "ASK_CORRECTION"),
  ...inHand("REGISTERED"),
  ["ASK_CORRECTION", "RECEIVED", "OFFICER", {}, "CORRECTION_ASKED"],
  [
    ...(["ASK_CORRECTION", "RECEIVED", "OFFICER", { noticeInTime: false }] as const),
    refused("NOTICE_LATE", L10, "CONSULT", "EXTEND", "ANSWER"),
  ],
  ["ASK_CORRECTION", "REGISTERED", "OFFICER", {}, notNow("CONSULT", "EXTEND", "ANSWER")],
  ["ASK_CORRECTION", "RECEIVED", "SUBJECT", {}, refused("ACTOR", L10, "WITHDRAW")],
  ["CORRECT", "CORRECTION_ASKED", "SUBJECT", {}, "REGISTERED"],
  ["CORRECT", "CORRECTION_ASKED", "SUBJECT", { correctionOver: true }, refused("CORRECTION_DAY_PAST", L10, "WITHDRAW")],
  ["ABANDON", "CORRECTION_ASKED", "TIME", { correctionOver: true }, "ABANDONED"],
  ["ABANDON", "CORRECTION_ASKED", "TIME", {}, refused("CORRECTION_DAY_LEFT", L10)],
  ["RECORD_OPINION", "CONSULTING", "OFFICER", {}, "REGISTERED"],
  ["RECORD_OPINION", "CONSULTING", "OFFICER", { opinionDue: false }, refused("OPINION_TIME_LEFT", L11)],
  ["ANSWER", "CONSULTING", "OFFICER", {}, notNow("RECORD_OPINION")],
  ["WITHDRAW", "CORRECTION_ASKED", "SUBJECT", {}, "WITHDRAWN"],
  ["WITHDRAW", "CONSULTING", "SUBJECT", {}, "WITHDRAWN"],
  ["WITHDRAW", "ANSWERED", "SUBJECT", {}, notNow()],
]);

const HOTLINES = basisOfProcedure("INQUIRY")();
const AGREED: InquiryGuardFacts = {
  ...{ reasons: "不属于本单位职责。", reply: "应当重新登记。", isDuplicate: true, reachable: true, mayPublish: true },
};
const unwilling = { mayPublish: false };
const REFUSES_MERGING = refusedBeside(HOTLINES, "TRIAGE");

truthTable(INQUIRY, AGREED, [
  ["TRIAGE", "RECEIVED", "OFFICER", {}, "TRIAGED"],
  ["TRIAGE", "RECEIVED", "SUBJECT", {}, refused("ACTOR", HOTLINES, "RETRACT")],
  ["MERGE", "RECEIVED", "OFFICER", {}, "MERGED"],
  ["MERGE", "RECEIVED", "OFFICER", { isDuplicate: false }, REFUSES_MERGING("DUPLICATE_NEEDED")],
  ["MERGE", "TRIAGED", "OFFICER", {}, "MERGED"],
  ["MERGE", "TRIAGED", "OFFICER", { isDuplicate: false }, refused("DUPLICATE_NEEDED", HOTLINES, "ASSIGN")],
  ["ASSIGN", "TRIAGED", "OFFICER", {}, "ASSIGNED"],
  ["ASSIGN", "RETURNED", "OFFICER", {}, "ASSIGNED"],
  ["RETURN", "ASSIGNED", "OFFICER", {}, "RETURNED"],
  ["RETURN", "ASSIGNED", "OFFICER", { reasons: " " }, refused("REASONS_NEEDED", HOTLINES, "REPLY")],
  ["REPLY", "ASSIGNED", "OFFICER", {}, "REPLIED"],
  ["REPLY", "ASSIGNED", "OFFICER", { reply: " " }, refused("ANSWER_NEEDED", HOTLINES, "RETURN")],
  ["REPLY", "TRIAGED", "OFFICER", {}, notNow("MERGE", "ASSIGN")],
  ["RATE", "REPLIED", "SUBJECT", {}, "CALLED_BACK"],
  ["CALL_BACK", "REPLIED", "OFFICER", {}, "CALLED_BACK"],
  [
    ...(["CALL_BACK", "REPLIED", "OFFICER", { reachable: false }] as const),
    refused("CONTACT_NEEDED", HOTLINES, "CLOSE", "PUBLISH", "RETRACT"),
  ],
  ["CLOSE", "REPLIED", "OFFICER", { reachable: false }, "CLOSED"],
  ["CLOSE", "REPLIED", "OFFICER", {}, refused("CALL_BACK_NEEDED", HOTLINES, "CALL_BACK", "PUBLISH", "RETRACT")],
  ["CLOSE", "CALLED_BACK", "OFFICER", {}, "CLOSED"],
  ["PUBLISH", "REPLIED", "OFFICER", {}, "REPLIED"],
  ["PUBLISH", "REPLIED", "OFFICER", unwilling, refused("CONSENT_NEEDED", HOTLINES, "CALL_BACK")],
  ["PUBLISH", "CALLED_BACK", "OFFICER", {}, "CALLED_BACK"],
  ["PUBLISH", "CALLED_BACK", "OFFICER", unwilling, refused("CONSENT_NEEDED", HOTLINES, "CLOSE")],
  ["PUBLISH", "CLOSED", "OFFICER", {}, "CLOSED"],
  ["PUBLISH", "CLOSED", "OFFICER", unwilling, refused("CONSENT_NEEDED", HOTLINES)],
  ["RETRACT", "REPLIED", "SUBJECT", {}, "REPLIED"],
  ["RETRACT", "REPLIED", "OFFICER", unwilling, refused("CONSENT_NEEDED", HOTLINES, "CALL_BACK")],
  ["RETRACT", "CALLED_BACK", "OFFICER", {}, "CALLED_BACK"],
  ["RETRACT", "CALLED_BACK", "SUBJECT", unwilling, refused("CONSENT_NEEDED", HOTLINES)],
  ["RETRACT", "CLOSED", "SUBJECT", {}, "CLOSED"],
  ["RETRACT", "CLOSED", "OFFICER", unwilling, refused("CONSENT_NEEDED", HOTLINES)],
  ...(["RECEIVED", "TRIAGED", "ASSIGNED", "RETURNED"] as const).flatMap((state) => [
    ["RETRACT", state, "SUBJECT", {}, state] as const,
    ["RETRACT", state, "SUBJECT", unwilling, refused("CONSENT_NEEDED", HOTLINES)] as const,
  ]),
  ["RETRACT", "MERGED", "SUBJECT", {}, notNow()],
]);
