/** Root field, links and verbs of payment orders. */
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
import { FundAllocation } from "../fund-allocation/fund-allocation.type.js";
import { Organization } from "../organization/organization.type.js";
import { Payment } from "../payment/payment.type.js";
import {
  ApprovePaymentInput,
  PaymentOrderStepInput,
  ReasonedOrderInput,
  RequestPaymentInput,
} from "./payment-order.input.js";
import { bank, PaymentOrder, treasury, type PaymentOrderPayload } from "./payment-order.type.js";

@Resolver(() => PaymentOrder)
export class PaymentOrderResolver {
  @Query(() => PaymentOrder, {
    nullable: true,
    description: "A payment order by number, for whoever may know of it (按编号查支付申请).",
  })
  paymentOrder(
    @Ctx() { services }: FundsContext,
    @Arg("orderNo", () => ID, { description: "Number (申请编号)." }) orderNo: string,
  ): Promise<PaymentOrder | undefined> {
    return services.paymentOrders.find(orderNo);
  }

  @treasury("Asks the finance department to pay a body out of an allocation (申请支付).")
  requestPayment(
    @VerbInput() input: RequestPaymentInput,
    @Ctx() { services }: FundsContext,
  ): Promise<PaymentOrderPayload> {
    return services.paymentOrders.request(input);
  }

  @treasury("Approves an order that somebody else asked for, and pays it (核准支付).")
  approvePayment(
    @VerbInput() input: ApprovePaymentInput,
    @Ctx() { services }: FundsContext,
  ): Promise<PaymentOrderPayload> {
    return services.paymentOrders.approve(input);
  }

  @treasury("Refuses to pay, with reasons (不予支付).")
  refusePayment(
    @VerbInput() input: ReasonedOrderInput,
    @Ctx() { services }: FundsContext,
  ): Promise<PaymentOrderPayload> {
    return services.paymentOrders.refuse(input);
  }

  @treasury("Withdraws an order that is not decided yet (撤回支付申请).")
  withdrawPayment(
    @VerbInput() input: PaymentOrderStepInput,
    @Ctx() { services }: FundsContext,
  ): Promise<PaymentOrderPayload> {
    return services.paymentOrders.withdraw(input);
  }

  @bank("Sends a payment back that the payee's bank did not take; the money is where it came from (退票).")
  returnPayment(
    @VerbInput() input: ReasonedOrderInput,
    @Ctx() { services }: FundsContext,
  ): Promise<PaymentOrderPayload> {
    return services.paymentOrders.sendBack(input);
  }

  @FieldResolver(() => FundAllocation, {
    nullable: true,
    description: "Allocation out of whose money it is paid (所属分配).",
  })
  allocation(
    @Root() { allocationId }: PaymentOrder,
    @Ctx() { services }: FundsContext,
  ): Promise<FundAllocation | undefined> {
    return services.fundAllocations.find(allocationId);
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body that is paid (收款单位)." })
  payeeOrg(@Root() { payeeOrgId }: PaymentOrder): Organization {
    return { id: payeeOrgId };
  }

  @FieldResolver(() => Payment, { nullable: true, description: "The payment, once it is paid (支付)." })
  payment(
    @Root() { paymentNo }: PaymentOrder,
    @Ctx() { services }: FundsContext,
  ): Promise<Payment | undefined> | undefined {
    return paymentNo === undefined ? undefined : services.payments.find(paymentNo);
  }

  @ListSize(50)
  @FieldResolver(() => [HistoryEntry], {
    description: "What happened to it, oldest first; the last ones, at most 50 (办理留痕).",
  })
  history(@Root() { orderNo }: PaymentOrder, @Ctx() { services }: FundsContext): Promise<HistoryEntry[]> {
    return services.paymentOrders.history(orderNo);
  }
}
