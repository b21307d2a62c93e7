/** The movements of allotments, two legs each: issued, received, assigned, added to, taken back, carried over. */
import type { Fen } from "../../../platform/domain/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import { takeStep, type WriteDependencies } from "../../../platform/write/index.js";
import { AllotmentState } from "../budget-allotment/budget-allotment.machine.js";
import { ACCOUNTS, type MovementKind } from "../ledger/ledger.js";
import { postMovement } from "../ledger/movement.repository.js";
import { WRITTEN_BY_RECEIVER } from "./allotment-handling.policy.js";
import {
  heldOf,
  insertAssignment,
  lockAllotment,
  requireHeld,
  type Recipient,
} from "./allotment-handling.repository.js";
import type { Moving } from "./allotment-step.js";

interface Legs {
  readonly kind: MovementKind;
  readonly giver: string;
  readonly receiver: string;
  readonly amount: Fen;
}

const post = async ({ trx, head, today }: Moving, legs: Legs, allocationId = head.id): Promise<void> => {
  await postMovement(trx, { ...legs, allocationId, lineage: head.lineage, on: today });
};

/** Issued: out of the account above, on its way. The allotment above is divided by it. */
export const moveIssued = async (moving: Moving, dependencies: WriteDependencies): Promise<void> => {
  const { trx, head, inputHash, today } = moving;
  const { giver, amount, above } = head;
  if (above?.isHead) {
    const row = await lockAllotment(trx, above.allotmentNo);
    const facts = { today, fiscalYear: row.fiscal_year, held: 0n };
    await takeStep(trx, WRITTEN_BY_RECEIVER, dependencies, { row, event: "DIVIDE", facts, inputHash });
  }
  if (above) await requireHeld(trx, above.id, amount);
  await post(moving, { kind: "ALLOCATE_DOWN", giver, receiver: ACCOUNTS.transit, amount });
};

/** Received: all that was on its way arrives. */
export const moveReceived = (moving: Moving): Promise<void> => {
  const { amount, account } = moving.head;
  return post(moving, { kind: "RECEIVE", giver: ACCOUNTS.transit, receiver: account, amount });
};

/** Added to: more out of the account above. */
export const moveAdded = async (moving: Moving, amount: Fen): Promise<void> => {
  const { giver, account, above } = moving.head;
  if (above) await requireHeld(moving.trx, above.id, amount);
  await post(moving, { kind: "ADJUST", giver, receiver: account, amount });
};

/** Taken back: what is still held goes to the account above. Throws RULE_VIOLATION (UPSTREAM_CLOSED) where nobody would spend it there. */
export const moveReclaimed = async (moving: Moving, amount: Fen): Promise<void> => {
  const { id, giver, account, above } = moving.head;
  if (above && (await lockAllotment(moving.trx, above.allotmentNo)).state === AllotmentState.CLOSED)
    throw new ServiceError("RULE_VIOLATION", "The allotment above is closed.", { reason: "UPSTREAM_CLOSED" });
  await requireHeld(moving.trx, id, amount);
  await post(moving, { kind: "RECLAIM", giver: account, receiver: giver, amount });
};

/** Carried over: all that is held goes into the next year's budget. Throws RULE_VIOLATION (OVERDRAWN) where nothing is held. */
export const moveCarriedOver = async (moving: Moving): Promise<void> => {
  const { id, account } = moving.head;
  const held = await heldOf(moving.trx, id);
  await requireHeld(moving.trx, id, held > 0n ? held : 1n);
  await post(moving, { kind: "CARRY_OVER", giver: account, receiver: ACCOUNTS.carried, amount: held });
};

/** Assigned: what is held goes to a body's or a project's account, by an allocation of its own. */
export const moveAssigned = async (moving: Moving, recipient: Recipient, amount: Fen): Promise<void> => {
  const { trx, head, today } = moving;
  await requireHeld(trx, head.id, amount);
  const allocationId = await insertAssignment(trx, head, recipient, { amount, on: today });
  const { organizationId, projectCode } = recipient;
  const receiver = projectCode === undefined ? organizationId! : ACCOUNTS.project(projectCode);
  await post(moving, { kind: "ASSIGN_PROJECT", giver: head.account, receiver, amount }, allocationId);
};
