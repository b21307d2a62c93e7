/** Two bodies keep an inquiry, and closed fields are decided by one: the viewer's own where it is one of them. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { agencyOf } from "../../../platform/disclosure/admission/index.js";
import type { LocalDate } from "../../../platform/domain/index.js";
import type { Deadline } from "../../../platform/graphql/index.js";
import { replyDeadline } from "./inquiry-clock.js";
import type { Inquiry } from "./inquiry.js";

/** Who asks, for those who may know it. */
export interface InquiryAsker {
  readonly name?: string | undefined;
  readonly contact?: string | undefined;
  readonly subject: string;
  readonly agencyUscc: string;
}

/** An inquiry for one viewer, on a day. */
export interface KeptInquiry extends Inquiry {
  /** The viewer's body where it keeps the inquiry, else the one that received it. */
  readonly agencyUscc: string;
  readonly anonymous: boolean;
  readonly asker: InquiryAsker;
  readonly deadline?: Deadline;
}

/** Shows inquiries to the viewer. Of a confidential one the body that received it alone knows who asks. */
export const keptBy =
  (viewer: Viewer, today: LocalDate) =>
  (inquiry: Inquiry): KeptInquiry => {
    const { intakeUscc, assignedUscc, subject, confidential, askerName: name, contact } = inquiry;
    const own = agencyOf(viewer);
    const agencyUscc = own !== undefined && own === assignedUscc ? own : intakeUscc;
    const deadline = replyDeadline(inquiry, today);
    return {
      ...{ ...inquiry, agencyUscc, anonymous: name === undefined },
      asker: { name, contact, subject, agencyUscc: confidential ? intakeUscc : agencyUscc },
      ...(deadline === undefined ? {} : { deadline }),
    };
  };
