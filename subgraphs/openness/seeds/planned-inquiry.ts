/** An inquiry as the demonstration plans it, and how it becomes a record. */
import type { NewOf } from "../../../platform/database/index.js";
import type { LocalDate } from "../../../platform/domain/index.js";
import type { DemonstrationOrganization } from "../../demonstration.js";
import type { InquiryKind, InquirySatisfaction } from "../inquiry/inquiry.enums.js";
import { InquiryState } from "../inquiry/inquiry.machine.js";
import type { INQUIRIES } from "../inquiry/inquiry.rows.js";

/** Who asks; without a name where they stay anonymous. */
export interface PlannedAsker {
  /** Hash of a person or credit code of a body. */
  readonly subject: string;
  readonly name?: string;
  readonly contact?: string;
}

/** An inquiry. */
export interface PlannedInquiry {
  readonly inquiryNo: string;
  readonly intake: DemonstrationOrganization;
  /** Who handles it. */
  readonly handler?: DemonstrationOrganization;
  readonly asker: PlannedAsker;
  readonly kind: InquiryKind;
  readonly state: InquiryState;
  readonly content: string;
  readonly receivedOn: LocalDate;
  readonly reply?: string;
  readonly repliedOn?: LocalDate;
  /** Day, and what the asker said where they were reached. */
  readonly calledBack?: readonly [on: LocalDate, satisfaction?: InquirySatisfaction];
  readonly closedOn?: LocalDate;
  readonly publishedOn?: LocalDate;
  readonly confidential?: boolean;
  readonly mayPublish?: boolean;
  readonly mergedInto?: string;
}

/** Id of the channel of a body. */
export const channelOf = ({ uscc }: Pick<DemonstrationOrganization, "uscc">): string => `CY-${uscc}`;

/** Its record. */
export const inquiryRecord = (planned: PlannedInquiry): NewOf<typeof INQUIRIES> => {
  const { intake, handler, asker, state, content, reply, publishedOn } = planned;
  const isPublic = publishedOn !== undefined;
  return {
    ...{ inquiryNo: planned.inquiryNo, channelId: channelOf(intake), kind: planned.kind, subject: asker.subject },
    ...{ askerName: asker.name, contact: asker.contact, content, state, receivedOn: planned.receivedOn },
    ...{ confidential: planned.confidential ?? false, mayPublish: planned.mayPublish ?? isPublic },
    ...{ divisionCode: intake.divisionCode.slice(0, 6), intakeId: intake.id, intakeUscc: intake.uscc! },
    ...{ assignedId: handler?.id, assignedUscc: handler?.uscc },
    heldByUscc: (state === InquiryState.ASSIGNED ? handler : intake)!.uscc!,
    ...{ reply, repliedOn: planned.repliedOn, closedOn: planned.closedOn, mergedInto: planned.mergedInto },
    ...{ calledBackOn: planned.calledBack?.[0], satisfaction: planned.calledBack?.[1] },
    ...{ publishedOn, publicContent: isPublic ? content : undefined, publicReply: isPublic ? reply : undefined },
  };
};
