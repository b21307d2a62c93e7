/** Writes of payment orders: asked for by a unit, decided by its finance department, sent back by the bank. */
import type { NewOf } from "../../../platform/database/index.js";
import { basisOfProcedure, localDateOf } from "../../../platform/domain/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import { createKeyLoader } from "../../../platform/graphql/index.js";
import type { ServiceDependencies } from "../../../platform/subgraph/index.js";
import {
  actorHash,
  checkStated,
  createHistories,
  lockRecord,
  openingStep,
  runWrite,
  takeStep,
  type RecordedTransition,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import { checkedAmount } from "../allotment-handling/allotment-step.js";
import { newOrder } from "./new-order.js";
import { lockPaid, payOrder, returnOrder, type OrderRow } from "./pay-order.js";
import type {
  ApprovePaymentInput,
  PaymentOrderStepInput,
  ReasonedOrderInput,
  RequestPaymentInput,
} from "./payment-order.input.js";
import type { PaymentOrderEvent } from "./payment-order.machine.js";
import { WRITTEN_BY_TREASURY, WRITTEN_BY_UNIT } from "./payment-order.policy.js";
import {
  fillOrder,
  findAllocationOf,
  findOrders,
  findPaidAllocation,
  insertOrder,
  type PaidAllocation,
} from "./payment-order.repository.js";
import type { PAYMENT_ORDERS } from "./payment-order.rows.js";
import type { PaymentOrder, PaymentOrderPayload } from "./payment-order.type.js";

/** Writes of payment orders. Each throws what `runWrite`, `lockRecord` and `takeStep` throw. */
export interface PaymentOrderService {
  find(orderNo: string): Promise<PaymentOrder | undefined>;
  request(input: RequestPaymentInput): Promise<PaymentOrderPayload>;
  approve(input: ApprovePaymentInput): Promise<PaymentOrderPayload>;
  refuse(input: ReasonedOrderInput): Promise<PaymentOrderPayload>;
  withdraw(input: PaymentOrderStepInput): Promise<PaymentOrderPayload>;
  sendBack(input: ReasonedOrderInput): Promise<PaymentOrderPayload>;
  /** What happened to the order, oldest first. */
  history(orderNo: string): Promise<RecordedTransition[]>;
}

/** What a step does beside the change of state. */
interface OrderStepAsked {
  readonly event: PaymentOrderEvent;
  readonly reasons?: string;
  /** Columns that it fills, and what it does with the money. */
  readonly settle?: (
    trx: WriteTransaction,
    asked: { order: OrderRow; allocation: PaidAllocation; inputHash: string },
  ) => Promise<Partial<NewOf<typeof PAYMENT_ORDERS>> | undefined>;
}

/** Creates the service for one request. */
export const createPaymentOrderService = (dependencies: ServiceDependencies): PaymentOrderService => {
  const { db, viewer, asOf } = dependencies;
  const byNumber = createKeyLoader(
    (numbers) => findOrders(db, viewer, numbers),
    ({ orderNo }) => orderNo,
  );
  const histories = createHistories(db, WRITTEN_BY_UNIT);
  const payload = async (orderNo: string): Promise<PaymentOrderPayload> => {
    const found = await byNumber.clear(orderNo).load(orderNo);
    return found === undefined ? {} : { order: found };
  };

  const step = async (
    verb: string,
    input: PaymentOrderStepInput,
    { event, reasons, settle }: OrderStepAsked,
  ): Promise<PaymentOrderPayload> => {
    const written = event === "WITHDRAW" ? WRITTEN_BY_UNIT : WRITTEN_BY_TREASURY;
    const { key } = await runWrite(dependencies, {
      verb,
      input,
      async change(trx, inputHash) {
        const allocation = await findAllocationOf(trx, input.orderNo);
        if (allocation) await lockPaid(trx, allocation);
        const { orderNo, expectedVersion } = input;
        const row = (await lockRecord(trx, written, dependencies, { key: orderNo, expectedVersion })) as OrderRow;
        const facts = {
          ownRequest: row["requested_by"] === actorHash(viewer),
          ...(reasons === undefined ? {} : { reasons }),
        };
        // What the machine refuses moves no money; what the ledger refuses undoes the step.
        const taken = await takeStep(trx, written, dependencies, { row, event, facts, reason: reasons, inputHash });
        const set = await settle?.(trx, { order: row, allocation: allocation!, inputHash });
        if (set) await fillOrder(trx, orderNo, set);
        return taken;
      },
    });
    return payload(key);
  };

  return {
    find: (orderNo) => byNumber.load(orderNo),
    async request(input) {
      checkedAmount(input.amount);
      checkStated("purpose", input.purpose);
      const { key } = await runWrite(dependencies, {
        verb: "requestPayment",
        input,
        async change(trx, inputHash) {
          const allocation = await findPaidAllocation(trx, input.allocationId);
          if (!allocation) throw new ServiceError("NOT_FOUND");
          const order = await newOrder(trx, dependencies, { input, allocation, today: localDateOf(asOf) });
          const orderNo = await insertOrder(trx, order);
          return openingStep(trx, WRITTEN_BY_UNIT, dependencies, {
            key: orderNo,
            part: "OFFICER",
            basis: basisOfProcedure("BUDGET-EXECUTION")(),
            inputHash,
          });
        },
      });
      return payload(key);
    },
    approve: (input) =>
      step("approvePayment", input, {
        event: "APPROVE",
        settle: async (trx, asked) => ({
          bankUscc: input.bank,
          paymentNo: await payOrder(trx, dependencies, asked),
        }),
      }),
    refuse: (input) => step("refusePayment", input, { event: "REFUSE", reasons: input.reasons }),
    withdraw: (input) => step("withdrawPayment", input, { event: "WITHDRAW" }),
    sendBack: (input) =>
      step("returnPayment", input, {
        event: "RETURN",
        reasons: input.reasons,
        async settle(trx, { order, allocation }) {
          await returnOrder(trx, dependencies, { order, allocation, reason: input.reasons });
          return undefined;
        },
      }),
    history: (orderNo) => histories.load(orderNo),
  };
};
