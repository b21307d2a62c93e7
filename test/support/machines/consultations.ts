/** The machine of a consultation, as tests drive it: citizen-1 asks officer-1's agency; every third asker does not agree to publication. */
import type { Actor } from "../../../platform/machine/index.js";
import {
  CONSULTATION,
  ConsultationState,
  type ConsultationEvent,
  type ConsultationGuardFacts,
} from "../../../subgraphs/matters/consultation/consultation.machine.js";
import { questionOf } from "../verbs/consultations.js";
import type { ModelledMachine, ModelledVerb } from "./model.js";
import { rowWithJournal } from "./stored.js";

type Facts = ConsultationGuardFacts;

const ASKER = "citizen-1";

const agrees = (number: number): boolean => number % 3 !== 0;

const verb = (
  by: Actor | readonly Actor[],
  event: ConsultationEvent,
  name: string,
  input = "ConsultationStepInput",
  said: object = {},
): ModelledVerb<ConsultationEvent, Facts> => ({
  ...{ verb: name, input, event, by },
  wordings: [
    {
      input: said,
      after: (now) => (event === "ANSWER" ? { ...now, ...said } : now),
      // Whoever takes their question out of publication takes back their consent.
      stays: ({ mayPublish }, { viewer }) => ({ mayPublish: mayPublish && !(event === "RETRACT" && viewer === ASKER) }),
    },
  ],
});

const isPublic = (state: ConsultationState): boolean => state === ConsultationState.PUBLISHED;

/** Consultations. */
export const CONSULTATIONS: ModelledMachine<ConsultationState, ConsultationEvent, Facts> = {
  machine: CONSULTATION,
  selects: "object: consultation { key: id state version }",
  keyInput: "consultationId",
  // Consent that was taken back comes back in no sequence.
  sequences: 40,
  viewers: {
    [ASKER]: { may: ["SUBJECT"], plays: ["SUBJECT"], knows: () => true },
    "officer-1": { may: ["OFFICER"], plays: ["OFFICER"], knows: () => true },
    "publisher-1": { may: ["OFFICER"], plays: [], knows: () => true },
    "citizen-2": { may: ["SUBJECT"], plays: [], knows: isPublic },
    "officer-2": { may: ["OFFICER"], plays: [], knows: isPublic },
    "supervisor-1": { may: [], plays: [], knows: () => true },
  },
  verbs: [
    verb("OFFICER", "ANSWER", "answerConsultation", "AnswerConsultationInput", { answer: "应当重新申请。" }),
    verb("SUBJECT", "FOLLOW_UP", "followUpConsultation", "FollowUpConsultationInput", { question: "要带哪些材料？" }),
    verb("OFFICER", "PUBLISH", "publishConsultation", "PublishConsultationInput", {
      ...{ publicQuestion: "搬店要重新申请吗？", publicAnswer: "应当重新申请。" },
    }),
    verb(["SUBJECT", "OFFICER"], "RETRACT", "retractConsultation"),
    verb("SUBJECT", "WITHDRAW", "withdrawConsultation"),
  ],
  async begin(stack, number) {
    const input = { ...(await questionOf(stack)), mayPublish: agrees(number) };
    const { body } = await stack.ask(
      "mutation ($input: AskConsultationInput!) { askConsultation(input: $input) { consultation { id } } }",
      { viewer: ASKER, variables: { input } },
    );
    if (body.errors) throw new Error(JSON.stringify(body));
    return body.data.askConsultation.consultation.id;
  },
  facts: (number) => ({ mayPublish: agrees(number) }),
  stored: (stack, id) =>
    rowWithJournal(stack, { service: "matters", table: "consultations", key: "id", kind: "Consultation" }, id),
};
