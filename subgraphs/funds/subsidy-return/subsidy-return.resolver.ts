/** Root field, link and verbs of lines that came back. */
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
import { RepaySubsidyLineInput, ReturnSubsidyLineInput } from "./subsidy-return.input.js";
import { onReturn, SubsidyReturn, type SubsidyReturnPayload } from "./subsidy-return.type.js";

@Resolver(() => SubsidyReturn)
export class SubsidyReturnResolver {
  @Query(() => SubsidyReturn, {
    nullable: true,
    description: "A line that came back, by number, for whoever may know of it (按编号查补贴明细退票).",
  })
  subsidyReturn(
    @Ctx() { services }: FundsContext,
    @Arg("returnNo", () => ID, { description: "Number (退票编号)." }) returnNo: string,
  ): Promise<SubsidyReturn | undefined> {
    return services.subsidyReturns.find(returnNo);
  }

  @onReturn(
    ["OWNER", "AGENCY"],
    "Sends a line of a paid batch back, by the bank that paid it or the finance department with the bank's slip (补贴明细退票).",
  )
  returnSubsidyLine(
    @VerbInput() input: ReturnSubsidyLineInput,
    @Ctx() { services }: FundsContext,
  ): Promise<SubsidyReturnPayload> {
    return services.subsidyReturns.sendBack(input);
  }

  @onReturn(
    ["AGENCY"],
    "Pays a line that came back to another account of the person, by the finance department (重新发放).",
  )
  repaySubsidyLine(
    @VerbInput() input: RepaySubsidyLineInput,
    @Ctx() { services }: FundsContext,
  ): Promise<SubsidyReturnPayload> {
    return services.subsidyReturns.repay(input);
  }

  @FieldResolver(() => Payment, { nullable: true, description: "Payment by which it was paid again (重新发放的支付)." })
  payment(
    @Root() { repaidPaymentNo }: SubsidyReturn,
    @Ctx() { services }: FundsContext,
  ): Promise<Payment | undefined> | undefined {
    return repaidPaymentNo === undefined ? undefined : services.payments.find(repaidPaymentNo);
  }

  @ListSize(50)
  @FieldResolver(() => [HistoryEntry], {
    description: "What happened to it, oldest first; the last ones, at most 50 (办理留痕).",
  })
  history(@Root() { returnNo }: SubsidyReturn, @Ctx() { services }: FundsContext): Promise<HistoryEntry[]> {
    return services.subsidyReturns.history(returnNo);
  }
}
