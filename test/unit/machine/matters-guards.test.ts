/** Truth tables of the guards of alerts, ratings and the publishing of matters: both sides of each, with article and what may be done instead. */
import "reflect-metadata";
import { basisOfLimit } from "../../../platform/domain/index.js";
import { CONSULTATION } from "../../../subgraphs/matters/consultation/consultation.machine.js";
import { PUBLISHING } from "../../../subgraphs/matters/matter/matter.machine.js";
import { ALERT } from "../../../subgraphs/matters/monitor-alert/monitor-alert.machine.js";
import { MODERATION, RECTIFICATION } from "../../../subgraphs/matters/service-rating/service-rating.machine.js";
import { notNow, refused, truthTable } from "../../support/truth-table.js";

const MATTERS = "“互联网+政务服务”国家数据交换表（up_task_*）（条款未经原文核实）";
const MONITORING = "电子监察规定（各地不同）（演示用值）";
const SUPERVISION = "行政执法监督条例 第六条";
const RATINGS = "关于建立政务服务“好差评”制度提高政务服务水平的意见（国办发〔2019〕51号，演示用值）";

truthTable(ALERT, {}, [
  ["NOTIFY", "RAISED", "SUPERVISOR", {}, "NOTIFIED"],
  ["NOTIFY", "RAISED", "TIME", {}, "NOTIFIED"],
  ["NOTIFY", "RAISED", "OFFICER", {}, refused("ACTOR", MONITORING)],
  ["WORSEN", "CLOSED", "TIME", { worse: true }, "NOTIFIED"],
  ["WORSEN", "EXPLAINED", "TIME", { worse: true }, "NOTIFIED"],
  ["WORSEN", "NOTIFIED", "TIME", { worse: true }, "NOTIFIED"],
  ["WORSEN", "CORRECTED", "TIME", { worse: true }, "NOTIFIED"],
  ["WORSEN", "VERIFIED", "TIME", { worse: true }, "NOTIFIED"],
  ["WORSEN", "NOTIFIED", "TIME", {}, refused("LIGHT_NOT_WORSE", MONITORING)],
  ["WORSEN", "EXPLAINED", "TIME", {}, refused("LIGHT_NOT_WORSE", MONITORING)],
  ["WORSEN", "CORRECTED", "TIME", {}, refused("LIGHT_NOT_WORSE", MONITORING)],
  ["WORSEN", "VERIFIED", "TIME", {}, refused("LIGHT_NOT_WORSE", MONITORING)],
  ["WORSEN", "CLOSED", "TIME", { worse: false }, refused("LIGHT_NOT_WORSE", MONITORING)],
  ["WORSEN", "CLOSED", "SUPERVISOR", { worse: true }, refused("ACTOR", MONITORING)],
  ["WORSEN", "ESCALATED", "TIME", { worse: true }, notNow()],
  ["EXPLAIN", "NOTIFIED", "OFFICER", { explanation: "系统停机" }, "EXPLAINED"],
  ["EXPLAIN", "NOTIFIED", "OFFICER", {}, refused("EXPLANATION_NEEDED", MONITORING, "CORRECT")],
  ["EXPLAIN", "NOTIFIED", "OFFICER", { explanation: " " }, refused("EXPLANATION_NEEDED", MONITORING, "CORRECT")],
  ["EXPLAIN", "RAISED", "OFFICER", { explanation: "系统停机" }, notNow()],
  ["CORRECT", "NOTIFIED", "OFFICER", {}, "CORRECTED"],
  ["CORRECT", "NOTIFIED", "SUPERVISOR", {}, refused("ACTOR", MONITORING)],
  ["VERIFY", "EXPLAINED", "SUPERVISOR", {}, "VERIFIED"],
  ["VERIFY", "EXPLAINED", "OFFICER", {}, refused("ACTOR", MONITORING)],
  ["VERIFY", "CORRECTED", "SUPERVISOR", {}, "VERIFIED"],
  // The letter of a supervisor of the system is no act of enforcement supervision, which is the justice bureau's.
  ["ESCALATE", "VERIFIED", "SUPERVISOR", {}, refused("ACTOR", SUPERVISION, "CLOSE")],
  ["ESCALATE", "VERIFIED", "JUSTICE", {}, "ESCALATED"],
  ["ESCALATE", "ESCALATED", "JUSTICE", {}, notNow("CLOSE")],
  ["CLOSE", "VERIFIED", "SUPERVISOR", {}, "CLOSED"],
  ["CLOSE", "VERIFIED", "OFFICER", {}, refused("ACTOR", MONITORING)],
  ["CLOSE", "ESCALATED", "JUSTICE", {}, "CLOSED"],
  ["CLOSE", "ESCALATED", "SUPERVISOR", {}, refused("ACTOR", SUPERVISION)],
  ["CLOSE", "NOTIFIED", "SUPERVISOR", {}, notNow()],
]);

const HOTLINES = basisOfLimit("L27-CONSULTATION")();

truthTable(CONSULTATION, { mayPublish: true }, [
  ["ANSWER", "ASKED", "OFFICER", { answer: "应当重新申请。" }, "ANSWERED"],
  ["ANSWER", "ASKED", "OFFICER", { answer: " " }, refused("ANSWER_NEEDED", HOTLINES)],
  ["ANSWER", "ASKED", "SUBJECT", { answer: "自答" }, refused("ACTOR", HOTLINES, "RETRACT", "WITHDRAW")],
  ["ANSWER", "ANSWERED", "OFFICER", { answer: "再答" }, notNow("PUBLISH")],
  ["FOLLOW_UP", "ANSWERED", "SUBJECT", {}, "ASKED"],
  ["FOLLOW_UP", "ASKED", "SUBJECT", {}, notNow("RETRACT", "WITHDRAW")],
  ["PUBLISH", "ANSWERED", "OFFICER", {}, "PUBLISHED"],
  ["PUBLISH", "ANSWERED", "OFFICER", { mayPublish: false }, refused("CONSENT_NEEDED", HOTLINES)],
  ["PUBLISH", "ANSWERED", "SUBJECT", {}, refused("ACTOR", HOTLINES, "FOLLOW_UP", "RETRACT")],
  ["RETRACT", "PUBLISHED", "SUBJECT", {}, "ANSWERED"],
  ["RETRACT", "PUBLISHED", "OFFICER", {}, "ANSWERED"],
  ["RETRACT", "PUBLISHED", "SUPERVISOR", {}, refused("ACTOR", HOTLINES)],
  // Consent is taken back before anything is public, too, and once.
  ["RETRACT", "ASKED", "SUBJECT", {}, "ASKED"],
  ["RETRACT", "ASKED", "SUBJECT", { mayPublish: false }, refused("CONSENT_NEEDED", HOTLINES, "WITHDRAW")],
  ["RETRACT", "ANSWERED", "SUBJECT", {}, "ANSWERED"],
  ["RETRACT", "ANSWERED", "SUBJECT", { mayPublish: false }, refused("CONSENT_NEEDED", HOTLINES, "FOLLOW_UP")],
  ["RETRACT", "ANSWERED", "OFFICER", {}, refused("ACTOR", HOTLINES, "PUBLISH")],
  ["WITHDRAW", "ASKED", "SUBJECT", {}, "WITHDRAWN"],
  ["WITHDRAW", "ANSWERED", "SUBJECT", {}, notNow("FOLLOW_UP", "RETRACT")],
]);

truthTable(RECTIFICATION, {}, [
  ["VERIFY", "OPEN", "OFFICER", {}, "VERIFIED"],
  ["VERIFY", "OPEN", "SUBJECT", {}, refused("ACTOR", RATINGS)],
  ["APPEAL", "OPEN", "OFFICER", { reasons: "误评" }, "OPEN"],
  ["APPEAL", "OPEN", "OFFICER", {}, refused("REASONS_NEEDED", RATINGS, "VERIFY")],
  ["APPEAL", "OPEN", "OFFICER", { reasons: "误评", appealed: true }, refused("RATING_APPEALED", RATINGS, "VERIFY")],
  ["APPEAL", "VERIFIED", "OFFICER", { reasons: "误评" }, "VERIFIED"],
  ["APPEAL", "VERIFIED", "OFFICER", {}, refused("REASONS_NEEDED", RATINGS, "BEGIN")],
  ["APPEAL", "VERIFIED", "OFFICER", { reasons: "误评", appealed: true }, refused("RATING_APPEALED", RATINGS, "BEGIN")],
  // Whoever was rated does not judge the rating, and nobody does without their appeal.
  ["REJECT", "OPEN", "OFFICER", { reasons: "误评", appealed: true }, refused("ACTOR", RATINGS, "VERIFY")],
  ["REJECT", "OPEN", "SUPERVISOR", { reasons: "误评", appealed: true }, "REJECTED"],
  ["REJECT", "OPEN", "SUPERVISOR", { reasons: "误评" }, refused("RATING_APPEAL_NEEDED", RATINGS)],
  ["REJECT", "OPEN", "SUPERVISOR", { reasons: " ", appealed: true }, refused("REASONS_NEEDED", RATINGS)],
  ["REJECT", "VERIFIED", "SUPERVISOR", { reasons: "恶意差评", appealed: true }, "REJECTED"],
  ["REJECT", "VERIFIED", "SUPERVISOR", { reasons: "恶意差评" }, refused("RATING_APPEAL_NEEDED", RATINGS)],
  ["REJECT", "VERIFIED", "SUPERVISOR", { appealed: true }, refused("REASONS_NEEDED", RATINGS)],
  ["BEGIN", "VERIFIED", "OFFICER", {}, "RECTIFYING"],
  ["BEGIN", "OPEN", "OFFICER", {}, notNow("VERIFY")],
  ["RECTIFY", "RECTIFYING", "OFFICER", {}, "RECTIFIED"],
  ["RECTIFY", "RECTIFYING", "SUPERVISOR", {}, refused("ACTOR", RATINGS)],
  ["CALL_BACK", "RECTIFIED", "OFFICER", {}, "CALLED_BACK"],
  // No closing without a call-back.
  ["CLOSE", "RECTIFIED", "OFFICER", {}, notNow("CALL_BACK")],
  ["CLOSE", "CALLED_BACK", "OFFICER", {}, "CLOSED"],
]);

truthTable(MODERATION, {}, [
  ["PASS", "PENDING", "SUPERVISOR", {}, "PASSED"],
  // The agency that was rated never moderates what was said of it.
  ["PASS", "PENDING", "OFFICER", {}, refused("ACTOR", RATINGS)],
  ["BLOCK", "PENDING", "SUPERVISOR", {}, "BLOCKED"],
  ["BLOCK", "PASSED", "SUPERVISOR", {}, notNow()],
]);

const PHONES = { errors: ["PHONES_EQUAL"] };
const phonesLeft = (...allowed: readonly string[]) => ({
  ...refused("ERRORS_LEFT", MATTERS, ...allowed),
  missing: ["PHONES_EQUAL"],
});

const UNLISTED = { unlisted: ["ZJ-9"] };
const notListed = (...allowed: readonly string[]) => ({
  ...refused("DEMANDED_SERVICE_NOT_LISTED", MATTERS, ...allowed),
  missing: UNLISTED.unlisted,
});

truthTable(PUBLISHING, { errors: [], isAuthor: false, isCurrent: true }, [
  ["FINISH", "DRAFT", "OFFICER", {}, "SUBMITTED"],
  ["FINISH", "DRAFT", "OFFICER", PHONES, phonesLeft("REVISE")],
  ["FINISH", "DRAFT", "OFFICER", UNLISTED, notListed("REVISE")],
  ["APPROVE", "IN_REVIEW", "OFFICER", UNLISTED, notListed()],
  ["PUBLISH", "APPROVED", "PUBLISHER", UNLISTED, notListed()],
  ["SUBMIT", "SUBMITTED", "OFFICER", { isAuthor: true }, "IN_REVIEW"],
  ["SUBMIT", "DRAFT", "OFFICER", {}, notNow("REVISE", "FINISH")],
  ["REVISE", "DRAFT", "OFFICER", { isAuthor: true }, "DRAFT"],
  ["REVISE", "SUBMITTED", "OFFICER", {}, "DRAFT"],
  ["REVISE", "REJECTED", "OFFICER", {}, "DRAFT"],
  ["REVISE", "IN_REVIEW", "OFFICER", {}, notNow("APPROVE")],
  ["REVISE", "PUBLISHED", "OFFICER", {}, notNow()],
  ["APPROVE", "IN_REVIEW", "OFFICER", {}, "APPROVED"],
  ["APPROVE", "IN_REVIEW", "PUBLISHER", {}, "APPROVED"],
  ["APPROVE", "IN_REVIEW", "OFFICER", { isAuthor: true }, refused("OWN_DRAFT", MATTERS)],
  ["APPROVE", "IN_REVIEW", "PUBLISHER", { isCurrent: false }, refused("MATTER_CHANGED", MATTERS)],
  ["APPROVE", "IN_REVIEW", "PUBLISHER", PHONES, phonesLeft()],
  ["PUBLISH", "APPROVED", "PUBLISHER", {}, "PUBLISHED"],
  ["PUBLISH", "APPROVED", "PUBLISHER", PHONES, phonesLeft()],
  ["PUBLISH", "APPROVED", "PUBLISHER", { isAuthor: true }, refused("OWN_DRAFT", MATTERS)],
  ["PUBLISH", "APPROVED", "PUBLISHER", { isCurrent: false }, refused("MATTER_CHANGED", MATTERS)],
  [
    "PUBLISH",
    "APPROVED",
    "PUBLISHER",
    { isCurrent: false, reasons: "依据失效" },
    refused("MATTER_CHANGED", MATTERS, "REJECT"),
  ],
  ["PUBLISH", "APPROVED", "OFFICER", {}, refused("ACTOR", MATTERS)],
  ["PUBLISH", "IN_REVIEW", "PUBLISHER", {}, notNow("APPROVE")],
  ["PUBLISH", "REJECTED", "PUBLISHER", {}, notNow()],
  ["REJECT", "IN_REVIEW", "PUBLISHER", { reasons: "依据失效" }, "REJECTED"],
  ["REJECT", "APPROVED", "PUBLISHER", { reasons: "依据失效" }, "REJECTED"],
  ["REJECT", "IN_REVIEW", "PUBLISHER", {}, refused("REASONS_NEEDED", MATTERS, "APPROVE")],
  ["REJECT", "APPROVED", "PUBLISHER", {}, refused("REASONS_NEEDED", MATTERS, "PUBLISH")],
  ["REJECT", "APPROVED", "PUBLISHER", { reasons: "依据失效", isAuthor: true }, refused("OWN_DRAFT", MATTERS)],
  [
    "REJECT",
    "IN_REVIEW",
    "OFFICER",
    { reasons: "依据失效", isAuthor: true },
    refused("OWN_DRAFT", MATTERS, "WITHDRAW"),
  ],
  ...(
    [
      ["DRAFT", ["REVISE", "FINISH"]],
      ["SUBMITTED", ["REVISE", "SUBMIT"]],
      ["IN_REVIEW", ["APPROVE"]],
      ["REJECTED", ["REVISE"]],
      ["APPROVED", []],
    ] as const
  ).flatMap(
    ([state, allowed]) =>
      [
        ["WITHDRAW", state, "OFFICER", { reasons: "不再需要" }, "WITHDRAWN"],
        ["WITHDRAW", state, "OFFICER", {}, refused("REASONS_NEEDED", MATTERS, ...allowed)],
      ] as const,
  ),
  ["WITHDRAW", "APPROVED", "PUBLISHER", { reasons: "不再需要" }, refused("ACTOR", MATTERS, "REJECT", "PUBLISH")],
  ["WITHDRAW", "PUBLISHED", "OFFICER", { reasons: "不再需要" }, notNow()],
]);
