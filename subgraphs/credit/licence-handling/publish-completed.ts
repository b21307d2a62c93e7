/** Publishes the licence of a completed case, as the matters service tells of it (双公示, L12): the day it was completed is its first day. */
import type { NewOf } from "../../../platform/database/index.js";
import { localDateOf, withoutPersons } from "../../../platform/domain/index.js";
import { mintRecordId } from "../../../platform/import/index.js";
import {
  caseCompleted,
  MessageRejected,
  type CaseCompleted,
  type MessageHandler,
} from "../../../platform/outbox/index.js";
import { CounterpartyType } from "../counterparty/counterparty.enums.js";
import { PREFIX } from "../counterparty/record-keys.repository.js";
import { LicenceCategory } from "../licence/licence.enums.js";
import type { LICENCES } from "../licence/licence.rows.js";
import { insertCompleted } from "./completed-licence.repository.js";

/** Whose it is. A person who may be a minor is not published. */
const partyOf = ({ holder }: CaseCompleted) =>
  holder.kind === "PERSON"
    ? {
        counterpartyId: undefined,
        counterpartyUscc: undefined,
        counterpartyHash: holder.hash,
        counterpartyType: CounterpartyType.NATURAL_PERSON_01,
        counterpartyMinor: !holder.isAdult,
      }
    : {
        counterpartyId: holder.organizationId ?? `CN-USCC-${holder.uscc}`,
        counterpartyUscc: holder.uscc,
        counterpartyHash: undefined,
        counterpartyType: CounterpartyType.LEGAL_PERSON_02,
        counterpartyMinor: false,
      };

/** The licence as it is written. Its category and the number of the decision are not known to a case: 其他, and the number of the certificate. */
export const licenceOfCase = (
  completed: CaseCompleted,
  { id, today }: { readonly id: string; readonly today: string },
): Omit<NewOf<typeof LICENCES>, "version"> => {
  const { licence, holder } = completed;
  const party = partyOf(completed);
  const natural = holder.kind === "PERSON";
  const about = { today, natural, names: natural ? [holder.name] : [] };
  return {
    ...party,
    id,
    authorityId: completed.authorityId,
    authorityUscc: completed.authorityUscc,
    divisionCode: completed.divisionCode,
    partyName: holder.name,
    sealedBy: undefined,
    headName: undefined,
    docNo: licence.number,
    sourceUnit: undefined,
    decisionDate: licence.decidedOn,
    publicFrom: party.counterpartyMinor ? undefined : today,
    publicationDayKnown: true,
    contentHash: undefined,
    docName: undefined,
    category: LicenceCategory.OTHER_06,
    certName: withoutPersons(licence.name, about),
    content: withoutPersons(licence.content, about),
    validFrom: licence.issuedOn,
    validTo: licence.validTo,
    revoked: false,
    revokedOn: undefined,
    revocationNo: undefined,
    withdrawnOn: undefined,
    withdrawReason: undefined,
    matterId: completed.matterId,
    licenceNo: licence.number,
    caseNo: completed.caseNo,
  };
};

/** Applies `matters.case-completed`. Throws MessageRejected where it says what no completed case does. */
export const publishCompleted: MessageHandler = async ({ payload }, { trx, asOf }) => {
  const read = caseCompleted.safeParse(payload);
  if (!read.success) throw new MessageRejected("CASE_COMPLETED_SHAPE");
  const id = mintRecordId(PREFIX.licences);
  await insertCompleted(trx, licenceOfCase(read.data, { id, today: localDateOf(asOf) }));
};
