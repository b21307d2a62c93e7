/** A step of an inquiry, as its verbs take it: the row is locked, the machine asked, and what comes with it written. */
import { toSet, type NewOf } from "../../../platform/database/index.js";
import { canRead } from "../../../platform/disclosure/admission/index.js";
import {
  lockBeside,
  lockRecord,
  takeStep,
  type StepTaken,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import { InquiryState, type InquiryEvent, type InquiryGuardFacts } from "../inquiry/inquiry.machine.js";
import type { Inquiry } from "../inquiry/inquiry.js";
import { OF_ASKER } from "../inquiry/inquiry.policy.js";
import { toInquiry } from "../inquiry/inquiry.repository.js";
import { INQUIRIES, type InquiryRow } from "../inquiry/inquiry.rows.js";
import type { InquiryStepInput } from "./inquiry-handling.input.js";
import { WRITTEN_INQUIRY } from "./inquiry-handling.policy.js";

/** The inquiry that is locked, and whether its asker takes the step. */
export interface StepOf {
  readonly inquiry: Inquiry;
  readonly isAsker: boolean;
}

/** A step that is asked for. */
export interface InquiryChange {
  readonly event: InquiryEvent;
  /** Columns that it fills. */
  readonly set?: (of: StepOf) => Partial<NewOf<typeof INQUIRIES>>;
  /** What the input makes true. */
  readonly facts?: InquiryGuardFacts;
  readonly reason?: string | undefined;
  /** What must be looked up before the machine is asked; gives further facts. */
  readonly before?: (trx: WriteTransaction, inquiry: Inquiry) => Promise<InquiryGuardFacts>;
  /** What is checked once the machine let the viewer take it: what it finds is told to nobody else. */
  readonly after?: (inquiry: Inquiry) => void;
}

/** What its row says. */
const factsOf = ({ contact, mayPublish }: Pick<Inquiry, "contact" | "mayPublish">): InquiryGuardFacts => ({
  reachable: contact !== undefined,
  mayPublish,
});

/** What guards would look at once anything was said that can be said. */
export const willing = (inquiry: Inquiry): InquiryGuardFacts => ({
  ...{ reasons: "-", reply: "-", isDuplicate: true },
  ...factsOf(inquiry),
});

/** Takes it. Throws what `lockRecord` and `takeStep` throw. */
export const takeInquiryStep = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { inquiryNo: key, expectedVersion }: InquiryStepInput,
  inputHash: string,
  { event, set, facts, reason, before, after }: InquiryChange,
): Promise<StepTaken<InquiryState>> => {
  const row = await lockRecord(trx, WRITTEN_INQUIRY, dependencies, { key, expectedVersion });
  const inquiry = toInquiry(row as unknown as InquiryRow);
  const found = await before?.(trx, inquiry);
  const isAsker = canRead(OF_ASKER, dependencies, { subject: inquiry.subject });
  const taken = await takeStep(trx, WRITTEN_INQUIRY, dependencies, {
    ...{ row, event, inputHash, reason, set: toSet(INQUIRIES, set?.({ inquiry, isAsker }) ?? {}) },
    facts: { ...factsOf(inquiry), ...facts, ...found },
  });
  after?.(inquiry);
  return taken;
};

/**
 * Whether the other inquiry is one of the same asker, to the same body, that goes on: what is replied to it answers this one.
 * Both are named: nobody learns from a merge whose an anonymous one is.
 * Throws NOT_FOUND for one that the viewer may not know of.
 */
export const duplicates = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  inquiry: Inquiry,
  into: string,
): Promise<InquiryGuardFacts> => {
  const other = toInquiry((await lockBeside(trx, WRITTEN_INQUIRY, dependencies, into)) as unknown as InquiryRow);
  const isDuplicate =
    other.inquiryNo !== inquiry.inquiryNo &&
    other.subject === inquiry.subject &&
    [other, inquiry].every(({ askerName }) => askerName !== undefined) &&
    other.intakeUscc === inquiry.intakeUscc &&
    other.state !== InquiryState.MERGED;
  return { isDuplicate };
};
