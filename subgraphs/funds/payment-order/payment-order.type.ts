/** PaymentOrder: what a unit asks its finance department to pay (支付申请), its verbs and what they answer. */
import { Field, ID, Int, ObjectType, Verb } from "../../../platform/graphql/classes/index.js";
import { DateScalar, MoneyScalar } from "../../../platform/graphql/index.js";
import { PaymentOrderState } from "./payment-order.machine.js";

/** A payment order. It is known to its unit, the finance department, the bank, supervisors and auditors alone. */
@ObjectType({ description: "What a unit asks its finance department to pay (支付申请)." })
export class PaymentOrder {
  @Field(() => ID, { description: "Number (申请编号)." })
  orderNo: string;

  @Field(() => PaymentOrderState, { description: "State (状态)." })
  state: PaymentOrderState;

  @Field(() => Int, { description: "Version, for `expectedVersion` of the next write (版本)." })
  version: number;

  @Field(() => MoneyScalar, { description: "Amount (金额)." })
  amount: bigint;

  @Field(() => String, { description: "What for (用途)." })
  purpose: string;

  @Field(() => DateScalar, { description: "Day on which it was asked for (申请日期)." })
  requestedOn: string;

  allocationId: string;
  allotmentNo: string;
  payeeOrgId: string;
  accountTail?: string;
  agencyUscc: string;
  financeUscc: string;
  bankUscc?: string;
  divisionCode: string;
  requestedBy: string;
  paymentNo?: string;
}

/** What a verb of a payment order answers. */
@ObjectType({ description: "The payment order, as the write left it (支付申请操作结果)." })
export class PaymentOrderPayload {
  @Field(() => PaymentOrder, { nullable: true, description: "The payment order (支付申请)." })
  order?: PaymentOrder;
}

/** Verbs of units and finance departments. */
export const treasury = (description: string): MethodDecorator =>
  Verb(() => PaymentOrderPayload, { by: ["AGENCY"], basis: "BUDGET-2018-57", description });

/** Verbs of paying banks, by their agents. */
export const bank = (description: string): MethodDecorator =>
  Verb(() => PaymentOrderPayload, { by: ["OWNER"], basis: "BUDGET-2018-57", description });
