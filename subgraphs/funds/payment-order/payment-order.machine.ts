/** The machine of a payment order (预算法 第五十七条): asked for, paid or refused by the finance department, sent back by the bank. Pure. */
import { basisOfProcedure } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates, REASONS_TOLD } from "../../../platform/machine/index.js";

/** State of a payment order. */
export enum PaymentOrderState {
  REQUESTED = "REQUESTED",
  PAID = "PAID",
  REFUSED = "REFUSED",
  WITHDRAWN = "WITHDRAWN",
  RETURNED = "RETURNED",
}

/** What happens to a payment order. */
export type PaymentOrderEvent = "APPROVE" | "REFUSE" | "WITHDRAW" | "RETURN";

/** What its guards look at. */
export interface PaymentOrderFacts {
  readonly reasons?: string;
  /** True where whoever asked for it decides it. */
  readonly ownRequest: boolean;
}

const BASIS = basisOfProcedure("BUDGET-EXECUTION");
const { REQUESTED, PAID, REFUSED, WITHDRAWN, RETURNED } = PaymentOrderState;

/** Life of a payment order. */
export const PAYMENT_ORDER = defineMachine<PaymentOrderState, PaymentOrderEvent, PaymentOrderFacts>({
  name: "PaymentOrderState",
  title: "Payment order 支付申请",
  states: {
    REQUESTED: { zh: "已申请", en: "Asked for" },
    PAID: { zh: "已支付", en: "Approved and paid" },
    REFUSED: { zh: "不予支付", en: "Refused", terminal: true },
    WITHDRAWN: { zh: "已撤回", en: "Withdrawn", terminal: true },
    RETURNED: { zh: "退票", en: "Sent back by the bank", terminal: true },
  },
  initial: REQUESTED,
  transitions: [
    {
      event: "APPROVE",
      from: [REQUESTED],
      to: PAID,
      actors: ["OFFICER"],
      guards: [
        {
          reason: "OWN_REQUEST",
          en: "somebody else than who asked for it approves it",
          holds: ({ ownRequest }) => !ownRequest,
        },
      ],
      basis: BASIS,
      sets: ["paymentNo"],
    },
    { event: "REFUSE", from: [REQUESTED], to: REFUSED, actors: ["OFFICER"], guards: [REASONS_TOLD], basis: BASIS },
    { event: "WITHDRAW", from: [REQUESTED], to: WITHDRAWN, actors: ["OFFICER"], basis: BASIS },
    { event: "RETURN", from: [PAID], to: RETURNED, actors: ["PAYER"], guards: [REASONS_TOLD], basis: BASIS },
  ],
});

describeEnum(
  PaymentOrderState,
  PAYMENT_ORDER.name,
  "State of a payment order (支付申请状态).",
  describedStates(PAYMENT_ORDER),
);
