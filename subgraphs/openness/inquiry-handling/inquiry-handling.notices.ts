/** Who is told of the steps of an inquiry: the asker of all that bodies do, the body on whose desk it lies of what it has to do, by when. */
import { noLimit, type DueOn, type ToldRecord } from "../../../platform/notices/index.js";
import type { OpennessServices } from "../context.js";
import { OF_ASKER } from "../inquiry/inquiry.policy.js";
import { ON_DESK, WRITTEN_INQUIRY } from "./inquiry-handling.policy.js";

const reply: DueOn<OpennessServices> = async (inquiryNo, { inquiries }) =>
  (await inquiries.find(inquiryNo))?.deadline?.dueOn;

/** A reply is due (L27) from receipt on, whoever has it; then it is called back and closed. */
export const TOLD_INQUIRY: ToldRecord<OpennessServices> = {
  written: WRITTEN_INQUIRY,
  addressees: [
    { part: "SUBJECT", whose: OF_ASKER, duties: { REPLIED: noLimit } },
    {
      part: "OFFICER",
      whose: ON_DESK,
      isOffice: true,
      duties: {
        ...{ RECEIVED: reply, TRIAGED: reply, RETURNED: reply, ASSIGNED: reply },
        ...{ REPLIED: noLimit, CALLED_BACK: noLimit },
      },
    },
  ],
};
