/** The machine of an alert of e-monitoring (电子监察, docs/reference/time-limits.md#clocks-and-lights): the agency explains or corrects, the supervisor verifies. Pure. */
import { describeEnum } from "../../../platform/graphql/index.js";
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
export type AlertEvent = "NOTIFY" | "EXPLAIN" | "CORRECT" | "VERIFY" | "CLOSE" | "ESCALATE";

/** What its guards look at. */
export interface AlertGuardFacts {
  readonly explanation?: string;
}

const BASIS = "电子监察规定（各地不同）";
const { RAISED, NOTIFIED, EXPLAINED, CORRECTED, VERIFIED, CLOSED, ESCALATED } = AlertState;

/** Life of an alert. */
export const ALERT = defineMachine<AlertState, AlertEvent, AlertGuardFacts>({
  name: "AlertState",
  states: {
    RAISED: { zh: "已产生", en: "Raised" },
    NOTIFIED: { zh: "已通知", en: "The agency was told" },
    EXPLAINED: { zh: "已说明", en: "The agency explained" },
    CORRECTED: { zh: "已整改", en: "The agency corrected it" },
    VERIFIED: { zh: "已核实", en: "The supervisor verified" },
    CLOSED: { zh: "已办结", en: "Closed", terminal: true },
    ESCALATED: { zh: "已出具监察建议书", en: "A supervision recommendation was issued" },
  },
  initial: RAISED,
  transitions: [
    { event: "NOTIFY", from: [RAISED], to: NOTIFIED, actors: ["SUPERVISOR", "TIME"], basis: BASIS },
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
    { event: "CLOSE", from: [VERIFIED, ESCALATED], to: CLOSED, actors: ["SUPERVISOR"], basis: BASIS },
    { event: "ESCALATE", from: [VERIFIED], to: ESCALATED, actors: ["SUPERVISOR"], basis: BASIS },
  ],
});

describeEnum(AlertState, ALERT.name, "State of an alert (监察处置状态).", describedStates(ALERT));
