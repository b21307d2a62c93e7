/** Verbs of consultations: of one that citizen-1 asked officer-1's agency. */
import type { TestStack } from "../stack.js";
import { openMatterId } from "./cases.js";
import type { VerbEntry, Verbs } from "./index.js";

const STEPS = {
  answerConsultation: ["officer-1", "AnswerConsultationInput", { answer: "应当重新申请。" }],
  followUpConsultation: ["citizen-1", "FollowUpConsultationInput", { question: "要带哪些材料？" }],
  publishConsultation: [
    "officer-1",
    "PublishConsultationInput",
    { publicQuestion: "搬店要重新申请吗？", publicAnswer: "应当重新申请。" },
  ],
  retractConsultation: ["citizen-1", "ConsultationStepInput", {}],
  withdrawConsultation: ["citizen-1", "ConsultationStepInput", {}],
} as const;

/** A step of a consultation. */
export type ConsultationStepName = keyof typeof STEPS;

/** What is asked of the matter. */
export const questionOf = async (stack: TestStack): Promise<object> => ({
  matterId: await openMatterId(stack),
  question: "我是张示例，搬店要重新申请吗？",
  mayPublish: true,
});

/** A consultation of citizen-1 after these steps. */
export const consultationAfter = async (
  stack: TestStack,
  ...steps: ConsultationStepName[]
): Promise<{ consultationId: string; expectedVersion: number }> => {
  const take = async (name: string, viewer: string, type: string, input: object): Promise<string> => {
    const { body } = await stack.ask(
      `mutation ($input: ${type}!) { done: ${name}(input: $input) { consultation { id } } }`,
      { viewer, variables: { input } },
    );
    if (body.errors || !body.data.done) throw new Error(`${name}: ${JSON.stringify(body)}`);
    return body.data.done.consultation.id;
  };
  const consultationId = await take("askConsultation", "citizen-1", "AskConsultationInput", await questionOf(stack));
  let expectedVersion = 1;
  for (const step of steps) {
    const [viewer, type, more] = STEPS[step];
    await take(step, viewer, type, { consultationId, expectedVersion, ...more });
    expectedVersion += 1;
  }
  return { consultationId, expectedVersion };
};

const entry = (name: ConsultationStepName, letters: string, ...before: ConsultationStepName[]): VerbEntry => ({
  input: STEPS[name][1],
  selects: "consultation { id }",
  prepare: async (stack) => ({ ...(await consultationAfter(stack, ...before)), ...STEPS[name][2] }),
  letters,
});

/** Verbs of consultations. */
export const CONSULTATION_VERBS: Verbs = {
  askConsultation: {
    input: "AskConsultationInput",
    selects: "consultation { id }",
    prepare: questionOf,
    letters: "DYYY DDDDD DD",
  },
  answerConsultation: entry("answerConsultation", "DDDD YHDDR DD"),
  followUpConsultation: entry("followUpConsultation", "DYHH DDDDD DD", "answerConsultation"),
  publishConsultation: entry("publishConsultation", "DDDD YHDDR DD", "answerConsultation"),
  retractConsultation: entry("retractConsultation", "DYRR YRDDR DD", "answerConsultation", "publishConsultation"),
  withdrawConsultation: entry("withdrawConsultation", "DYHH DDDDD DD"),
};
