/** An inquiry as the domain knows it: no decorator, no row, no I/O. */
import type { LocalDate } from "../../../platform/domain/index.js";
import type { InquiryKind, InquirySatisfaction } from "./inquiry.enums.js";
import type { InquiryState } from "./inquiry.machine.js";

/** What somebody asked or told a body, and what became of it. */
export interface Inquiry {
  readonly inquiryNo: string;
  readonly kind: InquiryKind;
  readonly state: InquiryState;
  readonly version: number;
  readonly channelId: string;
  /** Absent where the asker stays anonymous. */
  readonly askerName?: string;
  readonly contact?: string;
  /** True where the body that handles it may not know who asks. */
  readonly confidential: boolean;
  readonly mayPublish: boolean;
  readonly content: string;
  readonly receivedOn: LocalDate;
  readonly reply?: string;
  readonly repliedOn?: LocalDate;
  /** What the asker said of it; absent where they were not reached. */
  readonly satisfaction?: InquirySatisfaction;
  readonly calledBackOn?: LocalDate;
  readonly closedOn?: LocalDate;
  readonly publishedOn?: LocalDate;
  readonly publicContent?: string;
  readonly publicReply?: string;
  /** Number of the inquiry of which this is a duplicate. */
  readonly mergedInto?: string;
  readonly divisionCode: string;
  /** Body that received it. */
  readonly intakeId: string;
  readonly intakeUscc: string;
  /** Body that handles it. */
  readonly assignedId?: string;
  readonly assignedUscc?: string;
  /** The one of the two on whose desk it lies. */
  readonly heldByUscc: string;
  /** Hash of a person or credit code of a body. */
  readonly subject: string;
}
