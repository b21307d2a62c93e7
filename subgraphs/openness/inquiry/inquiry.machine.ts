/** The machine of an inquiry (国办发〔2020〕53号, L27): received, routed to a body, answered, called back, closed; published where the asker agreed. Pure. */
import { basisOfProcedure } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import {
  defineMachine,
  describedStates,
  isStated,
  REASONS_TOLD,
  type Guard,
  type Transition,
} from "../../../platform/machine/index.js";

/** State of an inquiry. */
export enum InquiryState {
  RECEIVED = "RECEIVED",
  TRIAGED = "TRIAGED",
  ASSIGNED = "ASSIGNED",
  RETURNED = "RETURNED",
  REPLIED = "REPLIED",
  CALLED_BACK = "CALLED_BACK",
  CLOSED = "CLOSED",
  MERGED = "MERGED",
}

/** What happens to it. */
export type InquiryEvent =
  "TRIAGE" | "MERGE" | "ASSIGN" | "RETURN" | "REPLY" | "CALL_BACK" | "RATE" | "CLOSE" | "PUBLISH" | "RETRACT";

/** What its guards look at. */
export interface InquiryGuardFacts {
  readonly reasons?: string;
  readonly reply?: string;
  /** The other inquiry is of the same asker, who is named in both, came to the same body, and goes on. */
  readonly isDuplicate?: boolean;
  /** The asker said how they are reached. */
  readonly reachable?: boolean;
  /** The asker agreed that question and reply are published. */
  readonly mayPublish?: boolean;
}

const { RECEIVED, TRIAGED, ASSIGNED, RETURNED, REPLIED, CALLED_BACK, CLOSED, MERGED } = InquiryState;

type Step = Transition<InquiryState, InquiryEvent, InquiryGuardFacts>;

const basis = basisOfProcedure("INQUIRY");

const CONSENT: Guard<InquiryGuardFacts> = {
  reason: "CONSENT_NEEDED",
  en: "the asker's consent",
  holds: ({ mayPublish }) => mayPublish === true,
};

const routing: readonly Step[] = [
  { event: "TRIAGE", from: [RECEIVED], to: TRIAGED, actors: ["OFFICER"], basis },
  {
    event: "MERGE",
    from: [RECEIVED, TRIAGED],
    to: MERGED,
    actors: ["OFFICER"],
    guards: [
      {
        reason: "DUPLICATE_NEEDED",
        en: "another inquiry of the same asker, both with a name, to the same body, that is not merged itself",
        holds: ({ isDuplicate }) => isDuplicate === true,
      },
    ],
    basis,
    sets: ["mergedInto"],
  },
  { event: "ASSIGN", from: [TRIAGED, RETURNED], to: ASSIGNED, actors: ["OFFICER"], basis },
  { event: "RETURN", from: [ASSIGNED], to: RETURNED, actors: ["OFFICER"], guards: [REASONS_TOLD], basis },
];

const answering: readonly Step[] = [
  {
    event: "REPLY",
    from: [ASSIGNED],
    to: REPLIED,
    actors: ["OFFICER"],
    guards: [{ reason: "ANSWER_NEEDED", en: "the body's reply", holds: ({ reply }) => isStated(reply) }],
    basis,
    limit: "L27",
    sets: ["reply", "repliedOn"],
  },
  { event: "RATE", from: [REPLIED], to: CALLED_BACK, actors: ["SUBJECT"], basis, sets: ["calledBackOn"] },
  {
    event: "CALL_BACK",
    from: [REPLIED],
    to: CALLED_BACK,
    actors: ["OFFICER"],
    guards: [
      {
        reason: "CONTACT_NEEDED",
        en: "a way to reach the asker",
        holds: ({ reachable }) => reachable === true,
      },
    ],
    basis,
    sets: ["calledBackOn"],
  },
  { event: "CLOSE", from: [CALLED_BACK], to: CLOSED, actors: ["OFFICER"], basis, sets: ["closedOn"] },
  {
    event: "CLOSE",
    from: [REPLIED],
    to: CLOSED,
    actors: ["OFFICER"],
    guards: [
      {
        reason: "CALL_BACK_NEEDED",
        en: "whoever can be reached is called back",
        holds: ({ reachable }) => reachable !== true,
      },
    ],
    basis,
    sets: ["closedOn"],
  },
];

/** What is public does not change the state; consent is taken back before anything is public, too. */
const publication: readonly Step[] = [
  ...[REPLIED, CALLED_BACK, CLOSED].flatMap((state): Step[] => [
    { event: "PUBLISH", from: [state], to: state, actors: ["OFFICER"], guards: [CONSENT], basis },
    { event: "RETRACT", from: [state], to: state, actors: ["SUBJECT", "OFFICER"], guards: [CONSENT], basis },
  ]),
  ...[RECEIVED, TRIAGED, ASSIGNED, RETURNED].map((state): Step => ({
    event: "RETRACT",
    from: [state],
    to: state,
    actors: ["SUBJECT"],
    guards: [CONSENT],
    basis,
  })),
];

/** Life of an inquiry. */
export const INQUIRY = defineMachine<InquiryState, InquiryEvent, InquiryGuardFacts>({
  name: "InquiryState",
  title: "Inquiry 群众诉求",
  states: {
    RECEIVED: { zh: "已受理", en: "Received" },
    TRIAGED: { zh: "待派单", en: "Sorted by kind, waits for a body" },
    ASSIGNED: { zh: "办理中", en: "With the body that handles it" },
    RETURNED: { zh: "已退回", en: "Returned to the pool by the body: not its task" },
    REPLIED: { zh: "已答复", en: "Replied" },
    CALLED_BACK: { zh: "已回访", en: "The asker was called back, or rated it" },
    CLOSED: { zh: "已办结", en: "Closed", terminal: true },
    MERGED: { zh: "已合并", en: "Merged into another inquiry of the same asker", terminal: true },
  },
  initial: RECEIVED,
  transitions: [...routing, ...answering, ...publication],
});

describeEnum(InquiryState, INQUIRY.name, "State of an inquiry (诉求状态).", describedStates(INQUIRY));
