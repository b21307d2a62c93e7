/** Truth table of the guards of apps: both sides of each, with article and what may be done instead. */
import "reflect-metadata";
import { basisOfProcedure } from "../../../platform/domain/index.js";
import { APP } from "../../../subgraphs/reference/app/app.machine.js";
import { STANDARD_QUOTA } from "../../../subgraphs/reference/app/standard-quota.js";
import { notNow, refused, truthTable } from "../../support/truth-table.js";

const BASIS = basisOfProcedure("APP-REGISTRATION")();
const standard = { pointsAMinute: STANDARD_QUOTA.aMinute, pointsADay: STANDARD_QUOTA.aDay };
const aMinuteMore = { ...standard, pointsAMinute: standard.pointsAMinute + 1 };
const aDayMore = { ...standard, pointsADay: standard.pointsADay + 1 };

truthTable(APP, {}, [
  ["APPROVE", "REQUESTED", "PUBLISHER", standard, "APPROVED"],
  ["APPROVE", "APPROVED", "PUBLISHER", standard, "APPROVED"],
  ["APPROVE", "SUSPENDED", "PUBLISHER", standard, "APPROVED"],
  ["APPROVE", "REQUESTED", "PUBLISHER", aMinuteMore, refused("AGREEMENT_NEEDED", BASIS)],
  ["APPROVE", "APPROVED", "PUBLISHER", aDayMore, refused("AGREEMENT_NEEDED", BASIS)],
  ["APPROVE", "SUSPENDED", "PUBLISHER", aDayMore, refused("AGREEMENT_NEEDED", BASIS)],
  ["APPROVE", "REQUESTED", "PUBLISHER", { ...aMinuteMore, agreement: "协议-1" }, "APPROVED"],
  ["APPROVE", "APPROVED", "PUBLISHER", { ...aDayMore, agreement: "协议-1" }, "APPROVED"],
  ["APPROVE", "SUSPENDED", "PUBLISHER", { ...aDayMore, agreement: "协议-1" }, "APPROVED"],
  ["APPROVE", "REQUESTED", "PUBLISHER", { ...standard, isOwn: true }, refused("OWN_REQUEST", BASIS)],
  ["APPROVE", "APPROVED", "PUBLISHER", { ...standard, isOwn: true }, refused("OWN_REQUEST", BASIS)],
  ["APPROVE", "SUSPENDED", "PUBLISHER", { ...standard, isOwn: true }, refused("OWN_REQUEST", BASIS)],
  ["APPROVE", "REQUESTED", "INTEGRATOR", standard, refused("ACTOR", BASIS, "SET_KEYS", "RETIRE")],
  ["APPROVE", "REFUSED", "PUBLISHER", standard, notNow()],
  ["REFUSE", "REQUESTED", "PUBLISHER", { reasons: "用途不明" }, "REFUSED"],
  ["REFUSE", "REQUESTED", "PUBLISHER", {}, refused("REASONS_NEEDED", BASIS, "APPROVE")],
  ["SUSPEND", "APPROVED", "PUBLISHER", { reasons: "密钥泄露" }, "SUSPENDED"],
  ["SUSPEND", "APPROVED", "INTEGRATOR", { reasons: "密钥泄露" }, "SUSPENDED"],
  ["SUSPEND", "APPROVED", "PUBLISHER", { reasons: " " }, refused("REASONS_NEEDED", BASIS, "APPROVE")],
  ["SET_KEYS", "REQUESTED", "INTEGRATOR", {}, "REQUESTED"],
  ["SET_KEYS", "APPROVED", "INTEGRATOR", {}, "APPROVED"],
  ["SET_KEYS", "SUSPENDED", "INTEGRATOR", {}, "SUSPENDED"],
  ["SET_KEYS", "APPROVED", "PUBLISHER", {}, refused("ACTOR", BASIS, "APPROVE")],
  ["SET_KEYS", "REFUSED", "INTEGRATOR", {}, notNow()],
  ["RETIRE", "APPROVED", "INTEGRATOR", {}, "RETIRED"],
  ["RETIRE", "REQUESTED", "INTEGRATOR", {}, "RETIRED"],
  ["RETIRE", "SUSPENDED", "INTEGRATOR", {}, "RETIRED"],
  ["RETIRE", "RETIRED", "INTEGRATOR", {}, notNow()],
]);
