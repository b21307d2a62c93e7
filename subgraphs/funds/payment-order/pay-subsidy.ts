/** Paying subsidies: all households of a batch in one payment, and again the one whose money came back. */
import type { Fen } from "../../../platform/domain/index.js";
import type { WriteDependencies, WriteTransaction } from "../../../platform/write/index.js";
import { PayeeKind } from "../payment/payment.enums.js";
import { pay, type Due } from "./pay-order.js";

/** A subsidy batch that is paid. */
export interface PaidBatch {
  readonly batch_no: string;
  readonly period: string;
  readonly agency_id: string;
  readonly agency_uscc: string;
  readonly declared_count: number;
  readonly declared_fen: Fen;
}

/** Pays the households of a batch in one payment; gives its number. */
export const payBatch = (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { batch, ...due }: Omit<Due, "amount"> & { readonly batch: PaidBatch },
): Promise<string> =>
  pay(
    trx,
    dependencies,
    { ...due, amount: batch.declared_fen },
    {
      ...{ payeeKind: PayeeKind.BATCH, payeeOrgId: undefined, subject: undefined, payeeCount: batch.declared_count },
      ...{ payerId: batch.agency_id, agencyUscc: batch.agency_uscc, accountTail: undefined },
      purpose: `${batch.period}补贴（${batch.batch_no}）`,
    },
  );

/** A household whose money came back. */
export interface PaidAgain extends Due {
  readonly batchNo: string;
  readonly agencyUscc: string;
  readonly recipientHash: string;
  readonly accountTail: string | undefined;
}

/** Pays it by a payment of its own, which is known to its owner, the agency and supervisors alone; gives its number. */
export const payAgain = (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { batchNo, agencyUscc, recipientHash, accountTail, ...due }: PaidAgain,
): Promise<string> =>
  pay(trx, dependencies, due, {
    ...{ payeeKind: PayeeKind.PERSON, payeeOrgId: undefined, subject: recipientHash, payeeCount: 1 },
    ...{ payerId: `CN-USCC-${agencyUscc}`, agencyUscc, accountTail },
    purpose: `退票重新发放（${batchNo}）`,
  });
