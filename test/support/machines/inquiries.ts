/** The machine of an inquiry, as tests drive it: citizen-1 asks officer-1's body, every second time without a name. */
import type { Actor } from "../../../platform/machine/index.js";
import {
  INQUIRY,
  type InquiryEvent,
  type InquiryGuardFacts,
  type InquiryState,
} from "../../../subgraphs/openness/inquiry/inquiry.machine.js";
import { HOTLINE, received, SHOWN } from "../verbs/inquiries.js";
import type { ModelledMachine, ModelledVerb, Wording } from "./model.js";
import { rowWithJournal } from "./stored.js";

type Facts = InquiryGuardFacts;

const verb = (
  by: Actor | readonly Actor[],
  event: InquiryEvent,
  name: string,
  input: string,
  ...wordings: readonly Wording<Facts>[]
): ModelledVerb<InquiryEvent, Facts> => ({ verb: name, input, event, by, wordings });

/** An input, and what guards look at then; what stays is whether the asker can be reached, and agreed. */
const said = (input: object, makes: Facts = {}): Wording<Facts> => ({
  input,
  after: (now) => ({ ...now, ...makes }),
  stays: ({ reachable = false, mayPublish = false }) => ({ reachable, mayPublish }),
});

/** Inquiries. */
export const INQUIRIES: ModelledMachine<InquiryState, InquiryEvent, Facts> = {
  machine: INQUIRY,
  selects: "object: inquiry { key: inquiryNo state version }",
  keyInput: "inquiryNo",
  sequences: 60,
  // What is published everybody knows of: whoever else may know of an inquiry is in the table of visibility.
  viewers: {
    "citizen-1": { may: ["SUBJECT"], plays: ["SUBJECT"], knows: () => true },
    "officer-1": { may: ["OFFICER"], plays: ["OFFICER"], knows: () => true },
    "supervisor-1": { may: [], plays: [], knows: () => true },
  },
  verbs: [
    verb("OFFICER", "TRIAGE", "triageInquiry", "TriageInquiryInput", said({ kind: "HELP" })),
    verb(
      ...(["OFFICER", "MERGE", "mergeInquiry", "MergeInquiryInput"] as const),
      {
        ...said({ into: "WZ222401-2026-005" }),
        // One without a name is merged into none.
        after: (now) => ({ ...now, isDuplicate: now.reachable === true }),
      },
      said({ into: "WZ222401-2026-008" }, { isDuplicate: false }),
    ),
    verb("OFFICER", "ASSIGN", "assignInquiry", "AssignInquiryInput", said({ channelId: HOTLINE })),
    verb(
      ...(["OFFICER", "RETURN", "returnInquiry", "ReturnInquiryInput"] as const),
      said({ reasons: "不属于本单位职责。" }, { reasons: "不属于本单位职责。" }),
      said({ reasons: " " }, { reasons: " " }),
    ),
    verb(
      ...(["OFFICER", "REPLY", "replyInquiry", "ReplyInquiryInput"] as const),
      said({ reply: "应当重新登记。" }, { reply: "应当重新登记。" }),
      said({ reply: " " }, { reply: " " }),
    ),
    verb("SUBJECT", "RATE", "rateInquiry", "RateInquiryInput", said({ satisfaction: "SATISFIED" })),
    verb("OFFICER", "CALL_BACK", "callBackInquiry", "CallBackInquiryInput", said({})),
    verb("OFFICER", "CLOSE", "closeInquiry", "InquiryStepInput", said({})),
    verb("OFFICER", "PUBLISH", "publishInquiry", "PublishInquiryInput", said(SHOWN)),
    verb(["SUBJECT", "OFFICER"], "RETRACT", "retractInquiry", "InquiryStepInput", {
      input: {},
      after: (now) => now,
      stays: ({ reachable = false }, { viewer }) => ({ reachable, mayPublish: viewer !== "citizen-1" }),
    }),
  ],
  begin: async (stack, number) =>
    (await received(stack, number % 2 === 0 ? {} : { askerName: undefined, contact: undefined })).inquiryNo,
  facts: (number) => ({ reachable: number % 2 === 0, mayPublish: true }),
  stored: (stack, id) =>
    rowWithJournal(stack, { service: "openness", table: "inquiries", key: "inquiry_no", kind: "Inquiry" }, id),
};
