/** What a viewer may do with a commitment now, for buttons: what an input can make true counts as true. Pure. */
import type { Viewer } from "../../../platform/auth/index.js";
import { allowedActions } from "../../../platform/write/index.js";
import { COMMITMENT } from "../commitment/commitment.machine.js";
import type { CreditCommitment } from "../commitment/commitment.type.js";
import { commitmentFacts } from "./commitment-facts.js";
import { CommitmentAction } from "./commitment-handling.enums.js";
import { COMMITMENT_PARTS } from "./commitment-handling.policy.js";

/** The actions, in the order of the enumeration. */
export const allowedCommitmentActions = (
  { authorityUscc, type, dueOn, fulfilment: state }: CreditCommitment,
  viewer: Viewer,
  today: string,
): CommitmentAction[] => {
  const facts = commitmentFacts({ type, due_on: dueOn ?? null }, today, { reasons: "-" });
  return allowedActions(
    CommitmentAction,
    { machine: COMMITMENT, parts: COMMITMENT_PARTS },
    { viewer },
    { row: { authority_uscc: authorityUscc }, state, facts },
  );
};
