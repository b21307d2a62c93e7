/** The machine of payment orders, as tests drive it: asked for by officer-1's agency, decided by finance-3's department, paid by agent-1's bank. */
import type { Actor } from "../../../platform/machine/index.js";
import {
  PAYMENT_ORDER,
  type PaymentOrderEvent,
  type PaymentOrderFacts,
  PaymentOrderState,
} from "../../../subgraphs/funds/payment-order/payment-order.machine.js";
import type { TestStack } from "../stack.js";
import { actOnAllotment, newNumber, TERMS } from "../verbs/funds.js";
import type { ModelledMachine, ModelledVerb, Wording } from "./model.js";
import { rowWithJournal } from "./stored.js";

type Facts = PaymentOrderFacts;

const UNIT = "11990101MB9000015E";
const PAYEE = "91990101MA9000046A";
const BANK = "91990101MA9000011P";

const says = (input: object, said: Partial<Facts> = {}): Wording<Facts> => ({
  input,
  after: (now) => ({ ...now, ...said }),
  stays: ({ ownRequest }) => ({ ownRequest }),
});

const verb = (
  by: Actor,
  event: PaymentOrderEvent,
  name: string,
  input: string,
  ...wordings: Wording<Facts>[]
): ModelledVerb<PaymentOrderEvent, Facts> => ({ ...{ verb: name, input, event, by }, wordings });

const reasoned = (reasons: string): Wording<Facts> => says({ reasons }, { reasons });

const allocations = new WeakMap<TestStack, Promise<string>>();

/** Money that officer-1's agency spends: one allocation for all orders of a stack. */
const allocationOf = (stack: TestStack): Promise<string> => {
  const made = async (): Promise<string> => {
    const allotmentNo = newNumber();
    const input = { allotmentNo, fundName: "试验资金", amount: "1000000", terms: TERMS };
    await actOnAllotment(stack, "draftAllotment", input);
    await actOnAllotment(stack, "issueAllotment", { allotmentNo, expectedVersion: 1 });
    await actOnAllotment(stack, "receiveAllotment", { allotmentNo, expectedVersion: 2 });
    const assigned = { allotmentNo, expectedVersion: 3, amount: "1000000", organization: UNIT };
    await actOnAllotment(stack, "assignAllotment", assigned);
    return `FA-${allotmentNo}-1`;
  };
  const known = allocations.get(stack) ?? made();
  allocations.set(stack, known);
  return known;
};

/** The bank knows of an order that it was told to pay. */
const WAS_PAID = (state: PaymentOrderState, before: readonly PaymentOrderState[]): boolean =>
  [state, ...before].includes(PaymentOrderState.PAID);

/** Payment orders. */
export const PAYMENT_ORDERS: ModelledMachine<PaymentOrderState, PaymentOrderEvent, Facts> = {
  machine: PAYMENT_ORDER,
  selects: "object: order { key: orderNo state version }",
  keyInput: "orderNo",
  viewers: {
    "officer-1": {
      may: ["OFFICER"],
      plays: (name) => (name === "withdrawPayment" ? ["OFFICER"] : []),
      knows: () => true,
    },
    "finance-3": {
      may: ["OFFICER"],
      plays: (name) => (name === "withdrawPayment" ? [] : ["OFFICER"]),
      knows: () => true,
    },
    "agent-1": { may: ["PAYER"], plays: ["PAYER"], knows: WAS_PAID },
    "officer-2": { may: ["OFFICER"], plays: [], knows: () => false },
    "citizen-1": { may: ["PAYER"], plays: [], knows: () => false },
    anonymous: { may: [], plays: [], knows: () => false },
  },
  verbs: [
    verb("OFFICER", "APPROVE", "approvePayment", "ApprovePaymentInput", says({ bank: BANK })),
    verb("OFFICER", "REFUSE", "refusePayment", "ReasonedOrderInput", reasoned("超出用途"), reasoned(" ")),
    verb("OFFICER", "WITHDRAW", "withdrawPayment", "PaymentOrderStepInput", says({})),
    verb("PAYER", "RETURN", "returnPayment", "ReasonedOrderInput", reasoned("账户已销户"), reasoned(" ")),
  ],
  async begin(stack) {
    const { body } = await stack.ask(
      "mutation ($input: RequestPaymentInput!) { done: requestPayment(input: $input) { order { orderNo } } }",
      {
        viewer: "officer-1",
        variables: {
          input: { allocationId: await allocationOf(stack), amount: "1", payee: PAYEE, purpose: "设备款" },
        },
      },
    );
    return body.data.done.order.orderNo;
  },
  facts: () => ({ ownRequest: false }),
  async stored(stack, orderNo) {
    const record = await rowWithJournal(
      stack,
      { service: "funds", table: "payment_orders", key: "order_no", kind: "PaymentOrder" },
      orderNo,
    );
    const { rows } = (await stack.databases["funds"]!.raw(
      `select account, sum(case direction when 'DEBIT' then amount_fen else -amount_fen end)::bigint as fen
       from postings where lineage = (select lineage from allocations where id = ?) group by account order by account`,
      [await allocationOf(stack)],
    )) as { rows: object[] };
    return { ...(record as object), balances: rows };
  },
};
