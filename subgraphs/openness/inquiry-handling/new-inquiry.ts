/** An inquiry as it begins: who asks, and by which channel. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import type { LocalDate } from "../../../platform/domain/index.js";
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import { actingSubject, checkStated } from "../../../platform/write/index.js";
import { InquiryState } from "../inquiry/inquiry.machine.js";
import type { INQUIRIES } from "../inquiry/inquiry.rows.js";
import type { ParticipationChannel } from "../participation-channel/participation-channel.type.js";
import type { AskInquiryInput } from "./inquiry-handling.input.js";

/** Columns of what is not public. */
export const UNPUBLISHED = { publishedOn: undefined, publicContent: undefined, publicReply: undefined } as const;

/** Columns that fill in the course of it. */
const OPEN = {
  ...{ assignedId: undefined, assignedUscc: undefined, reply: undefined, repliedOn: undefined },
  ...{ satisfaction: undefined, calledBackOn: undefined, closedOn: undefined, mergedInto: undefined },
  ...UNPUBLISHED,
} as const;

/** Name and contact come together or not at all. Throws BAD_USER_INPUT (BLANK) for one without the other. */
const askerOf = (askerName: string | undefined, contact: string | undefined) => {
  if (askerName === undefined && contact === undefined) return { askerName: undefined, contact: undefined };
  checkStated("askerName", askerName ?? "");
  checkStated("contact", contact ?? "");
  return { askerName, contact };
};

/** The record. Throws FORBIDDEN for who is neither citizen nor agent, NOT_FOUND without a channel, and BAD_USER_INPUT for what does not say enough or wants both secrecy and publication. */
export const newInquiry = (
  input: AskInquiryInput,
  asked: {
    readonly viewer: Viewer;
    readonly channel: ParticipationChannel | undefined;
    readonly today: LocalDate;
  },
): Omit<NewOf<typeof INQUIRIES>, "inquiryNo" | "version"> => {
  const { kind, content, confidential, mayPublish } = input;
  const acting = actingSubject(asked.viewer);
  if (!acting) throw new ServiceError("FORBIDDEN");
  checkStated("content", content);
  if (confidential && mayPublish)
    throw badInput("mayPublish", "CONFIDENTIAL", "What is confidential is not published.");
  const asker = askerOf(input.askerName ?? undefined, input.contact ?? undefined);
  if (!asked.channel) throw new ServiceError("NOT_FOUND");
  const { id: channelId, agencyId: intakeId, agencyUscc: intakeUscc, divisionCode } = asked.channel;
  return {
    ...OPEN,
    ...asker,
    ...{ subject: acting.subject, channelId, kind, content, confidential, mayPublish },
    ...{ divisionCode, intakeId, intakeUscc, heldByUscc: intakeUscc },
    ...{ state: InquiryState.RECEIVED, receivedOn: asked.today },
  };
};
