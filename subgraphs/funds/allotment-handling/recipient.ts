/** Who is to spend money of an allotment, by what an input says. */
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import type { WriteTransaction } from "../../../platform/write/index.js";
import { FundProjectState } from "../fund-project/fund-project.machine.js";
import type { AssignAllotmentInput } from "./allotment-handling.input.js";
import { findProjectState, type Recipient } from "./allotment-handling.repository.js";

/** States of a project after which no money comes to it any more. */
const ENDED: readonly FundProjectState[] = [FundProjectState.EVALUATED, FundProjectState.ARCHIVED];

/** True where no money comes to a project of this state any more. */
export const hasEnded = (state: FundProjectState): boolean => ENDED.includes(state);

/**
 * The body or the project. Throws BAD_USER_INPUT (RECIPIENT_REQUIRED) where there is not one of the two, RULE_VIOLATION where there is
 * no such project (PROJECT_UNKNOWN) or it has ended (PROJECT_ENDED).
 */
export const recipientOf = async (
  trx: WriteTransaction,
  { organization, projectCode }: Pick<AssignAllotmentInput, "organization" | "projectCode">,
): Promise<Recipient> => {
  if ((organization == null) === (projectCode == null))
    throw badInput("organization", "RECIPIENT_REQUIRED", "Give a body or a project, one of the two.");
  if (organization != null) return { organizationId: `CN-USCC-${organization}` };
  const state = await findProjectState(trx, projectCode!);
  if (state === undefined)
    throw new ServiceError("RULE_VIOLATION", "There is no such project.", { reason: "PROJECT_UNKNOWN" });
  if (hasEnded(state)) throw new ServiceError("RULE_VIOLATION", "The project has ended.", { reason: "PROJECT_ENDED" });
  return { projectCode: projectCode! };
};
