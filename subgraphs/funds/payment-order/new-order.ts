/** A new payment order: who asks for it, and of which finance department. */
import type { NewOf } from "../../../platform/database/index.js";
import type { LocalDate } from "../../../platform/domain/index.js";
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import {
  actingAgency,
  actorHash,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import { DirectFlag } from "../budget-allotment/budget-allotment.enums.js";
import type { RequestPaymentInput } from "./payment-order.input.js";
import { PaymentOrderState } from "./payment-order.machine.js";
import { findProjectOwner, type PaidAllocation } from "./payment-order.repository.js";
import type { PAYMENT_ORDERS } from "./payment-order.rows.js";

/** Id of the body that spends an allocation; undefined where the finance department itself does. */
const spenderOf = async (trx: WriteTransaction, allocation: PaidAllocation): Promise<string | undefined> =>
  allocation.projectCode === undefined ? allocation.organizationId : findProjectOwner(trx, allocation.projectCode);

/**
 * The order. Whoever spends the allocation asks, or the finance department that received the allotment. Throws RULE_VIOLATION where
 * somebody else asks (ACTOR), direct funds would go into its own account (OWN_ACCOUNT) or nobody is known to decide it (RECEIVER_UNKNOWN), BAD_USER_INPUT where the account's end is no four characters.
 */
export const newOrder = async (
  trx: WriteTransaction,
  { viewer }: WriteDependencies,
  {
    input,
    allocation,
    today,
  }: { readonly input: RequestPaymentInput; readonly allocation: PaidAllocation; readonly today: LocalDate },
): Promise<Omit<NewOf<typeof PAYMENT_ORDERS>, "orderNo">> => {
  const agency = actingAgency(viewer);
  const { receiverUscc } = allocation;
  if (receiverUscc === undefined)
    throw new ServiceError("RULE_VIOLATION", "Nobody is known to decide it.", { reason: "RECEIVER_UNKNOWN" });
  const spends = agency !== undefined && (await spenderOf(trx, allocation)) === `CN-USCC-${agency}`;
  if (agency === undefined || (!spends && agency !== receiverUscc))
    throw new ServiceError("RULE_VIOLATION", "Somebody else does this.", { reason: "ACTOR" });
  if (input.payee === agency && allocation.direct !== DirectFlag.NOT_DIRECT)
    throw new ServiceError("RULE_VIOLATION", "Direct funds go to who is to have them.", { reason: "OWN_ACCOUNT" });
  if (input.accountTail != null && !/^[0-9A-Za-z]{4}$/.test(input.accountTail))
    throw badInput("accountTail", "ACCOUNT_TAIL", "accountTail is the last four characters of an account.");
  return {
    allocationId: allocation.id,
    allotmentNo: allocation.allotmentNo,
    payeeOrgId: `CN-USCC-${input.payee}`,
    amount: input.amount,
    purpose: input.purpose,
    accountTail: input.accountTail ?? undefined,
    agencyUscc: agency,
    financeUscc: receiverUscc,
    bankUscc: undefined,
    divisionCode: allocation.division,
    requestedBy: actorHash(viewer)!,
    requestedOn: today,
    paymentNo: undefined,
    state: PaymentOrderState.REQUESTED,
  };
};
