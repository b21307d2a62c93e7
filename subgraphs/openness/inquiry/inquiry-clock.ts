/** The clock of an inquiry (L27): from receipt to the reply, whoever has it meanwhile. Pure. */
import { runningLimit, type LocalDate } from "../../../platform/domain/index.js";
import { toDeadline } from "../../../platform/graphql/deadline.js";
import type { Deadline } from "../../../platform/graphql/deadline.type.js";
import { InquiryKind } from "./inquiry.enums.js";
import { InquiryState } from "./inquiry.machine.js";

/** What it is computed from. */
export interface InquiryClockFacts {
  readonly kind: InquiryKind;
  readonly state: InquiryState;
  readonly receivedOn: LocalDate;
  readonly repliedOn?: LocalDate | undefined;
}

/** Which limit runs: a question has the short one. */
const limitOf = (kind: InquiryKind): string =>
  kind === InquiryKind.CONSULTATION ? "L27-CONSULTATION" : "L27-COMPLAINT";

/** Limit of the reply on the day; undefined for what was merged, which its other inquiry answers. No return to the pool starts it anew. */
export const replyDeadline = (
  { kind, state, receivedOn, repliedOn }: InquiryClockFacts,
  today: LocalDate,
): Deadline | undefined =>
  state === InquiryState.MERGED
    ? undefined
    : toDeadline({ ...runningLimit(limitOf(kind), receivedOn), today, completedOn: repliedOn });
