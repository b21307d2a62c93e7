/** Paying an order and taking a payment back: the movement, the record of the payment, and the allotment that it is paid out of. */
import type { NewOf } from "../../../platform/database/index.js";
import { localDateOf, type Fen, type LocalDate } from "../../../platform/domain/index.js";
import { ServiceError, type ReasonName } from "../../../platform/errors/index.js";
import {
  takeStep,
  type LockedRecord,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import { WRITTEN_BY_RECEIVER } from "../allotment-handling/allotment-handling.policy.js";
import { lockAllotment, requireHeld } from "../allotment-handling/allotment-handling.repository.js";
import { hasEnded } from "../allotment-handling/recipient.js";
import { AllotmentState } from "../budget-allotment/budget-allotment.machine.js";
import { ACCOUNTS } from "../ledger/ledger.js";
import { lockAccounts, postMovement } from "../ledger/movement.repository.js";
import { PayeeKind, PayMode } from "../payment/payment.enums.js";
import type { PAYMENTS } from "../payment/payment.rows.js";
import {
  insertPayment,
  lockProject,
  markReturned,
  paidForProject,
  type PaidAllocation,
} from "./payment-order.repository.js";

/** The account out of which an allocation is paid. */
export const accountOf = ({ organizationId, projectCode, division }: PaidAllocation): string =>
  projectCode === undefined ? (organizationId ?? division) : ACCOUNTS.project(projectCode);

/** Locks what the allocation's account and the payees hold of its lineage: before any row. */
export const lockPaid = (trx: WriteTransaction, allocation: PaidAllocation): Promise<void> => {
  const { lineage } = allocation;
  return lockAccounts(trx, [
    { account: accountOf(allocation), lineage },
    { account: ACCOUNTS.payees, lineage },
  ]);
};

const broken = (reason: ReasonName, message: string): ServiceError =>
  new ServiceError("RULE_VIOLATION", message, { reason });

/** Throws RULE_VIOLATION where the project has ended (PROJECT_ENDED), or its contract would be overpaid over all lineages (ABOVE_CONTRACT, rule B3). */
const checkProject = async (trx: WriteTransaction, projectCode: string, amount: bigint): Promise<void> => {
  const project = await lockProject(trx, projectCode);
  if (hasEnded(project.state)) throw broken("PROJECT_ENDED", "The project has ended.");
  const { contract_fen: contract } = project;
  if (contract !== null && (await paidForProject(trx, projectCode)) + amount > contract)
    throw broken("ABOVE_CONTRACT", "No more is paid than the contract says.");
};

/** The allotment, which is in execution once it is paid out of. Throws RULE_VIOLATION (STATE) where it is not received, or closed. */
const executeAllotment = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  allotmentNo: string,
  inputHash: string,
): Promise<Paying> => {
  const row = await lockAllotment(trx, allotmentNo);
  if (row.state !== AllotmentState.IN_EXECUTION) {
    const facts = {
      today: localDateOf(dependencies.asOf),
      fiscalYear: row.fiscal_year,
      carriedIn: row.carried_from !== null,
      held: 0n,
    };
    await takeStep(trx, WRITTEN_BY_RECEIVER, dependencies, { row, event: "EXECUTE", facts, inputHash });
  }
  return row as unknown as Paying;
};

/** What a payment takes over from its allotment. */
interface Paying {
  readonly policy_code: string | null;
  readonly function_code: string;
  readonly dept_econ_code: string | null;
}

/** An order as its locked row has it. */
export type OrderRow = LockedRecord & {
  readonly amount_fen: bigint;
  readonly payee_org_id: string;
  readonly purpose: string;
  readonly account_tail: string | null;
  readonly agency_uscc: string;
  readonly payment_no: string | null;
};

/** What is paid, and out of what. */
export interface Due {
  readonly allocation: PaidAllocation;
  readonly amount: Fen;
  readonly inputHash: string;
}

/** Who is paid, by whom and what for. */
export type Payee = Pick<
  NewOf<typeof PAYMENTS>,
  "payeeKind" | "payeeOrgId" | "subject" | "payeeCount" | "payerId" | "agencyUscc" | "purpose" | "accountTail"
>;

/** Posts the movement and makes the payment; gives its number. Throws RULE_VIOLATION as told above, and OVERDRAWN (rule B1). */
export const pay = async (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { allocation, amount, inputHash }: Due,
  payee: Payee,
): Promise<string> => {
  const on: LocalDate = localDateOf(dependencies.asOf);
  const allotment = await executeAllotment(trx, dependencies, allocation.allotmentNo, inputHash);
  if (allocation.projectCode !== undefined) await checkProject(trx, allocation.projectCode, amount);
  await requireHeld(trx, allocation.id, amount);
  const movementId = await postMovement(trx, {
    ...{ kind: "PAY", allocationId: allocation.id, lineage: allocation.lineage, amount, on },
    giver: accountOf(allocation),
    receiver: ACCOUNTS.payees,
  });
  return insertPayment(trx, {
    ...payee,
    ...{ allocationId: allocation.id, movementId, amount, paidOn: on },
    policyCode: allotment.policy_code ?? undefined,
    divisionCode: allocation.division.slice(0, 6),
    functionCode: allotment.function_code,
    deptEconCode: allotment.dept_econ_code ?? undefined,
    payMode: PayMode.TREASURY_DIRECT,
    bank: undefined,
    returnedOn: undefined,
    returnedAmount: undefined,
    returnMovementId: undefined,
    returnReason: undefined,
    caseNo: undefined,
  });
};

/** Pays the order out of the allocation; gives the number of the payment. */
export const payOrder = (
  trx: WriteTransaction,
  dependencies: WriteDependencies,
  { order, allocation, inputHash }: { order: OrderRow; allocation: PaidAllocation; inputHash: string },
): Promise<string> =>
  pay(
    trx,
    dependencies,
    { allocation, amount: order.amount_fen, inputHash },
    {
      ...{ payeeKind: PayeeKind.ORGANIZATION, payeeOrgId: order.payee_org_id, payeeCount: 1 },
      subject: order.payee_org_id.replace(/^CN-USCC-/, ""),
      payerId: `CN-USCC-${order.agency_uscc}`,
      agencyUscc: order.agency_uscc,
      purpose: order.purpose,
      accountTail: order.account_tail ?? undefined,
    },
  );

/** The bank sends the whole payment back: the money is where it was paid from (退票). */
export const returnOrder = async (
  trx: WriteTransaction,
  { asOf }: WriteDependencies,
  { order, allocation, reason }: { order: OrderRow; allocation: PaidAllocation; reason: string },
): Promise<void> => {
  const [on, amount] = [localDateOf(asOf), order.amount_fen];
  const movement = await postMovement(trx, {
    ...{ kind: "PAY_RETURN", allocationId: allocation.id, lineage: allocation.lineage, amount, on },
    giver: ACCOUNTS.payees,
    receiver: accountOf(allocation),
  });
  await markReturned(trx, order.payment_no!, { on, movement, amount, reason });
};
