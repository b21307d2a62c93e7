/** Verbs of inquiries: citizen-1 asks officer-1's body by its hotline, which handles it itself. */
import type { TestStack } from "../stack.js";
import type { Verbs } from "./index.js";

/** Channels of the bodies of officer-1 and officer-2. */
export const HOTLINE = "CY-11990101MB9000015E";
export const CENTRE_MAILBOX = "CY-12990101MB90000236";

/** What citizen-1 asks. */
export const INQUIRED = {
  ...{ channelId: HOTLINE, kind: "CONSULTATION", content: "小作坊搬迁后登记证还能用吗？" },
  ...{ askerName: "欧阳小明", contact: "13900000001", mayPublish: true },
} as const;

/** Question and reply as everybody reads them. */
export const SHOWN = { publicContent: "搬迁后登记证还能用吗？", publicReply: "应当重新登记。" } as const;

/** An inquiry as steps name it. */
export interface AskedInquiry {
  readonly inquiryNo: string;
  readonly expectedVersion: number;
}

/** What a step of an inquiry answers. */
export const inquiryStep = async (
  stack: TestStack,
  viewer: string,
  verb: string,
  input: object,
): Promise<AskedInquiry> => {
  const { body } = await stack.ask(
    `mutation ($input: ${INQUIRY_VERBS[verb]!.input}!) { done: ${verb}(input: $input) { inquiry { inquiryNo version } } }`,
    { viewer, variables: { input } },
  );
  if (body.errors) throw new Error(JSON.stringify(body));
  const { inquiryNo, version } = body.data.done.inquiry;
  return { inquiryNo, expectedVersion: version };
};

/** One that was just received; `differs` is what is asked otherwise. */
export const received = (stack: TestStack, differs: object = {}): Promise<AskedInquiry> =>
  inquiryStep(stack, "citizen-1", "askInquiry", { ...INQUIRED, ...differs });

/** One that is sorted. */
export const triaged = async (stack: TestStack, differs: object = {}): Promise<AskedInquiry> => {
  const input = { ...(await received(stack, differs)), kind: "CONSULTATION" };
  return inquiryStep(stack, "officer-1", "triageInquiry", input);
};

/** One that a body handles, by default that of officer-1. */
export const assigned = async (stack: TestStack, differs: object = {}, channelId = HOTLINE): Promise<AskedInquiry> =>
  inquiryStep(stack, "officer-1", "assignInquiry", { ...(await triaged(stack, differs)), channelId });

/** One that is replied to. */
export const replied = async (stack: TestStack, differs: object = {}): Promise<AskedInquiry> =>
  inquiryStep(stack, "officer-1", "replyInquiry", { ...(await assigned(stack, differs)), reply: "应当重新登记。" });

/** One whose asker was called back. */
export const calledBack = async (stack: TestStack): Promise<AskedInquiry> =>
  inquiryStep(stack, "officer-1", "callBackInquiry", { ...(await replied(stack)), satisfaction: "SATISFIED" });

const selects = "inquiry { inquiryNo }";
const SUBJECT = "DYHH DDDDD DD";
const OFFICER = "DDDD YHDDR DD";

/** Verbs of inquiries. */
export const INQUIRY_VERBS: Verbs = {
  askInquiry: { input: "AskInquiryInput", selects, prepare: async () => INQUIRED, letters: "DYYY DDDDD DD" },
  triageInquiry: {
    ...{ input: "TriageInquiryInput", selects, letters: OFFICER },
    prepare: async (stack) => ({ ...(await received(stack)), kind: "HELP" }),
  },
  mergeInquiry: {
    ...{ input: "MergeInquiryInput", selects, letters: OFFICER },
    prepare: async (stack) => ({ ...(await received(stack)), into: "WZ222401-2026-005" }),
  },
  assignInquiry: {
    ...{ input: "AssignInquiryInput", selects, letters: OFFICER },
    prepare: async (stack) => ({ ...(await triaged(stack)), channelId: CENTRE_MAILBOX }),
  },
  returnInquiry: {
    ...{ input: "ReturnInquiryInput", selects, letters: OFFICER },
    prepare: async (stack) => ({ ...(await assigned(stack)), reasons: "不属于本单位职责。" }),
  },
  replyInquiry: {
    ...{ input: "ReplyInquiryInput", selects, letters: OFFICER },
    prepare: async (stack) => ({ ...(await assigned(stack)), reply: "应当重新登记。" }),
  },
  rateInquiry: {
    ...{ input: "RateInquiryInput", selects, letters: SUBJECT },
    prepare: async (stack) => ({ ...(await replied(stack)), satisfaction: "SATISFIED" }),
  },
  callBackInquiry: {
    ...{ input: "CallBackInquiryInput", selects, letters: OFFICER },
    prepare: (stack) => replied(stack),
  },
  closeInquiry: {
    ...{ input: "InquiryStepInput", selects, letters: OFFICER },
    prepare: (stack) => calledBack(stack),
  },
  publishInquiry: {
    ...{ input: "PublishInquiryInput", selects, letters: OFFICER },
    prepare: async (stack) => ({ ...(await replied(stack)), ...SHOWN }),
  },
  retractInquiry: {
    ...{ input: "InquiryStepInput", selects, letters: "DYHH YHDDR DD" },
    prepare: (stack) => replied(stack),
  },
};
