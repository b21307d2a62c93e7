/** Inputs of the verbs of payment orders. */
import { Field, ID, InputType } from "../../../platform/graphql/classes/index.js";
import { MaxLength, MoneyScalar, UsccScalar } from "../../../platform/graphql/index.js";
import { ChangeInput, WriteInput } from "../../../platform/write/classes/index.js";

/** What is asked to be paid. */
@InputType({ description: "What is asked to be paid (用款申请)." })
export class RequestPaymentInput extends WriteInput {
  @Field(() => ID, {
    description: "Allocation out of whose money it is paid, such as one that assignAllotment made (资金分配, id).",
  })
  allocationId: string;

  @Field(() => MoneyScalar, { description: "Amount (金额)." })
  amount: bigint;

  @Field(() => UsccScalar, { description: "Body that is paid (收款单位)." })
  payee: string;

  @MaxLength(200)
  @Field(() => String, { description: "What for (用途)." })
  purpose: string;

  @MaxLength(4)
  @Field(() => String, {
    nullable: true,
    description: "Last four characters of the payee's account; no more of it is kept (收款账号后四位).",
  })
  accountTail?: string;
}

/** A step that needs no more than the order. */
@InputType({ description: "A step of a payment order (支付申请操作)." })
export class PaymentOrderStepInput extends ChangeInput {
  @Field(() => ID, { description: "Number of the order (申请编号)." })
  orderNo: string;
}

/** Approval. */
@InputType({ description: "Approval of a payment order, which pays it (核准支付)." })
export class ApprovePaymentInput extends PaymentOrderStepInput {
  @Field(() => UsccScalar, { description: "Bank that pays for the treasury (代理银行)." })
  bank: string;
}

/** A step whose reason is told. */
@InputType({ description: "A step of a payment order with its reason (说明理由的支付申请操作)." })
export class ReasonedOrderInput extends PaymentOrderStepInput {
  @MaxLength(1_000)
  @Field(() => String, { description: "Reason that is told (理由)." })
  reasons: string;
}
