/** Verbs of objections to selections and of disputes about contracts. */
import { Ctx, Resolver, VerbInput } from "../../../platform/graphql/classes/index.js";
import type { IntermediaryContext } from "../context.js";
import { IntermediaryProcurement } from "../intermediary-procurement/intermediary-procurement.type.js";
import { dispute, object, reject, settle, uphold } from "./dispute-steps.js";
import { ReasonedProcurementInput } from "./procurement-handling.input.js";
import { firm, judge, party, type ProcurementPayload } from "./procurement-handling.type.js";

type Answer = Promise<ProcurementPayload>;

@Resolver(() => IntermediaryProcurement)
export class DisputeResolver {
  @firm(
    "Objects to a selection that is in publicity, as a firm that bid; nothing goes on until it is answered (对选定结果提出异议).",
  )
  objectToSelection(@VerbInput() input: ReasonedProcurementInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.procurementHandling.step("objectToSelection", input, (inHand, today, uscc) =>
      object(input, inHand, { today, uscc }),
    );
  }

  @judge(
    "Rejects the objection: publicity of the selection begins once more, and the reason is published; no party decides it (驳回异议).",
  )
  rejectObjection(@VerbInput() input: ReasonedProcurementInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.procurementHandling.step("rejectObjection", input, (inHand, today, uscc) =>
      reject(input, inHand, { today, uscc }),
    );
  }

  @judge(
    "Upholds the objection: the selection is void and the project ends, with the reason that is published (异议成立).",
  )
  upholdObjection(@VerbInput() input: ReasonedProcurementInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.procurementHandling.step("upholdObjection", input, (inHand, today, uscc) =>
      uphold(input, inHand, { today, uscc }),
    );
  }

  @party("Disputes the contract, as owner or selected firm; the work stands still until it is settled (提出合同争议).")
  disputeContract(@VerbInput() input: ReasonedProcurementInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.procurementHandling.step("disputeContract", input, (inHand, today, uscc) =>
      dispute(input, inHand, { today, uscc }),
    );
  }

  @judge("Settles the dispute of a contract: the project goes on where it was; no party decides it (处理合同争议).")
  settleDispute(@VerbInput() input: ReasonedProcurementInput, @Ctx() { services }: IntermediaryContext): Answer {
    return services.procurementHandling.step("settleDispute", input, (inHand, today, uscc) =>
      settle(input, inHand, { today, uscc }),
    );
  }
}
