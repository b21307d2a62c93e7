/** Writes of inquiries for one request: each verb is one step of the machine, with the words that it adds. */
import { basisOfProcedure, localDateOf, withoutPersons } from "../../../platform/domain/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  allowedActions,
  checkPublishable,
  checkStated,
  createHistories,
  openingStep,
  runWrite,
  type RecordedTransition,
} from "../../../platform/write/index.js";
import type { OpennessServices } from "../context.js";
import type { Inquiry } from "../inquiry/inquiry.js";
import { InquiryAction } from "./inquiry-action.js";
import type {
  AskInquiryInput,
  AssignInquiryInput,
  CallBackInquiryInput,
  InquiryStepInput,
  MergeInquiryInput,
  PublishInquiryInput,
  RateInquiryInput,
  ReplyInquiryInput,
  ReturnInquiryInput,
  TriageInquiryInput,
} from "./inquiry-handling.input.js";
import { WRITTEN_INQUIRY } from "./inquiry-handling.policy.js";
import { insertInquiry } from "./inquiry-handling.repository.js";
import type { InquiryPayload } from "./inquiry-handling.type.js";
import { duplicates, takeInquiryStep, willing, type InquiryChange } from "./inquiry-step.js";
import { newInquiry, UNPUBLISHED } from "./new-inquiry.js";

type Payload = Promise<InquiryPayload>;

/** Writes of inquiries. Each throws what `runWrite`, `lockRecord` and `takeStep` throw, and BAD_USER_INPUT for a text without words. */
export interface InquiryHandlingService {
  /** Throws what `newInquiry` throws. */
  ask(input: AskInquiryInput): Payload;
  triage(input: TriageInquiryInput): Payload;
  /** Throws NOT_FOUND for another inquiry that the viewer may not know of. */
  merge(input: MergeInquiryInput): Payload;
  /** Throws NOT_FOUND without such a channel. */
  assign(input: AssignInquiryInput): Payload;
  giveBack(input: ReturnInquiryInput): Payload;
  reply(input: ReplyInquiryInput): Payload;
  rate(input: RateInquiryInput): Payload;
  callBack(input: CallBackInquiryInput): Payload;
  close(input: InquiryStepInput): Payload;
  /** Throws RULE_VIOLATION (PERSONAL_DATA) where a person stands in question or reply still. */
  publish(input: PublishInquiryInput): Payload;
  /** Takes it out of publication; where the asker does, their consent ends with it, whether it was public or not. */
  retract(input: InquiryStepInput): Payload;
  allowedActions(inquiry: Inquiry): InquiryAction[];
  /** Without a word of who asks. */
  history(inquiryNo: string): Promise<RecordedTransition[]>;
}

const BASIS = basisOfProcedure("INQUIRY");

/** The asker's pseudonym is that of all their records: it would tell of anonymous and confidential inquiries whose they are. */
const withoutAsker = (step: RecordedTransition): RecordedTransition =>
  step.part === "SUBJECT" ? { ...step, actor: undefined, agency: undefined } : step;

/** Creates the service for one request. */
export const createInquiryHandling = (
  dependencies: ServiceDependencies,
  services: OpennessServices,
): InquiryHandlingService => {
  const { db, viewer, asOf } = dependencies;
  const today = localDateOf(asOf);
  const histories = createHistories(db, WRITTEN_INQUIRY);
  const payload = async (inquiryNo: string): Payload => {
    const inquiry = await services.inquiries.findAnew(inquiryNo);
    return inquiry === undefined ? {} : { inquiry };
  };
  const step = async (verb: string, input: InquiryStepInput, change: InquiryChange): Payload => {
    const { key } = await runWrite(dependencies, {
      verb,
      input,
      change: (trx, inputHash) => takeInquiryStep(trx, dependencies, input, inputHash, change),
    });
    return payload(key);
  };

  return {
    async ask(input) {
      const channel = await services.participationChannels.find(input.channelId);
      const record = newInquiry(input, { viewer, channel, today });
      const { key } = await runWrite(dependencies, {
        verb: "askInquiry",
        input,
        async change(trx, inputHash) {
          const opening = { part: "SUBJECT", basis: BASIS(), inputHash } as const;
          return openingStep(trx, WRITTEN_INQUIRY, dependencies, { key: await insertInquiry(trx, record), ...opening });
        },
      });
      return payload(key);
    },
    triage: (input) => step("triageInquiry", input, { event: "TRIAGE", set: () => ({ kind: input.kind }) }),
    merge: (input) =>
      step("mergeInquiry", input, {
        event: "MERGE",
        set: () => ({ mergedInto: input.into }),
        before: (trx, inquiry) => duplicates(trx, dependencies, inquiry, input.into),
      }),
    async assign(input) {
      const channel = await services.participationChannels.find(input.channelId);
      if (!channel) throw new ServiceError("NOT_FOUND");
      const { agencyId: assignedId, agencyUscc: assignedUscc } = channel;
      const set = () => ({ assignedId, assignedUscc, heldByUscc: assignedUscc });
      return step("assignInquiry", input, { event: "ASSIGN", set });
    },
    giveBack: (input) =>
      step("returnInquiry", input, {
        ...{ event: "RETURN", facts: { reasons: input.reasons }, reason: input.reasons },
        set: ({ inquiry }) => ({ assignedId: undefined, assignedUscc: undefined, heldByUscc: inquiry.intakeUscc }),
      }),
    reply: (input) =>
      step("replyInquiry", input, {
        ...{ event: "REPLY", facts: { reply: input.reply } },
        set: ({ inquiry }) => ({ reply: input.reply, repliedOn: today, heldByUscc: inquiry.intakeUscc }),
      }),
    rate: (input) =>
      step("rateInquiry", input, {
        ...{ event: "RATE", set: () => ({ satisfaction: input.satisfaction, calledBackOn: today }) },
      }),
    callBack: (input) =>
      step("callBackInquiry", input, {
        ...{ event: "CALL_BACK", set: () => ({ satisfaction: input.satisfaction, calledBackOn: today }) },
      }),
    close: (input) => step("closeInquiry", input, { event: "CLOSE", set: () => ({ closedOn: today }) }),
    async publish(input) {
      checkStated("publicContent", input.publicContent);
      checkStated("publicReply", input.publicReply);
      /** Both texts without the asker's name and what is personal. */
      const publicTexts = ({ askerName }: Inquiry) => {
        const names = askerName === undefined ? [] : [askerName];
        return {
          publicContent: withoutPersons(input.publicContent, { natural: true, today, names }),
          // The body's own telephone and address stay.
          publicReply: withoutPersons(input.publicReply, { today, names }),
        };
      };
      return step("publishInquiry", input, {
        ...{ event: "PUBLISH", set: ({ inquiry }) => ({ publishedOn: today, ...publicTexts(inquiry) }) },
        after(inquiry) {
          const { publicContent, publicReply } = publicTexts(inquiry);
          checkPublishable("publicContent", publicContent, { natural: true, today });
          checkPublishable("publicReply", publicReply, { today });
        },
      });
    },
    retract: (input) =>
      step("retractInquiry", input, {
        event: "RETRACT",
        set: ({ isAsker }) => ({ ...UNPUBLISHED, ...(isAsker ? { mayPublish: false } : {}) }),
      }),
    allowedActions(inquiry) {
      const { state, subject, divisionCode, intakeUscc, assignedUscc, heldByUscc, publishedOn } = inquiry;
      const row = {
        ...{ subject, division_code: divisionCode, intake_uscc: intakeUscc, held_by_uscc: heldByUscc },
        ...{ assigned_uscc: assignedUscc ?? null, published_on: publishedOn ?? null },
      };
      const standing = { row, state, facts: willing(inquiry) };
      return allowedActions(InquiryAction, WRITTEN_INQUIRY, { viewer, today }, standing);
    },
    history: async (inquiryNo) => (await histories.load(inquiryNo)).map(withoutAsker),
  };
};
