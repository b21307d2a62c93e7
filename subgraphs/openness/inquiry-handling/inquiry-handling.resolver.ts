/** Verbs of inquiries, and what one tells of its own life: version, what may be done next, history. */
import { Ctx, Resolver, Root, VerbInput } from "../../../platform/graphql/classes/index.js";
import {
  AllowedActionsField,
  HistoryField,
  VersionField,
  type HistoryEntry,
} from "../../../platform/write/classes/index.js";
import type { OpennessContext } from "../context.js";
import { Inquiry, INQUIRY_CLOSURE } from "../inquiry/inquiry.type.js";
import { InquiryAction } from "./inquiry-action.js";
import {
  AskInquiryInput,
  AssignInquiryInput,
  CallBackInquiryInput,
  InquiryStepInput,
  MergeInquiryInput,
  PublishInquiryInput,
  RateInquiryInput,
  ReplyInquiryInput,
  ReturnInquiryInput,
  TriageInquiryInput,
} from "./inquiry-handling.input.js";
import { asker, body, either, type InquiryPayload } from "./inquiry-handling.type.js";

type Answered = Promise<InquiryPayload>;

@Resolver(() => Inquiry)
export class InquiryHandlingResolver {
  @asker("Asks or tells a body something, by one of its channels (提出诉求).")
  askInquiry(@VerbInput() input: AskInquiryInput, @Ctx() { services }: OpennessContext): Answered {
    return services.inquiryHandling.ask(input);
  }

  @body("Says of which kind an inquiry is; it waits for a body then (分类).")
  triageInquiry(@VerbInput() input: TriageInquiryInput, @Ctx() { services }: OpennessContext): Answered {
    return services.inquiryHandling.triage(input);
  }

  @body("Merges an inquiry into another one of the same asker, which goes on alone (合并重复诉求).")
  mergeInquiry(@VerbInput() input: MergeInquiryInput, @Ctx() { services }: OpennessContext): Answered {
    return services.inquiryHandling.merge(input);
  }

  @body("Gives an inquiry to the body that handles it (派单).")
  assignInquiry(@VerbInput() input: AssignInquiryInput, @Ctx() { services }: OpennessContext): Answered {
    return services.inquiryHandling.assign(input);
  }

  @body("Returns an inquiry to the pool, with reasons; its limit runs on (退单).")
  returnInquiry(@VerbInput() input: ReturnInquiryInput, @Ctx() { services }: OpennessContext): Answered {
    return services.inquiryHandling.giveBack(input);
  }

  @body("Replies to an inquiry; it is then with the body that received it, which calls back (答复).")
  replyInquiry(@VerbInput() input: ReplyInquiryInput, @Ctx() { services }: OpennessContext): Answered {
    return services.inquiryHandling.reply(input);
  }

  @asker("Says how you find the handling of your inquiry (评价).")
  rateInquiry(@VerbInput() input: RateInquiryInput, @Ctx() { services }: OpennessContext): Answered {
    return services.inquiryHandling.rate(input);
  }

  @body("Records what the asker said when called back (回访).")
  callBackInquiry(@VerbInput() input: CallBackInquiryInput, @Ctx() { services }: OpennessContext): Answered {
    return services.inquiryHandling.callBack(input);
  }

  @body("Closes an inquiry that was called back, or whose asker cannot be reached (办结).")
  closeInquiry(@VerbInput() input: InquiryStepInput, @Ctx() { services }: OpennessContext): Answered {
    return services.inquiryHandling.close(input);
  }

  @body("Publishes question and reply without persons, where the asker agreed (公开诉求及答复).")
  publishInquiry(@VerbInput() input: PublishInquiryInput, @Ctx() { services }: OpennessContext): Answered {
    return services.inquiryHandling.publish(input);
  }

  @either("Takes an inquiry out of publication; the asker's consent ends where the asker does it (撤回公开).")
  retractInquiry(@VerbInput() input: InquiryStepInput, @Ctx() { services }: OpennessContext): Answered {
    return services.inquiryHandling.retract(input);
  }

  @VersionField({ closed: INQUIRY_CLOSURE })
  version(@Root() { version }: Inquiry): number {
    return version;
  }

  @AllowedActionsField(() => InquiryAction, { closed: INQUIRY_CLOSURE })
  allowedActions(@Root() inquiry: Inquiry, @Ctx() { services }: OpennessContext): InquiryAction[] {
    return services.inquiryHandling.allowedActions(inquiry);
  }

  @HistoryField({ closed: INQUIRY_CLOSURE, note: "its asker has no pseudonym in it" })
  history(@Root() { inquiryNo }: Inquiry, @Ctx() { services }: OpennessContext): Promise<HistoryEntry[]> {
    return services.inquiryHandling.history(inquiryNo);
  }
}
