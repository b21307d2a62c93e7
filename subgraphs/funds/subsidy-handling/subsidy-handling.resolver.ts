/** Root fields and verbs of subsidy batches and of objections to their rosters. */
import {
  Arg,
  Ctx,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
  VerbInput,
} from "../../../platform/graphql/classes/index.js";
import { ListSize } from "../../../platform/graphql/index.js";
import { HistoryEntry } from "../../../platform/write/classes/index.js";
import type { FundsContext } from "../context.js";
import { Payment } from "../payment/payment.type.js";
import {
  AnswerRosterObjectionInput,
  BatchStepInput,
  ObjectToRosterInput,
  PayBatchInput,
  PostRosterInput,
} from "./subsidy-handling.input.js";
import {
  onObjection,
  RosterObjection,
  scheme,
  SubsidyBatch,
  type RosterObjectionPayload,
  type SubsidyBatchPayload,
} from "./subsidy-handling.type.js";

@Resolver(() => SubsidyBatch)
export class SubsidyHandlingResolver {
  @Query(() => SubsidyBatch, {
    nullable: true,
    description: "A subsidy batch by number, for those who handle or supervise it (按批次号查发放批次).",
  })
  subsidyBatch(
    @Ctx() { services }: FundsContext,
    @Arg("batchNo", () => ID, { description: "Number (批次号)." }) batchNo: string,
  ): Promise<SubsidyBatch | undefined> {
    return services.subsidyHandling.find(batchNo);
  }

  @Query(() => RosterObjection, {
    nullable: true,
    description: "An objection by number, for who filed it and who answers it (按编号查公示异议).",
  })
  rosterObjection(
    @Ctx() { services }: FundsContext,
    @Arg("objectionNo", () => ID, { description: "Number (异议编号)." }) objectionNo: string,
  ): Promise<RosterObjection | undefined> {
    return services.subsidyHandling.findObjection(objectionNo);
  }

  @scheme("Posts the roster of a batch in its village from today on (村级公示).")
  postSubsidyRoster(
    @VerbInput() input: PostRosterInput,
    @Ctx() { services }: FundsContext,
  ): Promise<SubsidyBatchPayload> {
    return services.subsidyHandling.post(input);
  }

  @scheme("Reviews a batch whose publicity ended and to which no objection stands (审核).")
  reviewSubsidyBatch(
    @VerbInput() input: BatchStepInput,
    @Ctx() { services }: FundsContext,
  ): Promise<SubsidyBatchPayload> {
    return services.subsidyHandling.review(input);
  }

  @scheme("Pays a reviewed batch: by the finance department, in one payment for all lines (发放).")
  paySubsidyBatch(@VerbInput() input: PayBatchInput, @Ctx() { services }: FundsContext): Promise<SubsidyBatchPayload> {
    return services.subsidyHandling.pay(input);
  }

  @onObjection("OWNER", "Objects to a roster while it is posted (公示异议).")
  objectToRoster(
    @VerbInput() input: ObjectToRosterInput,
    @Ctx() { services }: FundsContext,
  ): Promise<RosterObjectionPayload> {
    return services.subsidyHandling.object(input);
  }

  @onObjection(
    "AGENCY",
    "Answers an objection with reasons; one that is right keeps its batch from being paid (异议处理).",
  )
  answerRosterObjection(
    @VerbInput() input: AnswerRosterObjectionInput,
    @Ctx() { services }: FundsContext,
  ): Promise<RosterObjectionPayload> {
    return services.subsidyHandling.answer(input);
  }

  @FieldResolver(() => Payment, { nullable: true, description: "The payment, once it is paid (支付)." })
  payment(
    @Root() { paymentNo }: SubsidyBatch,
    @Ctx() { services }: FundsContext,
  ): Promise<Payment | undefined> | undefined {
    return paymentNo === undefined ? undefined : services.payments.find(paymentNo);
  }

  @ListSize(50)
  @FieldResolver(() => [HistoryEntry], {
    description:
      "What happened to it since writes are kept in a journal, oldest first; the last ones, at most 50 (办理留痕).",
  })
  history(@Root() { batchNo }: SubsidyBatch, @Ctx() { services }: FundsContext): Promise<HistoryEntry[]> {
    return services.subsidyHandling.history(batchNo);
  }
}
