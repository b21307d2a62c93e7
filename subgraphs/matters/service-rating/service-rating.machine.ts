/** Two machines of ratings (国办发〔2019〕51号, L22): a bad one's rectification, with no closing without a call-back, and a comment's moderation. Pure. */
import { basisOfLimit } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import {
  defineMachine,
  describedStates,
  REASONS_TOLD,
  type Guard,
  type Transition,
} from "../../../platform/machine/index.js";

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
export type RectificationEvent = "VERIFY" | "APPEAL" | "REJECT" | "BEGIN" | "RECTIFY" | "CALL_BACK" | "CLOSE";

/** What its guards look at. */
export interface RectificationGuardFacts {
  readonly reasons?: string;
  /** True where the agency appealed before. */
  readonly appealed?: boolean;
}

const BASIS = basisOfLimit("L22");
const { OPEN, VERIFIED, REJECTED, RECTIFYING, RECTIFIED, CALLED_BACK, CLOSED } = RectificationState;

type Step = Transition<RectificationState, RectificationEvent, RectificationGuardFacts>;

const APPEALED: Guard<RectificationGuardFacts> = {
  reason: "RATING_APPEAL_NEEDED",
  en: "an appeal of the agency that was rated",
  holds: ({ appealed }) => appealed === true,
};

const APPEALED_ONCE: Guard<RectificationGuardFacts> = {
  reason: "RATING_APPEALED",
  en: "no appeal before",
  holds: ({ appealed }) => appealed !== true,
};

/** Life of a rectification. */
export const RECTIFICATION = defineMachine<RectificationState, RectificationEvent, RectificationGuardFacts>({
  name: "RectificationState",
  title: "Rectification of a bad rating 差评整改",
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
    ...[OPEN, VERIFIED].map((state): Step => ({
      event: "APPEAL",
      from: [state],
      to: state,
      actors: ["OFFICER"],
      guards: [APPEALED_ONCE, REASONS_TOLD],
      basis: BASIS,
    })),
    {
      event: "REJECT",
      from: [OPEN, VERIFIED],
      to: REJECTED,
      // Whoever was rated does not judge the rating.
      actors: ["SUPERVISOR"],
      guards: [APPEALED, REASONS_TOLD],
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

/** Where the moderation of a comment stands. */
export enum Moderation {
  PENDING = "PENDING",
  PASSED = "PASSED",
  BLOCKED = "BLOCKED",
}

/** What a moderator decides. */
export type ModerationEvent = "PASS" | "BLOCK";

/** Moderation of a comment, by those who may read it as it was written (service-rating.policy.ts): never by the agency that was rated. */
export const MODERATION = defineMachine<Moderation, ModerationEvent, object>({
  name: "Moderation",
  title: "Moderation of a comment 评价内容审核",
  states: {
    PENDING: { zh: "待审核", en: "Not looked at" },
    PASSED: { zh: "审核通过", en: "May be shown", terminal: true },
    BLOCKED: { zh: "审核不通过", en: "Must not be shown", terminal: true },
  },
  initial: Moderation.PENDING,
  transitions: [
    { event: "PASS", from: [Moderation.PENDING], to: Moderation.PASSED, actors: ["SUPERVISOR"], basis: BASIS },
    { event: "BLOCK", from: [Moderation.PENDING], to: Moderation.BLOCKED, actors: ["SUPERVISOR"], basis: BASIS },
  ],
});

describeEnum(
  Moderation,
  MODERATION.name,
  "Where the moderation of a comment stands (评价内容审核).",
  describedStates(MODERATION),
);
