/** The machine of an online consultation (在线咨询, L27): asked, answered by the agency, asked again, published where the asker agreed. Pure. */
import { basisOfLimit } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates, isStated, type Guard } from "../../../platform/machine/index.js";

/** State of a consultation. */
export enum ConsultationState {
  ASKED = "ASKED",
  ANSWERED = "ANSWERED",
  PUBLISHED = "PUBLISHED",
  WITHDRAWN = "WITHDRAWN",
}

/** What happens to it. */
export type ConsultationEvent = "ANSWER" | "FOLLOW_UP" | "PUBLISH" | "RETRACT" | "WITHDRAW";

/** What its guards look at. */
export interface ConsultationGuardFacts {
  readonly answer?: string;
  /** True where the asker agreed that question and answer are published. */
  readonly mayPublish: boolean;
}

const { ASKED, ANSWERED, PUBLISHED, WITHDRAWN } = ConsultationState;

/** Which limit runs from a question to its answer. */
export const ANSWER_LIMIT = "L27-CONSULTATION";
const basis = basisOfLimit(ANSWER_LIMIT);

const CONSENT: Guard<ConsultationGuardFacts> = {
  reason: "CONSENT_NEEDED",
  en: "the asker's consent",
  holds: ({ mayPublish }) => mayPublish,
};

/** Life of a consultation. */
export const CONSULTATION = defineMachine<ConsultationState, ConsultationEvent, ConsultationGuardFacts>({
  name: "ConsultationState",
  title: "Online consultation 在线咨询",
  states: {
    ASKED: { zh: "待答复", en: "Asked, not answered yet" },
    ANSWERED: { zh: "已答复", en: "Answered" },
    PUBLISHED: { zh: "已公开", en: "Answered, and published without the asker" },
    WITHDRAWN: { zh: "已撤回", en: "Taken back before it was answered", terminal: true },
  },
  initial: ASKED,
  transitions: [
    {
      event: "ANSWER",
      from: [ASKED],
      to: ANSWERED,
      actors: ["OFFICER"],
      guards: [{ reason: "ANSWER_NEEDED", en: "the agency's answer", holds: ({ answer }) => isStated(answer) }],
      basis,
      limit: ANSWER_LIMIT,
      sets: ["answeredOn"],
    },
    { event: "FOLLOW_UP", from: [ANSWERED], to: ASKED, actors: ["SUBJECT"], basis },
    {
      event: "PUBLISH",
      from: [ANSWERED],
      to: PUBLISHED,
      actors: ["OFFICER"],
      guards: [CONSENT],
      basis,
      sets: ["publishedOn", "publicQuestion", "publicAnswer"],
    },
    { event: "RETRACT", from: [PUBLISHED], to: ANSWERED, actors: ["SUBJECT", "OFFICER"], basis },
    // Consent is taken back before anything is public, too.
    ...([ASKED, ANSWERED] as const).map((state) => ({
      event: "RETRACT" as const,
      from: [state],
      to: state,
      actors: ["SUBJECT"] as const,
      guards: [CONSENT],
      basis,
    })),
    { event: "WITHDRAW", from: [ASKED], to: WITHDRAWN, actors: ["SUBJECT"], basis },
  ],
});

describeEnum(
  ConsultationState,
  CONSULTATION.name,
  "State of a consultation (咨询状态).",
  describedStates(CONSULTATION),
);
