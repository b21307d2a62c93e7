/** The machine of an alert of e-monitoring (电子监察, docs/reference/time-limits.md#clocks-and-lights): the agency explains or corrects, the supervisor verifies; what enforcement is supervised for is the justice bureau's since 2026-02-01 (行政执法监督条例). Pure. */
import { basisOfProcedure } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates, isStated } from "../../../platform/machine/index.js";

/** State of an alert. */
export enum AlertState {
  RAISED = "RAISED",
  NOTIFIED = "NOTIFIED",
  EXPLAINED = "EXPLAINED",
  CORRECTED = "CORRECTED",
  VERIFIED = "VERIFIED",
  CLOSED = "CLOSED",
  ESCALATED = "ESCALATED",
}

/** What happens to an alert. */
export type AlertEvent = "NOTIFY" | "WORSEN" | "EXPLAIN" | "CORRECT" | "VERIFY" | "CLOSE" | "ESCALATE";

/** What its guards look at. */
export interface AlertGuardFacts {
  readonly explanation?: string;
  /** True where the light is worse than the one that the agency was told of. */
  readonly worse?: boolean;
}

/** What the body of enforcement supervision issues; a letter of an e-monitoring system is none of these. */
export enum SupervisionDocument {
  NOTICE = "NOTICE",
  OPINION = "OPINION",
  DECISION = "DECISION",
}

describeEnum(
  SupervisionDocument,
  "SupervisionDocument",
  "What the justice bureau issues in enforcement supervision; the titles were not confirmed in the text of 行政执法监督条例 (行政执法监督文书，名称未经原文核实).",
  {
    NOTICE: "Notice that urges the agency to act (督办通知).",
    OPINION: "Opinion on what to put right (监督意见书).",
    DECISION: "Decision that the agency carries out (监督决定书).",
  },
);

/** The justice bureau is the body of enforcement supervision of its government. */
const SUPERVISION = basisOfProcedure("ENFORCEMENT-SUPERVISION");
const BASIS = basisOfProcedure("E-MONITORING");
const { RAISED, NOTIFIED, EXPLAINED, CORRECTED, VERIFIED, CLOSED, ESCALATED } = AlertState;

/** Life of an alert. */
export const ALERT = defineMachine<AlertState, AlertEvent, AlertGuardFacts>({
  name: "AlertState",
  title: "Alert of e-monitoring 电子监察",
  states: {
    RAISED: { zh: "已产生", en: "Raised" },
    NOTIFIED: { zh: "已通知", en: "The agency was told" },
    EXPLAINED: { zh: "已说明", en: "The agency explained" },
    CORRECTED: { zh: "已整改", en: "The agency corrected it" },
    VERIFIED: { zh: "已核实", en: "The supervisor verified" },
    CLOSED: { zh: "已办结", en: "Closed, unless its clock gets worse" },
    ESCALATED: {
      zh: "已转行政执法监督",
      en: "The justice bureau supervises it: a notice, opinion or decision was issued",
    },
  },
  initial: RAISED,
  transitions: [
    { event: "NOTIFY", from: [RAISED], to: NOTIFIED, actors: ["SUPERVISOR", "TIME"], basis: BASIS },
    // What was said of a yellow light does not answer a red one.
    {
      event: "WORSEN",
      from: [NOTIFIED, EXPLAINED, CORRECTED, VERIFIED, CLOSED],
      to: NOTIFIED,
      actors: ["TIME"],
      guards: [{ reason: "LIGHT_NOT_WORSE", en: "a light that got worse", holds: ({ worse }) => worse === true }],
      basis: BASIS,
    },
    {
      event: "EXPLAIN",
      from: [NOTIFIED],
      to: EXPLAINED,
      actors: ["OFFICER"],
      guards: [
        {
          reason: "EXPLANATION_NEEDED",
          en: "the agency's explanation",
          holds: ({ explanation }) => isStated(explanation),
        },
      ],
      basis: BASIS,
    },
    { event: "CORRECT", from: [NOTIFIED], to: CORRECTED, actors: ["OFFICER"], basis: BASIS },
    { event: "VERIFY", from: [EXPLAINED, CORRECTED], to: VERIFIED, actors: ["SUPERVISOR"], basis: BASIS },
    { event: "CLOSE", from: [VERIFIED], to: CLOSED, actors: ["SUPERVISOR"], basis: BASIS, sets: ["closedOn"] },
    { event: "CLOSE", from: [ESCALATED], to: CLOSED, actors: ["JUSTICE"], basis: SUPERVISION, sets: ["closedOn"] },
    {
      event: "ESCALATE",
      from: [VERIFIED],
      to: ESCALATED,
      actors: ["JUSTICE"],
      basis: SUPERVISION,
      sets: ["supervision"],
    },
  ],
});

describeEnum(AlertState, ALERT.name, "State of an alert (监察处置状态).", describedStates(ALERT));
