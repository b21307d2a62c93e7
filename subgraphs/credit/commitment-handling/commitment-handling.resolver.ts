/** Verbs of commitments, and what a commitment tells of its own life: version, what may be done next, history. */
import { Ctx, Resolver, Root, VerbInput } from "../../../platform/graphql/classes/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
import { CreditCommitment } from "../commitment/commitment.type.js";
import type { CreditContext } from "../context.js";
import { CommitmentAction } from "./commitment-handling.enums.js";
import { MakeCommitmentInput, ReopenCommitmentInput, VerifyCommitmentInput } from "./commitment-handling.input.js";
import { authority, COMMITMENT_FILE_CLOSURE, promising, type CommitmentPayload } from "./commitment-handling.type.js";

type Answer = Promise<CommitmentPayload>;

@Resolver(() => CreditCommitment)
export class CommitmentHandlingResolver {
  @promising("Makes a commitment of your enterprise to an authority; it is public from now on (作出信用承诺).")
  makeCommitment(@VerbInput() input: MakeCommitmentInput, @Ctx() { services }: CreditContext): Answer {
    return services.commitmentHandling.make(input);
  }

  @authority("Records whether a commitment was kept; that it was broken has reasons (核实信用承诺履行情况).")
  verifyCommitment(@VerbInput() input: VerifyCommitmentInput, @Ctx() { services }: CreditContext): Answer {
    return services.commitmentHandling.verify(input);
  }

  @authority("Takes back a finding that was wrong, with reasons; the commitment is open again (撤回核实结果).")
  reopenCommitment(@VerbInput() input: ReopenCommitmentInput, @Ctx() { services }: CreditContext): Answer {
    return services.commitmentHandling.reopen(input);
  }

  @VersionField({ closed: COMMITMENT_FILE_CLOSURE })
  version(@Root() { id }: CreditCommitment, @Ctx() { services }: CreditContext): Promise<number | undefined> {
    return services.commitmentHandling.version(id);
  }

  @AllowedActionsField(() => CommitmentAction, { closed: COMMITMENT_FILE_CLOSURE })
  allowedActions(@Root() commitment: CreditCommitment, @Ctx() { services }: CreditContext): CommitmentAction[] {
    return services.commitmentHandling.allowedActions(commitment);
  }

  @HistoryField({ closed: COMMITMENT_FILE_CLOSURE })
  history(@Root() { id }: CreditCommitment, @Ctx() { services }: CreditContext): Promise<HistoryEntry[]> {
    return services.commitmentHandling.history(id);
  }
}
