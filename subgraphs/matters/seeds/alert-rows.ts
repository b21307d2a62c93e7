/** Alerts of demonstration cases: how late ones were dealt with, and what was recorded beside the time limits. */
import { addDays, daysBetween } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import { LightReason, raisedLight } from "../case-clock/case-clock.js";
import type { MONITOR_ALERTS } from "../monitor-alert/monitor-alert.rows.js";
import { AlertKind } from "../monitor-alert/monitor-alert.status.js";
import { AlertState, SupervisionDocument } from "../monitor-alert/monitor-alert.machine.js";
import type { SeededCase } from "./case-rows.js";
import { seededClock } from "./case-steps.js";

type NewAlert = NewOf<typeof MONITOR_ALERTS>;

const FINDINGS: Readonly<Record<Exclude<AlertKind, AlertKind.TIME_LIMIT>, string>> = {
  STEP_OVERTIME: "办理环节用时超过环节时限。",
  UNLAWFUL_REFUSAL: "申请符合受理条件而未予受理。",
  OFF_SYSTEM: "办理过程未在系统中记录。",
  NO_REASONS: "不予许可决定未说明理由。",
  UNLISTED_MATERIAL: "要求提交办事指南以外的材料。",
  UNLAWFUL_FEE: "收取无依据的费用。",
  RISK_POINT: "同一人员办理受理与审批。",
};
/** What is found by chance; the others follow from the case. */
const OTHER_KINDS = Object.keys(FINDINGS).filter(
  (kind) => kind !== AlertKind.NO_REASONS && kind !== AlertKind.STEP_OVERTIME,
) as (keyof typeof FINDINGS)[];
const OPEN_STATES = Object.values(AlertState).filter((state) => state !== AlertState.CLOSED);
const SUPERVISION = Object.values(SupervisionDocument);

/** States in which the agency has said something. */
const EXPLAINED = [
  AlertState.EXPLAINED,
  AlertState.CORRECTED,
  AlertState.VERIFIED,
  AlertState.CLOSED,
  AlertState.ESCALATED,
];

/** Alerts, numbered through. */
export const alertRecords = (cases: readonly SeededCase[], today: string, random: () => number): NewAlert[] => {
  const alerts: NewAlert[] = [];
  const add = ({ facts }: SeededCase, kind: AlertKind, state: AlertState, raisedOn: string): void => {
    alerts.push({
      id: `JC${String(alerts.length + 1).padStart(7, "0")}`,
      caseNo: facts.caseNo,
      kind,
      state,
      deptId: facts.deptId,
      divisionCode: facts.divisionCode,
      raisedOn,
      finding: kind === AlertKind.TIME_LIMIT ? undefined : FINDINGS[kind],
      explanation: EXPLAINED.includes(state) ? "已核对办理记录，情况说明见附件（演示）。" : undefined,
      supervision: state === AlertState.ESCALATED ? SUPERVISION[alerts.length % SUPERVISION.length] : undefined,
      raisedLight: undefined,
      closedOn: state === AlertState.CLOSED ? addDays(raisedOn, 10) : undefined,
    });
  };
  let open = 0;
  const stateOf = (raisedOn: string): AlertState => stateAt(raisedOn, today, random, () => open++);
  for (const [index, seeded] of cases.entries()) {
    const { facts, life } = seeded;
    const { acceptedOn } = facts;
    if (index === 4) add(seeded, AlertKind.UNLISTED_MATERIAL, AlertState.NOTIFIED, "2026-09-16");
    if (index === 8) add(seeded, AlertKind.TIME_LIMIT, AlertState.EXPLAINED, "2026-06-08");
    if (seeded.golden || acceptedOn === undefined) continue;
    const end = facts.completedOn ?? life.endedOn ?? today;
    if (seeded.withoutReasons) add(seeded, AlertKind.NO_REASONS, stateOf(end), end);
    // Whoever is so late has been written to; whether the case is late is computed, never taken from here.
    if (daysBetween(acceptedOn, end) > 45) add(seeded, AlertKind.TIME_LIMIT, stateOf(end), end);
    if (random() < 0.01) {
      const kind = OTHER_KINDS[Math.floor(random() * OTHER_KINDS.length)]!;
      add(seeded, kind, stateOf(end), end);
    }
  }
  for (const seeded of cases) {
    if (!seeded.slow || seeded.golden) continue;
    const { version } = seeded;
    const raised = raisedLight(seededClock({ ...seeded, matter: version.content, today }, version.version), today);
    if (raised?.reason !== LightReason.STEP_OVERTIME || daysBetween(raised.raisedOn, today) < 3) continue;
    add(seeded, AlertKind.STEP_OVERTIME, stateOf(raised.raisedOn), raised.raisedOn);
  }
  return alerts;
};

/** The older, the further; closed only where the closing day has come. `next` counts those that are not, so that every state occurs. */
const stateAt = (raisedOn: string, today: string, random: () => number, next: () => number): AlertState => {
  const age = daysBetween(raisedOn, today);
  if (age < 3) return AlertState.RAISED;
  if (age > 30) return random() < 0.9 ? AlertState.CLOSED : AlertState.ESCALATED;
  return OPEN_STATES[next() % OPEN_STATES.length]!;
};
