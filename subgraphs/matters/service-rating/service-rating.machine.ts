/** The machine of a bad rating's rectification (国办发〔2019〕51号, L22): no closing without a call-back. Pure. */
import { limitRule } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/index.js";
import { defineMachine, describedStates, REASONS_TOLD } from "../../../platform/machine/index.js";

/** State of the rectification of a bad rating. */
export enum RectificationState {
  OPEN = "OPEN",
  VERIFIED = "VERIFIED",
  REJECTED = "REJECTED",
  RECTIFYING = "RECTIFYING",
  RECTIFIED = "RECTIFIED",
  CALLED_BACK = "CALLED_BACK",
  CLOSED = "CLOSED",
}

/** What happens to a rectification. */
export type RectificationEvent = "VERIFY" | "REJECT" | "BEGIN" | "RECTIFY" | "CALL_BACK" | "CLOSE";

/** What its guards look at. */
export interface RectificationGuardFacts {
  readonly reasons?: string;
}

const BASIS = limitRule("L22").basisClause;
const { OPEN, VERIFIED, REJECTED, RECTIFYING, RECTIFIED, CALLED_BACK, CLOSED } = RectificationState;

/** Life of a rectification. */
export const RECTIFICATION = defineMachine<RectificationState, RectificationEvent, RectificationGuardFacts>({
  name: "RectificationState",
  states: {
    OPEN: { zh: "待核实", en: "Received" },
    VERIFIED: { zh: "核实属实", en: "Found true" },
    REJECTED: { zh: "误评或恶意差评", en: "Found mistaken or malicious", terminal: true },
    RECTIFYING: { zh: "整改中", en: "Being put right" },
    RECTIFIED: { zh: "已整改", en: "Put right" },
    CALLED_BACK: { zh: "已回访", en: "The rater was called back" },
    CLOSED: { zh: "已办结", en: "Closed", terminal: true },
  },
  initial: OPEN,
  transitions: [
    { event: "VERIFY", from: [OPEN], to: VERIFIED, actors: ["OFFICER"], basis: BASIS },
    {
      event: "REJECT",
      from: [OPEN, VERIFIED],
      to: REJECTED,
      actors: ["OFFICER"],
      guards: [REASONS_TOLD],
      basis: BASIS,
    },
    { event: "BEGIN", from: [VERIFIED], to: RECTIFYING, actors: ["OFFICER"], basis: BASIS },
    {
      event: "RECTIFY",
      from: [RECTIFYING],
      to: RECTIFIED,
      actors: ["OFFICER"],
      basis: BASIS,
      limit: "L22",
      sets: ["rectifiedOn"],
    },
    { event: "CALL_BACK", from: [RECTIFIED], to: CALLED_BACK, actors: ["OFFICER"], basis: BASIS },
    { event: "CLOSE", from: [CALLED_BACK], to: CLOSED, actors: ["OFFICER"], basis: BASIS },
  ],
});

describeEnum(
  RectificationState,
  RECTIFICATION.name,
  "State of a bad rating's rectification (差评整改状态).",
  describedStates(RECTIFICATION),
);
