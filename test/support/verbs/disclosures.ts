/** Verbs of requests for information: citizen-1 asks officer-1's agency. */
import type { TestStack } from "../stack.js";
import type { Verbs } from "./index.js";
import { ITS_DOCUMENT } from "./openness.js";

/** Agency of officer-1, as requests name it. */
export const ASKED_AGENCY = "CN-USCC-11990101MB9000015E";

/** What citizen-1 asks for. */
export const ASKED = {
  ...{ agencyId: ASKED_AGENCY, applicantName: "欧阳小明", contact: "13900000001" },
  ...{ description: "食品小作坊登记数量。", formWanted: "ELECTRONIC" },
} as const;

/** A request as steps name it. */
export interface AskedRequest {
  readonly requestNo: string;
  readonly expectedVersion: number;
}

/** What a step of a request answers. */
export const stepped = async (
  stack: TestStack,
  { verb, input, viewer }: { readonly verb: string; readonly input: object; readonly viewer: string },
): Promise<AskedRequest> => {
  const { body } = await stack.ask(
    `mutation ($input: ${DISCLOSURE_VERBS[verb]!.input}!) { done: ${verb}(input: $input) { disclosureRequest { requestNo version } } }`,
    { viewer, variables: { input } },
  );
  if (body.errors) throw new Error(JSON.stringify(body));
  const { requestNo, version } = body.data.done.disclosureRequest;
  return { requestNo, expectedVersion: version };
};

/** A request that citizen-1 just made. */
export const askedRequest = (stack: TestStack): Promise<AskedRequest> =>
  stepped(stack, { verb: "requestDisclosure", input: ASKED, viewer: "citizen-1" });

const NOTICE = { unclear: "请说明年份。", correctBy: "2026-09-29" };

/** One that is unclear. */
export const unclearRequest = async (stack: TestStack): Promise<AskedRequest> =>
  stepped(stack, {
    verb: "askDisclosureCorrection",
    input: { ...(await askedRequest(stack)), ...NOTICE },
    viewer: "officer-1",
  });

/** One about which a third party is asked. */
export const consultedRequest = async (stack: TestStack): Promise<AskedRequest> =>
  stepped(stack, {
    verb: "consultThirdParty",
    input: { ...(await askedRequest(stack)), thirdParty: "某企业" },
    viewer: "officer-1",
  });

const payload = "disclosureRequest { requestNo }";
const SUBJECT = "DYHH DDDDD DD";
const OFFICER = "DDDD YHDDR DD";

/** Verbs of requests for information. */
export const DISCLOSURE_VERBS: Verbs = {
  requestDisclosure: {
    input: "RequestDisclosureInput",
    selects: payload,
    prepare: async () => ASKED,
    // agent-1 acts for a body, which says its kind.
    letters: "DYYR DDDDD DD",
  },
  askDisclosureCorrection: {
    input: "AskDisclosureCorrectionInput",
    selects: payload,
    prepare: async (stack) => ({ ...(await askedRequest(stack)), ...NOTICE }),
    letters: OFFICER,
  },
  correctDisclosure: {
    input: "CorrectDisclosureInput",
    selects: payload,
    prepare: async (stack) => ({ ...(await unclearRequest(stack)), correction: "2025年的登记数量。" }),
    letters: SUBJECT,
  },
  consultThirdParty: {
    input: "ConsultThirdPartyInput",
    selects: payload,
    prepare: async (stack) => ({ ...(await askedRequest(stack)), thirdParty: "某企业" }),
    letters: OFFICER,
  },
  recordThirdPartyOpinion: {
    input: "RecordThirdPartyOpinionInput",
    selects: payload,
    prepare: async (stack) => ({ ...(await consultedRequest(stack)), opinion: "CONSENTS" }),
    letters: OFFICER,
  },
  extendDisclosure: {
    input: "ExtendDisclosureInput",
    selects: payload,
    prepare: async (stack) => ({ ...(await askedRequest(stack)), approvedByHead: true, reasons: "档案较多。" }),
    letters: OFFICER,
  },
  answerDisclosure: {
    input: "AnswerDisclosureInput",
    selects: payload,
    prepare: async (stack) => ({ ...(await askedRequest(stack)), outcome: "DISCLOSED", indexNo: ITS_DOCUMENT }),
    letters: OFFICER,
  },
  withdrawDisclosure: {
    input: "DisclosureStepInput",
    selects: payload,
    prepare: (stack) => askedRequest(stack),
    letters: SUBJECT,
  },
};
