/** The machine of a request for information (政府信息公开条例 第二十九条 to 第三十九条, L09-L11): received, made clear once, a third party heard, answered. Pure. */
import { basisOfLimit, basisOfProcedure } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import {
  defineMachine,
  describedStates,
  isStated,
  REASONS_TOLD,
  type Guard,
  type Transition,
} from "../../../platform/machine/index.js";
import { DisclosureOutcome, givesInformation, refusesInformation } from "./disclosure-outcome.js";

/** State of a request. */
export enum DisclosureState {
  RECEIVED = "RECEIVED",
  CORRECTION_ASKED = "CORRECTION_ASKED",
  REGISTERED = "REGISTERED",
  CONSULTING = "CONSULTING",
  ANSWERED = "ANSWERED",
  ABANDONED = "ABANDONED",
  WITHDRAWN = "WITHDRAWN",
}

/** What happens to it. */
export type DisclosureEvent =
  "ASK_CORRECTION" | "CORRECT" | "ABANDON" | "CONSULT" | "RECORD_OPINION" | "EXTEND" | "ANSWER" | "WITHDRAW";

/** What its guards look at. */
export interface DisclosureGuardFacts {
  /** The seven working days for the notice of what is unclear are not over. */
  readonly noticeInTime?: boolean;
  /** The day until which the applicant may make it clear is over. */
  readonly correctionOver?: boolean;
  /** The applicant has made it clear once. */
  readonly corrected?: boolean;
  /** The third party said something, or its limit is over. */
  readonly opinionDue?: boolean;
  /** The limit of the answer is not over. */
  readonly answerInTime?: boolean;
  readonly extended?: boolean;
  readonly approvedByHead?: boolean;
  readonly outcome?: DisclosureOutcome;
  readonly reasons?: string;
  readonly remedy?: string;
  /** There is a public document or a file in which the information is. */
  readonly hasInformation?: boolean;
}

const { RECEIVED, CORRECTION_ASKED, REGISTERED, CONSULTING, ANSWERED, ABANDONED, WITHDRAWN } = DisclosureState;

type Step = Transition<DisclosureState, DisclosureEvent, DisclosureGuardFacts>;
type DisclosureGuard = Guard<DisclosureGuardFacts>;

/** The limits that run: the answer, the notice of what is unclear, the third party's opinion. */
export const ANSWER_LIMIT = "L09";
export const NOTICE_LIMIT = "L10";
export const OPINION_LIMIT = "L11";

const REQUEST = basisOfProcedure("DISCLOSURE-REQUEST");
const HANDLED = [RECEIVED, REGISTERED] as const;

const correctable: DisclosureGuard = {
  reason: "CORRECTION_DAY_PAST",
  en: "the day for making it clear is not over",
  holds: ({ correctionOver }) => correctionOver !== true,
};

const refuses = ({ outcome }: DisclosureGuardFacts): boolean => outcome !== undefined && refusesInformation(outcome);
const gives = ({ outcome }: DisclosureGuardFacts): boolean => outcome !== undefined && givesInformation(outcome);

const answered: readonly DisclosureGuard[] = [
  {
    reason: "REFUSAL_NEEDS_REASONS",
    en: "a refusal tells reasons",
    holds: (facts) => !refuses(facts) || isStated(facts.reasons),
  },
  {
    reason: "REFUSAL_NEEDS_REMEDY",
    en: "a refusal tells the right to review and lawsuit",
    holds: (facts) => !refuses(facts) || isStated(facts.remedy),
  },
  {
    reason: "INFORMATION_NEEDED",
    en: "the information: a public document or a file",
    holds: (facts) => !gives(facts) || facts.hasInformation === true,
  },
  {
    reason: "CORRECTION_FIRST",
    en: "whoever calls a request still unclear has had it corrected",
    holds: ({ outcome, corrected }) => outcome !== DisclosureOutcome.STILL_UNCLEAR || corrected === true,
  },
];

const extension: readonly DisclosureGuard[] = [
  {
    reason: "HEAD_APPROVAL_NEEDED",
    en: "approval by the head of the openness office",
    holds: ({ approvedByHead }) => approvedByHead === true,
  },
  { reason: "EXTENDED_BEFORE", en: "the limit is extended once at most", holds: ({ extended }) => extended !== true },
  { reason: "LIMIT_OVER", en: "the limit is not over", holds: ({ answerInTime }) => answerInTime !== false },
  REASONS_TOLD,
];

const clarity: readonly Step[] = [
  {
    event: "ASK_CORRECTION",
    from: [RECEIVED],
    to: CORRECTION_ASKED,
    actors: ["OFFICER"],
    guards: [
      {
        reason: "NOTICE_LATE",
        en: "what is unclear is told within seven working days",
        holds: ({ noticeInTime }) => noticeInTime !== false,
      },
    ],
    basis: basisOfLimit(NOTICE_LIMIT),
    limit: NOTICE_LIMIT,
    sets: ["correctionAskedOn", "correctBy", "unclear"],
  },
  {
    event: "CORRECT",
    from: [CORRECTION_ASKED],
    to: REGISTERED,
    actors: ["SUBJECT"],
    guards: [correctable],
    basis: basisOfLimit(NOTICE_LIMIT),
  },
  {
    event: "ABANDON",
    from: [CORRECTION_ASKED],
    to: ABANDONED,
    actors: ["TIME"],
    guards: [
      {
        reason: "CORRECTION_DAY_LEFT",
        en: "the day for making it clear is over",
        holds: ({ correctionOver }) => correctionOver === true,
      },
    ],
    basis: basisOfLimit(NOTICE_LIMIT),
    sets: ["endedOn"],
  },
];

const handling: readonly Step[] = [
  {
    event: "CONSULT",
    from: HANDLED,
    to: CONSULTING,
    actors: ["OFFICER"],
    basis: basisOfLimit(OPINION_LIMIT),
  },
  {
    event: "RECORD_OPINION",
    from: [CONSULTING],
    to: REGISTERED,
    actors: ["OFFICER"],
    guards: [
      {
        reason: "OPINION_TIME_LEFT",
        en: "the third party's opinion, or the end of its limit",
        holds: ({ opinionDue }) => opinionDue === true,
      },
    ],
    basis: basisOfLimit(OPINION_LIMIT),
    limit: OPINION_LIMIT,
  },
  ...HANDLED.map((state): Step => ({
    event: "EXTEND",
    from: [state],
    to: state,
    actors: ["OFFICER"],
    guards: extension,
    basis: basisOfLimit(ANSWER_LIMIT),
  })),
  {
    event: "ANSWER",
    from: HANDLED,
    to: ANSWERED,
    actors: ["OFFICER"],
    guards: answered,
    basis: basisOfProcedure("DISCLOSURE-ANSWER"),
    limit: ANSWER_LIMIT,
    sets: ["outcome", "endedOn"],
  },
  {
    event: "WITHDRAW",
    from: [RECEIVED, CORRECTION_ASKED, REGISTERED, CONSULTING],
    to: WITHDRAWN,
    actors: ["SUBJECT"],
    basis: REQUEST,
    sets: ["endedOn"],
  },
];

/** Life of a request. */
export const DISCLOSURE = defineMachine<DisclosureState, DisclosureEvent, DisclosureGuardFacts>({
  name: "DisclosureState",
  title: "Request for information 政府信息公开申请",
  states: {
    RECEIVED: { zh: "已收到", en: "Received" },
    CORRECTION_ASKED: { zh: "待补正", en: "Unclear: the applicant is asked to make it clear" },
    REGISTERED: { zh: "办理中", en: "In hand, made clear or a third party heard" },
    CONSULTING: { zh: "征求第三方意见", en: "A third party is asked; its time does not count" },
    ANSWERED: { zh: "已答复", en: "Answered", terminal: true },
    ABANDONED: { zh: "视为放弃", en: "Not made clear in time: counts as given up", terminal: true },
    WITHDRAWN: { zh: "已撤回", en: "Taken back by the applicant", terminal: true },
  },
  initial: RECEIVED,
  transitions: [...clarity, ...handling],
});

describeEnum(
  DisclosureState,
  DISCLOSURE.name,
  "State of a request for information (政府信息公开申请状态).",
  describedStates(DISCLOSURE),
);
