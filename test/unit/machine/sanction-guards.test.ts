/** Truth tables of the guards of sanctions and of what stands by them: both sides of each, with rule and what may be done instead. */
import "reflect-metadata";
import { STANDING } from "../../../subgraphs/intermediary/intermediary-profile/intermediary-profile.machine.js";
import {
  SANCTION,
  SANCTION_LADDER,
  SanctionLevel,
} from "../../../subgraphs/intermediary/intermediary-sanction/intermediary-sanction.machine.js";
import { ENTRY } from "../../../subgraphs/intermediary/market-entry/market-entry.machine.js";
import { notNow, refused, truthTable } from "../../support/truth-table.js";

const RULES = "中介服务超市地方管理规定（各地不同）（演示用值）";
const { REMINDER, INTERVIEW, SUSPENSION, REMOVAL } = SanctionLevel;

const goesOn = { breachGoesOn: true };
const jump = { ...goesOn, decided: false };

truthTable(SANCTION_LADDER, { decided: true, breachGoesOn: false }, [
  ["AGGRAVATE", "REMINDER", "OFFICER", jump, refused("LEVEL_BELOW_NEEDED", RULES)],
  ["AGGRAVATE", "INTERVIEW", "OFFICER", jump, refused("LEVEL_BELOW_NEEDED", RULES)],
  ["AGGRAVATE", "SUSPENSION", "OFFICER", jump, refused("LEVEL_BELOW_NEEDED", RULES)],
  ["AGGRAVATE", "REMINDER", "OFFICER", goesOn, "INTERVIEW"],
  ["AGGRAVATE", "REMINDER", "OFFICER", {}, refused("BREACH_ENDED", RULES)],
  ["AGGRAVATE", "REMINDER", "OWNER", goesOn, refused("ACTOR", RULES)],
  ["AGGRAVATE", "INTERVIEW", "OFFICER", goesOn, "SUSPENSION"],
  ["AGGRAVATE", "INTERVIEW", "OFFICER", {}, refused("BREACH_ENDED", RULES)],
  ["AGGRAVATE", "SUSPENSION", "OFFICER", goesOn, "REMOVAL"],
  ["AGGRAVATE", "SUSPENSION", "OFFICER", {}, refused("BREACH_ENDED", RULES)],
  ["AGGRAVATE", "REMOVAL", "OFFICER", goesOn, notNow()],
]);

const suspension = (months?: number): object => ({ level: SUSPENSION, months });
const removal = (months?: number): object => ({ level: REMOVAL, months });
const notAllowed = refused("MONTHS_NOT_ALLOWED", RULES, "DROP");
const open = { appealOpen: true, reasons: "-" };
const stands = {
  ...{ today: "2026-06-10", level: SUSPENSION, months: 3, monthsTold: 36, heard: true, docNo: "-", reasons: "-" },
  ...{ appealOpen: false, statement: "-" },
};
const LATE = { today: "2026-06-11" };
const onLastDay = { defenceUntil: "2026-06-10", decisionUntil: "2026-06-10", appealUntil: "2026-06-10" };

truthTable(SANCTION, stands, [
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", {}, "IN_FORCE"],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "TIME", {}, refused("ACTOR", RULES)],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "FIRM", {}, refused("ACTOR", RULES, "DEFEND")],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OWNER", {}, refused("ACTOR", RULES)],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "SUPERVISOR", {}, "IN_FORCE"],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", { isParty: true }, refused("OWN_CAUSE", RULES)],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", { monthsTold: 3, months: 6 }, refused("NOTICE_EXCEEDED", RULES, "DROP")],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", { monthsTold: 6, months: 3 }, "IN_FORCE"],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", { docNo: " " }, refused("DOCUMENT_NEEDED", RULES, "DROP")],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", { reasons: "" }, refused("REASONS_NEEDED", RULES)],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", onLastDay, "IN_FORCE"],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", { ...onLastDay, ...LATE }, refused("NOTICE_LAPSED", RULES, "DROP")],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", { heard: false }, refused("DEFENCE_NEEDED", RULES, "DROP")],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", suspension(6), "IN_FORCE"],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", suspension(12), "IN_FORCE"],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", suspension(24), notAllowed],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", suspension(4), notAllowed],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", suspension(0), notAllowed],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", suspension(), notAllowed],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", removal(12), "IN_FORCE"],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", removal(24), "IN_FORCE"],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", removal(36), "IN_FORCE"],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", removal(6), notAllowed],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", removal(48), notAllowed],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", removal(), notAllowed],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", { level: REMINDER, months: undefined }, "IN_FORCE"],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", { level: REMINDER }, notAllowed],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", { level: INTERVIEW, months: undefined }, "IN_FORCE"],
  ["DECIDE", "PRIOR_NOTICE_GIVEN", "OFFICER", { level: INTERVIEW, months: 12 }, notAllowed],
  // In force to the end of its last day.
  ["EXPIRE", "IN_FORCE", "TIME", { lastDay: "2026-06-09" }, "EXPIRED"],
  ["EXPIRE", "IN_FORCE", "TIME", { lastDay: "2026-06-10" }, refused("SANCTION_RUNS", RULES)],
  ["EXPIRE", "IN_FORCE", "TIME", {}, refused("SANCTION_RUNS", RULES)],
  ["EXPIRE", "IN_FORCE", "OFFICER", { lastDay: "2026-06-09" }, refused("ACTOR", RULES)],
  ["EXPIRE", "EXPIRED", "TIME", { lastDay: "2026-06-09" }, notNow()],
  ["REVOKE", "IN_FORCE", "SUPERVISOR", open, "REVOKED"],
  ["REVOKE", "IN_FORCE", "SUPERVISOR", {}, refused("APPEAL_NEEDED", RULES)],
  ["REVOKE", "IN_FORCE", "SUPERVISOR", { appealOpen: true, reasons: "" }, refused("REASONS_NEEDED", RULES)],
  ["REVOKE", "IN_FORCE", "OFFICER", open, refused("ACTOR", RULES)],
  ["REVOKE", "EXPIRED", "SUPERVISOR", open, "REVOKED"],
  ["REVOKE", "EXPIRED", "SUPERVISOR", {}, refused("APPEAL_NEEDED", RULES)],
  ["REVOKE", "PRIOR_NOTICE_GIVEN", "SUPERVISOR", open, notNow("DECIDE", "DROP")],
  ["REJECT_APPEAL", "IN_FORCE", "SUPERVISOR", open, "IN_FORCE"],
  ["REJECT_APPEAL", "EXPIRED", "SUPERVISOR", open, "EXPIRED"],
  // Nobody upholds what they decided; to revoke it they may.
  ["REJECT_APPEAL", "IN_FORCE", "SUPERVISOR", { ...open, decidedIt: true }, refused("OWN_CAUSE", RULES, "REVOKE")],
  ["REJECT_APPEAL", "EXPIRED", "SUPERVISOR", { ...open, decidedIt: true }, refused("OWN_CAUSE", RULES, "REVOKE")],
  ["REVOKE", "IN_FORCE", "SUPERVISOR", { ...open, decidedIt: true }, "REVOKED"],
  ["REJECT_APPEAL", "IN_FORCE", "SUPERVISOR", {}, refused("APPEAL_NEEDED", RULES)],
  ["REJECT_APPEAL", "IN_FORCE", "OFFICER", open, refused("ACTOR", RULES)],
  ["DEFEND", "PRIOR_NOTICE_GIVEN", "FIRM", onLastDay, "PRIOR_NOTICE_GIVEN"],
  ["DEFEND", "PRIOR_NOTICE_GIVEN", "FIRM", { ...onLastDay, ...LATE }, refused("DEFENCE_OVER", RULES)],
  ["DEFEND", "PRIOR_NOTICE_GIVEN", "FIRM", { statement: " " }, refused("STATEMENT_NEEDED", RULES)],
  ["DEFEND", "PRIOR_NOTICE_GIVEN", "FIRM", { defendedBefore: true }, refused("DEFENDED_BEFORE", RULES)],
  ["DEFEND", "PRIOR_NOTICE_GIVEN", "OFFICER", {}, refused("ACTOR", RULES, "DECIDE", "DROP")],
  ["DEFEND", "IN_FORCE", "FIRM", {}, notNow("APPEAL")],
  ["DROP", "PRIOR_NOTICE_GIVEN", "OFFICER", {}, "DROPPED"],
  ["DROP", "PRIOR_NOTICE_GIVEN", "SUPERVISOR", {}, "DROPPED"],
  ["DROP", "PRIOR_NOTICE_GIVEN", "OFFICER", { isParty: true }, refused("OWN_CAUSE", RULES)],
  ["DROP", "PRIOR_NOTICE_GIVEN", "OFFICER", { reasons: "" }, refused("REASONS_NEEDED", RULES)],
  ["APPEAL", "IN_FORCE", "FIRM", onLastDay, "IN_FORCE"],
  ["APPEAL", "EXPIRED", "FIRM", {}, "EXPIRED"],
  ["APPEAL", "IN_FORCE", "FIRM", { ...onLastDay, ...LATE }, refused("APPEAL_LATE", RULES)],
  ["APPEAL", "IN_FORCE", "FIRM", { statement: "" }, refused("STATEMENT_NEEDED", RULES)],
  ["APPEAL", "IN_FORCE", "FIRM", { appealedBefore: true }, refused("APPEALED_BEFORE", RULES)],
  ["APPEAL", "EXPIRED", "FIRM", { ...onLastDay, ...LATE }, refused("APPEAL_LATE", RULES)],
  ["APPEAL", "EXPIRED", "FIRM", { statement: "" }, refused("STATEMENT_NEEDED", RULES)],
  ["APPEAL", "EXPIRED", "FIRM", { appealedBefore: true }, refused("APPEALED_BEFORE", RULES)],
  ["REJECT_APPEAL", "EXPIRED", "SUPERVISOR", {}, refused("APPEAL_NEEDED", RULES)],
  ["REJECT_APPEAL", "IN_FORCE", "SUPERVISOR", { appealOpen: true, reasons: "" }, refused("REASONS_NEEDED", RULES)],
  ["REJECT_APPEAL", "EXPIRED", "SUPERVISOR", { appealOpen: true, reasons: "" }, refused("REASONS_NEEDED", RULES)],
  ["REVOKE", "EXPIRED", "SUPERVISOR", { appealOpen: true, reasons: "" }, refused("REASONS_NEEDED", RULES)],
  ["APPEAL", "DROPPED", "FIRM", {}, notNow()],
]);

const applied = { today: "2026-06-10", validTo: ["2026-06-10", undefined], related: false, removed: false };
const forReasons = { reasons: "资质不符" };

truthTable(ENTRY, applied, [
  ["ADMIT", "SUBMITTED", "OFFICER", {}, "ADMITTED"],
  ["ADMIT", "SUBMITTED", "FIRM", {}, refused("ACTOR", RULES, "WITHDRAW")],
  ["ADMIT", "SUBMITTED", "OFFICER", { validTo: [] }, refused("QUALIFICATION_NEEDED", RULES)],
  ["ADMIT", "SUBMITTED", "OFFICER", { validTo: [undefined, "2026-06-09"] }, refused("QUALIFICATION_NEEDED", RULES)],
  ["ADMIT", "SUBMITTED", "OFFICER", { related: true }, refused("RELATED_TO_DEPARTMENT", RULES)],
  ["ADMIT", "SUBMITTED", "OFFICER", { removed: true }, refused("ENTRY_BARRED", RULES)],
  ["ADMIT", "REFUSED", "OFFICER", {}, notNow()],
  ["REFUSE", "SUBMITTED", "OFFICER", forReasons, "REFUSED"],
  ["REFUSE", "SUBMITTED", "OFFICER", { reasons: " " }, refused("REASONS_NEEDED", RULES, "ADMIT")],
  ["REFUSE", "SUBMITTED", "FIRM", forReasons, refused("ACTOR", RULES, "WITHDRAW")],
  ["WITHDRAW", "SUBMITTED", "FIRM", {}, "WITHDRAWN"],
  ["WITHDRAW", "SUBMITTED", "OFFICER", {}, refused("ACTOR", RULES, "ADMIT")],
  ["WITHDRAW", "ADMITTED", "FIRM", {}, notNow()],
]);

const none = { barring: [] };
const suspended = { barring: [SUSPENSION] };
const removed = { barring: [REMOVAL] };
const both = { barring: [SUSPENSION, REMOVAL] };

truthTable(STANDING, none, [
  ["SUSPEND", "ADMITTED", "OFFICER", suspended, "SUSPENDED"],
  ["SUSPEND", "ADMITTED", "OFFICER", none, refused("SANCTION_NEEDED", RULES)],
  ["SUSPEND", "ADMITTED", "OFFICER", removed, refused("SANCTION_NEEDED", RULES, "REMOVE")],
  ["SUSPEND", "ADMITTED", "OFFICER", both, refused("SANCTION_LEFT", RULES, "REMOVE")],
  ["SUSPEND", "ADMITTED", "FIRM", suspended, refused("ACTOR", RULES)],
  ["REMOVE", "ADMITTED", "OFFICER", removed, "REMOVED"],
  ["REMOVE", "ADMITTED", "OFFICER", both, "REMOVED"],
  ["REMOVE", "ADMITTED", "OFFICER", suspended, refused("SANCTION_NEEDED", RULES, "SUSPEND")],
  ["REMOVE", "SUSPENDED", "OFFICER", both, "REMOVED"],
  ["REMOVE", "SUSPENDED", "OFFICER", none, refused("SANCTION_NEEDED", RULES, "LIFT")],
  ["LIFT", "SUSPENDED", "TIME", none, "ADMITTED"],
  ["LIFT", "SUSPENDED", "OFFICER", none, "ADMITTED"],
  ["LIFT", "SUSPENDED", "TIME", suspended, refused("SANCTION_LEFT", RULES)],
  ["LIFT", "SUSPENDED", "OFFICER", removed, refused("SANCTION_LEFT", RULES, "REMOVE")],
  ["READMIT", "REMOVED", "TIME", none, "ADMITTED"],
  ["READMIT", "REMOVED", "OFFICER", none, "ADMITTED"],
  ["READMIT", "REMOVED", "TIME", suspended, refused("SANCTION_LEFT", RULES, "FALL_BACK")],
  ["READMIT", "REMOVED", "TIME", removed, refused("SANCTION_LEFT", RULES)],
  ["FALL_BACK", "REMOVED", "TIME", suspended, "SUSPENDED"],
  ["FALL_BACK", "REMOVED", "OFFICER", suspended, "SUSPENDED"],
  ["FALL_BACK", "REMOVED", "TIME", none, refused("SANCTION_NEEDED", RULES, "READMIT")],
  ["FALL_BACK", "REMOVED", "TIME", both, refused("SANCTION_LEFT", RULES)],
  ["LIFT", "REMOVED", "OFFICER", none, notNow("READMIT")],
]);
