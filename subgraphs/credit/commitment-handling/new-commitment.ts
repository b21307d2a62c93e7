/** A commitment that a body makes of its own accord: to which authority, and what of it everybody reads. */
import { type LocalDate, withoutPersons } from "../../../platform/domain/index.js";
import { badInput, ServiceError, type ReasonName } from "../../../platform/errors/index.js";
import { mintRecordId } from "../../../platform/import/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import {
  actingSubject,
  checkStated,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import { CommitmentType } from "../commitment/commitment.enums.js";
import { Fulfilment } from "../commitment/commitment.machine.js";
import type { COMMITMENTS } from "../commitment/commitment.rows.js";
import type { MakeCommitmentInput } from "./commitment-handling.input.js";
import { countOpen, findAuthority } from "./commitment-handling.repository.js";

/** Types that a body makes by itself; all others are part of a case or a repair. */
const OWN_ACCORD: readonly CommitmentType[] = [CommitmentType.VOLUNTARY_DISCLOSURE, CommitmentType.SELF_DISCIPLINE];

/** The most commitments of a body to an authority that nobody verified yet. */
export const MOST_OPEN = 20;

const broken = (reason: ReasonName, message: string): ServiceError =>
  new ServiceError("RULE_VIOLATION", message, { reason });

/** The body that promises, by its agent. Throws RULE_VIOLATION (ACTOR) for who acts for none. */
const bodyOf = ({ viewer }: WriteDependencies): string => {
  const acting = actingSubject(viewer);
  if (acting?.isBody !== true) throw broken("ACTOR", "Bodies promise by their agents.");
  return acting.subject;
};

/**
 * The commitment. Throws BAD_USER_INPUT where it says nothing (STATED), is of a type that a case makes (COMMITMENT_TYPE) or ends before
 * tomorrow (DAY_PAST); RULE_VIOLATION where the body is the authority itself (OWN_REQUEST), where the authority is none that credit knows (AUTHORITY_UNKNOWN) or has too many to verify (COMMITMENTS_OPEN).
 */
export const newCommitment = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { type, text, authority, dueOn }: MakeCommitmentInput,
  today: LocalDate,
): Promise<Omit<NewOf<typeof COMMITMENTS>, "version">> => {
  checkStated("text", text);
  if (!OWN_ACCORD.includes(type))
    throw badInput("type", "COMMITMENT_TYPE", "A commitment of this type is part of a case.");
  if (dueOn != null && dueOn <= today) throw badInput("dueOn", "DAY_PAST", "dueOn is later than today.");
  const body = bodyOf(dependencies);
  if (body === authority) throw broken("OWN_REQUEST", "Who promises is not who verifies: name another authority.");
  const known = await findAuthority(trx, authority);
  if (known === undefined) throw broken("AUTHORITY_UNKNOWN", "No such authority keeps records of credit.");
  if ((await countOpen(trx, { body, authority })) >= MOST_OPEN)
    throw broken("COMMITMENTS_OPEN", `No more than ${MOST_OPEN} wait for one authority.`);
  return {
    id: mintRecordId("CN"),
    ...{ counterpartyId: `CN-USCC-${body}`, counterpartyUscc: body, counterpartyHash: undefined },
    ...{ authorityId: known.authority_id, authorityUscc: authority, divisionCode: known.division_code },
    ...{ counterpartyName: undefined, signerName: undefined, type, signedOn: today, dueOn: dueOn ?? undefined },
    // Everybody reads it from now on.
    text: withoutPersons(text.trim(), { today }),
    ...{ fulfilment: Fulfilment.PENDING, verifiedOn: undefined, verifiedById: undefined },
    ...{ matterId: undefined, caseNo: undefined, repairNo: undefined },
  };
};
